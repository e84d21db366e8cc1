//! Words that tell what a number beside them is.

use super::seen::{Seen, Shape};

/// How many words before something are looked at.
const BEFORE: usize = 6;
/// How many pieces are looked at for them.
const PIECES: usize = 24;

/// What a word says of what comes behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A telephone number.
    Phone,
    /// Pages, articles, chapters: short numbers.
    Place,
    /// The number of a book, an article, a person: it has a form of its own.
    Label,
    /// The number of a matter, an order, a student: it may have any form, also that of a telephone number.
    Reference,
    /// Numbers that were measured or given: grades, answers.
    Values,
    /// An address on the net.
    Net,
}

/// What a word says of what comes behind it, if anything.
pub(super) fn sign(word: &str) -> Option<Sign> {
    Some(match word {
        "tel" | "telf" | "tlf" | "tlfn" | "tlfno" | "tfno" | "tfn" | "tf" | "tlfs" | "telefono" | "telefonos" | "telefonico"
        | "movil" | "moviles" | "celular" | "fijo" | "whatsapp" | "whatsap" | "wasap" | "wassap" | "wasa" | "guasap"
        | "whats" | "wapp" | "wsp" | "wa" | "telegram" | "bizum" | "sms" | "llamame" | "llameme" | "llamadme" | "llamenme"
        | "llamar" | "llamarme" | "llama" | "llame" | "llamas" | "llamada" | "llamadas" | "llamarlo" | "llamarla"
        | "llamarte" | "contactame" | "localizarme" | "phone" | "telephone" | "mobile" | "mob" | "cell" | "cellphone"
        | "call" | "ring" | "landline" | "reach" | "texting" | "facetime" => Sign::Phone,
        "p" | "pp" | "pag" | "pags" | "pagina" | "paginas" | "page" | "pages" | "pgs" | "fol" | "folio" | "folios" | "art"
        | "arts" | "articulo" | "articulos" | "article" | "articles" | "cap" | "caps" | "capitulo" | "capitulos" | "chapter"
        | "chapters" | "seccion" | "secciones" | "section" | "sections" | "apartado" | "apartados" | "tabla" | "tablas"
        | "table" | "tables" | "figura" | "figuras" | "figure" | "figures" | "fig" | "figs" | "tema" | "temas" | "unidad"
        | "vol" | "volumen" | "volume" | "ley" | "decreto" | "rd" | "sts" | "stc" | "sentencia" | "linea" | "lineas" | "line"
        | "lines" | "fila" | "filas" | "row" | "rows" | "epigrafe" | "anexo" | "pregunta" | "preguntas" | "item" | "items" => {
            Sign::Place
        }
        "isbn" | "issn" | "doi" | "orcid" | "pmid" | "pmcid" | "arxiv" | "nif" | "dni" | "nie" | "passport" | "pasaporte"
        | "iban" | "handle" | "semilla" | "seed" | "version" | "dep" | "deposito" | "catalogo" | "signatura" | "scopus"
        | "wos" | "oclc" | "hdl" => Sign::Label,
        "expediente" | "exp" | "pedido" | "factura" | "invoice" | "order" | "registro" | "matricula" | "ticket" | "tickets"
        | "incidencia" | "referencia" | "ref" | "reference" | "codigo" | "code" | "nia" | "niu" => Sign::Reference,
        "nota" | "notas" | "calificaciones" | "calificacion" | "puntuaciones" | "puntuacion" | "respuestas" | "valores"
        | "valor" | "grades" | "grade" | "marks" | "scores" | "answers" | "values" | "datos" | "data" | "likert" | "escala"
        | "scale" | "muestra" | "sample" | "serie" | "series" | "vector" | "matriz" | "matrix" | "frecuencias" | "resultados"
        | "results" => Sign::Values,
        "ip" | "ips" | "ipv" | "servidor" | "server" | "host" | "dns" => Sign::Net,
        _ => return None,
    })
}

/// Whether a number before a word counts something, so that it is an amount: `612.345 habitantes`.
pub(super) fn is_counted(word: &str) -> bool {
    matches!(
        word,
        "habitantes"
            | "personas"
            | "registros"
            | "casos"
            | "millones"
            | "million"
            | "millions"
            | "euros"
            | "euro"
            | "eur"
            | "dolares"
            | "dollars"
            | "usd"
            | "km"
            | "kg"
            | "metros"
            | "people"
            | "inhabitants"
            | "records"
            | "cases"
            | "bytes"
            | "observaciones"
            | "observations"
            | "participantes"
            | "participants"
            | "usuarios"
            | "users"
            | "visitas"
            | "views"
            | "palabras"
            | "words"
            | "caracteres"
            | "characters"
            | "hectareas"
            | "toneladas"
            | "tonnes"
            | "viviendas"
            | "tuits"
            | "tweets"
            | "seguidores"
            | "followers"
            | "tokens"
            | "ciudadanos"
            | "citizens"
            | "votos"
            | "votes"
            | "empresas"
            | "pounds"
            | "libras"
            | "filas"
            | "rows"
            | "muestras"
            | "ejemplares"
            | "copies"
            | "alumnos"
            | "students"
    )
}

/// Whether a word is how the name of a file ends.
pub(super) fn is_ending(word: &str) -> bool {
    matches!(
        word,
        "csv"
            | "pdf"
            | "doc"
            | "docx"
            | "xls"
            | "xlsx"
            | "txt"
            | "odt"
            | "ods"
            | "zip"
            | "png"
            | "jpg"
            | "jpeg"
            | "mp"
            | "py"
            | "json"
            | "ppt"
            | "pptx"
            | "sav"
            | "html"
            | "htm"
            | "tex"
            | "bib"
            | "rar"
    )
}

/// Whether one of the words shortly before a piece says this, in the same line or sentence; how far away it is in words.
pub(super) fn before(seen: &Seen<'_>, at: usize, wanted: impl Fn(&str) -> bool) -> Option<usize> {
    let mut words = 0;
    for piece in (at.saturating_sub(PIECES)..at).rev() {
        match seen.pieces[piece].shape {
            Shape::Word if wanted(seen.word(piece)) => return Some(words),
            Shape::Word => words += 1,
            Shape::Line if seen.word(piece).matches('\n').count() > 1 => return None,
            _ => {}
        }
        if words == BEFORE {
            return None;
        }
    }
    None
}

/// Whether somebody speaks of a number of their own shortly before a piece: `mi número es`; how far away it is in words.
pub(super) fn own_number_before(seen: &Seen<'_>, at: usize) -> Option<usize> {
    let words = (at.saturating_sub(PIECES)..at).rev().filter(|piece| seen.pieces[*piece].shape == Shape::Word).take(BEFORE);
    let words: Vec<_> = words.map(|piece| seen.word(piece)).collect();
    let is_own = |two: &[&str]| {
        matches!(two[0], "numero" | "number" | "num" | "nro") && matches!(two[1], "mi" | "my" | "nuestro" | "our" | "contact")
    };
    words.windows(2).position(is_own)
}

/// Whether a word shortly before says this.
pub(super) fn is_before(seen: &Seen<'_>, at: usize, wanted: Sign) -> bool {
    before(seen, at, |word| sign(word) == Some(wanted)).is_some()
}

/// Whether one of the few words behind a piece says this.
pub(super) fn is_behind(seen: &Seen<'_>, at: usize, wanted: Sign) -> bool {
    let words = seen.pieces.iter().enumerate().skip(at).take(PIECES / 2).filter(|(_, piece)| piece.shape == Shape::Word);
    words.take(4).any(|(piece, _)| sign(seen.word(piece)) == Some(wanted))
}
