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
    proptest!(config(), |(word in "[a-zñáéíóú]{1,12}(es|cion|logia|ais|amos|mente|ing|ed|s)?")| {
        prop_assert!(Search::parse(&word).unwrap().is_in(&Terms::of(&word)));
        prop_assert!(!stems::of(&word).iter().any(String::is_empty));
    });
}
