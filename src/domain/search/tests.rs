//! Tables: which words find which, and which queries are none.

use super::*;

#[track_caller]
fn finds(query: &str, text: &str) -> bool {
    Search::parse(query).unwrap().is_in(&Terms::of(text))
}

#[test]
fn words_of_one_stem_find_each_other() {
    let families: &[&[&str]] = &[
        &["matriculación", "matriculaciones", "MATRICULACION", "Matriculación", "matricular", "matriculado", "matricula"],
        &["índice", "indices", "ÍNDICES"],
        &["trabajo", "trabajos", "trabajar", "trabajando"],
        &["tutoría", "tutorias", "TUTORÍA"],
        &["enviado", "enviar", "enviados", "envían", "envío"],
        &["examen", "exámenes", "EXAMENES"],
        &["universidad", "universidades"],
        &["facultad", "facultades", "Facultad"],
        &["inglés", "ingleses"],
        &["lugar", "lugares"],
        &["alemán", "alemanes"],
        &["solución", "soluciones", "solucion"],
        &["psicología", "psicologias", "psicólogo", "PSICOLOGIA"],
        &["necesario", "necesaria", "necesarios", "necesarias"],
        &["español", "española", "espanoles"],
        &["año", "años", "ano"],
        &["clase", "clases"],
        &["estudiáis", "estudiar", "estudiamos"],
        &["pingüino", "pinguinos"],
        &["luz", "luces", "LUCES"],
        &["voz", "voces"],
        &["vez", "veces"],
        &["lápiz", "lápices", "lapices"],
        &["juez", "jueces"],
        &["actriz", "actrices"],
        &["conocer", "conoces", "conoce"],
        &["enlace", "enlaces", "enlazar", "enlazado"],
        &["alcanzar", "alcancé", "alcancemos", "alcanzado", "alcanzaron"],
        &["empezar", "empecé", "empecemos", "empezado", "empezaba"],
        &["buscar", "busqué", "busco", "busquen", "buscado", "buscamos"],
        &["aplicar", "apliqué", "aplique", "aplicado"],
        &["llegar", "llegué", "llego", "lleguemos"],
        &["entregar", "entregué", "entregado", "entregas"],
        &["plazo", "plazos"],
        &["marca", "marcas"],
        &["tesis"],
        &["box", "boxes"],
        &["policy", "policies"],
        &["notice", "notices", "noticed"],
        &["service", "services"],
        &["page", "pages", "PAGES"],
        &["answered", "answer", "answers", "answering"],
        &["client", "client's", "clients", "clients\u{2019}"],
        &["deadline", "deadlines"],
        &["enrolment", "enrolments"],
        &["col·legi", "collegi", "coŀlegi"],
        &["l'examen", "examen", "l\u{2019}examen"],
        &["straße", "STRASSE", "Strasse"],
        &["ﬁcha", "ficha", "fichas"],
        &["Ａ４", "a4"],
        &["856444", "#856444"],
        &["ΑΘΗΝΑΣ", "αθηνας"],
    ];
    for family in families {
        for (query, text) in family.iter().flat_map(|one| family.iter().map(move |other| (one, other))) {
            assert!(finds(query, &format!("Un texto con {text}, entre otras.")), "{query} in {text}");
        }
    }
}

#[test]
fn other_words_are_other_words() {
    for (query, text) in [
        ("trabajo", "trabalenguas"),
        ("tutor", "texto"),
        ("caso", "queso"),
        ("año", "otoño"),
        ("8564", "856444"),
        ("secretaría", "secreto"),
        ("primero", "primo"),
        ("s", "client's"),
        ("l", "l'examen"),
        ("país", "pase"),
        ("marzo", "marca"),
        ("marzo", "marcas"),
        ("plazo", "placa"),
        ("plaza", "placas"),
        ("veces", "ver"),
        ("luz", "lugar"),
        ("que", "coma"),
        ("porque", "parque"),
    ] {
        assert!(!finds(query, text), "{query} in {text}");
    }
}

#[test]
fn all_words_must_be_there_and_a_prefix_stands_for_words_that_begin_so() {
    let text = "Duda sobre la matriculación del próximo año (grupo B-12)";
    for query in ["duda matriculaciones", "MATRIC*", "matriculacio*", "próx* ano", "Grupo b", "b-12", "sob*  dud*", "matrícu*"]
    {
        assert!(finds(query, text), "{query}");
    }
    for query in ["duda examen", "atric*", "matriculacione*", "dudas sobres*", "grupo c"] {
        assert!(!finds(query, text), "{query}");
    }
}

#[test]
fn queries_have_bounds() {
    let wrong = |query: &str| Search::parse(query).unwrap_err();
    for query in ["", "  ", "¿?", "-", "\u{301}", "* *", &"a".repeat(201), "a b c d e f g h i j k"] {
        assert!(!wrong(query).is_empty() || query.is_empty(), "{query}");
    }
    for (query, part) in [("duda ma*", "ma*"), ("*", "*"), ("ma*tricula", "ma*tricula"), ("mat**", "mat**"), ("abc-*", "abc-*")] {
        assert_eq!(wrong(query), part);
    }
    assert!(Search::parse("ñña*").is_ok());
    assert!(Search::parse(&"a".repeat(200)).is_ok());
    assert!(Search::parse("a b c d e f g h i j a").is_ok(), "a word said twice is one");
}

#[test]
fn long_words_are_cut_and_long_texts_too() {
    let long = "x".repeat(500);
    assert_eq!(Terms::of(&long).words.first().unwrap().len(), LONGEST_WORD);
    assert!(finds(&"x".repeat(80), &long));
    let many: String = (0..5_000).map(|place| format!("palabra{place} ")).collect();
    assert_eq!(Terms::of(&many).words.len(), MOST_WORDS);
    assert!(finds("palabra1999", &many) && !finds("palabra2000", &many));
}

/// Whatever is written, reading it comes to an end and a word of it finds it.
#[test]
fn any_text_is_found_by_its_words() {
    use proptest::prelude::*;
    let config = || ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config(), |(text in "\\PC{0,60}")| {
        let terms = Terms::of(&text);
        for word in terms.words.iter().take(20) {
            let search = Search::parse(word);
            prop_assert!(search.is_ok_and(|search| search.is_in(&terms)), "{word} in {text}");
        }
    });
    // However it is written, among others, and with or without its accents.
    proptest!(config(), |(word in "[a-zñáéíóú]{2,12}(es|ces|cion|logia|ais|amos|mente|qué|z|ing|ed|s)?")| {
        let plain: String = word.nfd().filter(|character| !is_combining_mark(*character)).collect();
        for (query, text) in [(word.to_uppercase(), &plain), (plain.to_uppercase(), &word), (format!("({plain})"), &word)] {
            prop_assert!(finds(&query, &format!("Una «{text}», entre otras.")), "{query} in {text}");
        }
        prop_assert!(!stems::of(&plain).iter().any(String::is_empty));
    });
}

/// Nouns of the kinds that Spanish and English have: what ends in a `z` in the singular, in a vowel, and in a consonant.
#[test]
fn plurals_and_singulars_find_each_other() {
    use proptest::prelude::*;
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(beginning in "[bcdfglmnprst][aeou][lnrs]?[bdfgmpt][aeiou]", ending in 0_usize..4)| {
        let (singular, plural) = [("z", "ces"), ("ción", "ciones"), ("dad", "dades"), ("dor", "dores")][ending];
        let (singular, plural) = (format!("{beginning}{singular}"), format!("{beginning}{plural}"));
        prop_assert!(finds(&singular, &plural), "{singular} in {plural}");
        prop_assert!(finds(&plural, &singular), "{plural} in {singular}");
    });
}
