//! Words that tell what a number beside them is.

use std::collections::{HashMap, HashSet};
use std::sync::{LazyLock, OnceLock};

use super::seen::{Seen, Shape};

/// Words with blanks between, to be looked up.
pub(super) struct Table {
    words: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl Table {
    pub(super) const fn of(words: &'static str) -> Self {
        Self { words, set: OnceLock::new() }
    }

    /// Whether a word is in it.
    pub(super) fn has(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.words.split_whitespace().collect()).contains(word)
    }
}

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
    /// The number of a matter, an order, a study: it may have any form, also that of a telephone number.
    Reference,
    /// Somebody who has such a number where it is called one: `número de alumno`, `student number`.
    Owner,
    /// That it is a number, but not of what.
    Number,
    /// Numbers that were measured or given: grades, answers.
    Values,
    /// A sum of money or of people.
    Sums,
    /// An address on the net.
    Net,
}

/// The words of each sign, as they are seen.
const SIGNS: [(Sign, &str); 9] = [
    (
        Sign::Phone,
        "tel telf tlf tlfn tlfno tfno tfn tf tlfs telefono telefonos telefonico movil moviles celular fijo whatsapp whatsap wasap \
         wassap wasa guasap whats wapp wsp wa telegram bizum sms llamame llameme llamadme llamenme llamar llamarme llama llame \
         llamas llamada llamadas llamarlo llamarla llamarte contactame localizarme phone telephone mobile mob cell cellphone call \
         ring landline reach texting facetime",
    ),
    (
        Sign::Place,
        "p pp pag pags pagina paginas page pages pgs fol folio folios art arts articulo articulos article articles cap caps \
         capitulo capitulos chapter chapters seccion secciones section sections apartado apartados tabla tablas table tables \
         figura figuras figure figures fig figs tema temas unidad vol volumen volume ley decreto rd sts stc sentencia linea lineas \
         line lines fila filas row rows epigrafe anexo pregunta preguntas item items",
    ),
    (
        Sign::Label,
        "isbn issn doi orcid pmid pmcid arxiv nif dni nie passport pasaporte iban handle semilla seed version dep deposito catalogo \
         signatura scopus wos oclc hdl lccn barcode rgb",
    ),
    (
        Sign::Reference,
        "expediente exp pedido factura invoice order registro matricula ticket tickets incidencia referencia ref \
         reference codigo code nia niu id pin passcode identificador identifier solicitud inscripcion recibo receipt \
         justificante resguardo localizador submission cuenta account seguimiento tracking entrega turnitin acceso \
         access reunion meeting reserva booking application contrato contract licencia license licence registration \
         enrolment enrollment matriculation lote asiento tramite operacion transaccion transaction \
         transferencia pago payment proyecto project patente patent afiliacion protocolo voucher loan prestamo poliza \
         policy concepto contrasena password clave card tarjeta carnet carne batch expte",
    ),
    (
        Sign::Owner,
        "serial case caso seguro envio alumno alumna alumnos alumnado estudiante student candidate candidato candidata \
         opositor usuario user socio socia member membership cliente customer solicitante colegiado participante \
         participant sujeto subject seguridad social identificacion identification",
    ),
    (Sign::Number, "n no num numero nos nums nro number numbers"),
    (
        Sign::Values,
        "nota notas calificaciones calificacion puntuaciones puntuacion respuestas valores valor grades grade marks scores answers \
         values datos data likert escala scale muestra sample serie series vector matriz matrix frecuencias resultados results \
         directas span",
    ),
    (
        Sign::Sums,
        "pib gdp presupuesto budget exportaciones exports importaciones imports poblacion population facturacion ingresos revenue \
         gasto importe",
    ),
    (Sign::Net, "ip ips ipv servidor server host dns"),
];

/// What a number before a word counts, so that it is an amount: `612.345 habitantes`.
static COUNTED: Table = Table::of(
    "habitantes personas registros casos miles millones million millions thousand euros euro eur dolares dollars \
     usd pesetas km kg metros people inhabitants records cases bytes observaciones observations participantes \
     participants usuarios users visitas views palabras words caracteres characters hectareas toneladas tonnes \
     viviendas tuits tweets seguidores followers tokens ciudadanos citizens votos votes empresas companies pounds \
     libras filas rows muestras ejemplares copies alumnos students mujeres women hombres men cuentas accounts \
     operaciones operations transacciones transactions parametros parameters descargas downloads clientes customers \
     paginas pages plazas",
);

/// How the name of a file ends.
static ENDINGS: Table =
    Table::of("csv pdf doc docx xls xlsx txt odt ods zip png jpg jpeg mp py json ppt pptx sav html htm tex bib rar md rtf");

/// What a word says of what comes behind it, if anything.
pub(super) fn sign(word: &str) -> Option<Sign> {
    static TABLE: LazyLock<HashMap<&str, Sign>> = LazyLock::new(|| {
        let of = |(sign, words): (Sign, &'static str)| words.split_whitespace().map(move |word| (word, sign));
        SIGNS.into_iter().flat_map(of).collect()
    });
    TABLE.get(word).copied()
}

/// Whether a number before a word counts something.
pub(super) fn is_counted(word: &str) -> bool {
    COUNTED.has(word)
}

/// Whether a word is how the name of a file ends.
pub(super) fn is_ending(word: &str) -> bool {
    ENDINGS.has(word)
}

/// Whether one of the words shortly before a piece says this, in the same line or sentence; how far away it is in words.
pub(super) fn before(seen: &Seen<'_>, at: usize, wanted: impl Fn(&str) -> bool) -> Option<usize> {
    pieces_before(seen, at, |piece| wanted(seen.word(piece)))
}

fn pieces_before(seen: &Seen<'_>, at: usize, wanted: impl Fn(usize) -> bool) -> Option<usize> {
    let mut words = 0;
    for piece in (at.saturating_sub(PIECES)..at).rev() {
        match seen.pieces[piece].shape {
            Shape::Word if wanted(piece) => return Some(words),
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

/// How far before a piece a word says this, in words.
pub(super) fn sign_before(seen: &Seen<'_>, at: usize, wanted: Sign) -> Option<usize> {
    pieces_before(seen, at, |piece| seen.sign(piece) == Some(wanted))
}

/// Whether a word shortly before says this.
pub(super) fn is_before(seen: &Seen<'_>, at: usize, wanted: Sign) -> bool {
    sign_before(seen, at, wanted).is_some()
}

/// Whether one of the few words behind a piece says this.
pub(super) fn is_behind(seen: &Seen<'_>, at: usize, wanted: Sign) -> bool {
    let words = (at..seen.pieces.len()).take(PIECES / 2).filter(|piece| seen.pieces[*piece].shape == Shape::Word);
    words.take(4).any(|piece| seen.sign(piece) == Some(wanted))
}

/// Whether somebody says behind a number, in the same sentence, that it is theirs to be called at: `…, that's my cell`.
pub(super) fn is_said_behind(seen: &Seen<'_>, at: usize) -> bool {
    let sentence = seen.pieces.iter().enumerate().skip(at).take(PIECES / 2);
    let sentence = sentence.take_while(|(_, piece)| !matches!(piece.shape, Shape::Line | Shape::Mark('.' | ';' | '!' | '?')));
    let words: Vec<_> = sentence.filter(|(_, piece)| piece.shape == Shape::Word).map(|(piece, _)| piece).take(5).collect();
    words
        .windows(2)
        .any(|two| matches!(seen.word(two[0]), "mi" | "my" | "our" | "nuestro") && seen.sign(two[1]) == Some(Sign::Phone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_says_one_thing() {
        let mut known = HashSet::new();
        for word in SIGNS.iter().flat_map(|(_, words)| words.split_whitespace()) {
            assert!(known.insert(word), "{word}");
        }
    }
}
