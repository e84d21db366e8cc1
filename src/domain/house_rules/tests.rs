//! What is found and what is not, in each way that it may be written.

use proptest::prelude::*;

use super::*;

fn found(text: &str) -> Vec<(Matter, String)> {
    let insults = Insults::parse("idiota, imbécil, tonto, cabrón, hijo de puta, shit");
    find(text, &Matter::ALL, &insults).into_iter().map(|found| (found.matter, found.words(text).to_owned())).collect()
}

#[track_caller]
fn only(matter: Matter, text: &str, words: &str) {
    assert_eq!(found(text), [(matter, words.to_owned())], "{text}");
}

/// Each of them by itself, and with words around it, in which it stands without its own words.
#[track_caller]
fn each(matter: Matter, list: &[&str]) {
    let mut faults = Vec::new();
    for words in list {
        for text in [
            (*words).to_owned(),
            format!("Buenos días, {words}, y gracias de antemano."),
            format!("It can be done ({words}) any day of the week"),
            format!("Tengo 3 dudas del tema 4:\n{words}\nUn saludo"),
        ] {
            if found(&text) != [(matter, (*words).to_owned())] {
                faults.push(format!("{text:?} → {:?}", found(&text)));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[track_caller]
fn nothing(list: &[&str]) {
    let faults: Vec<_> = list.iter().map(|text| (text, found(text))).filter(|(_, found)| !found.is_empty()).collect();
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.iter().map(|fault| format!("{fault:?}\n")).collect::<String>()
    );
}

#[test]
fn telephone_numbers_in_digits() {
    each(
        Matter::Phone,
        &[
            "612345678",
            "612 34 56 78",
            "612 345 678",
            "612.345.678",
            "612-34-56-78",
            "612-345-678",
            "(91) 123 45 67",
            "91 123 45 67",
            "912345678",
            "6 1 2 3 4 5 6 7 8",
            "+34 612 345 678",
            "+34612345678",
            "0034 612 345 678",
            "0034612345678",
            "34 612 345 678",
            "34612345678",
            "(+34) 612 34 56 78",
            "+34-612-345-678",
            "+44 20 7946 0958",
            "0044 20 7946 0958",
            "00 351 912 345 678",
            "+1 (212) 555-0187",
            "+351912345678",
            "807 455 110",
            "612/345/678",
            "612*345*678",
            "612_345_678",
            "6-1-2-3-4-5-6-7-8",
            "6.1.2.3.4.5.6.7.8",
            "6*1*2*3*4*5*6*7*8",
            "612 345678",
            "6 12 34 56 78",
            "61 23 45 67 8",
            "612 - 34 - 56 - 78",
            "612 34-56-78",
            "６１２３４５６７８",
            "٦١٢٣٤٥٦٧٨",
            "6\u{200b}12\u{200b}345\u{200b}678",
            "6I2 345 678",
            "6l2345678",
            "6OO 123 456",
            "07911 123456",
            "020 7946 0958",
            "06 12 34 56 78",
            "(212) 555-0187",
            "6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
            "wa.me/34612345678",
            "612 guion 345 guion 678",
            "91-123-45-67",
            "+44 (0)20 7946 0958",
            "+49 151 23456789",
            "1-415-555-0132",
            "415 555 0132",
            "(55) 1844-9027",
            "0414-1234567",
            "0991234567",
            "0851234567",
            "0412 555 019",
            "44 7700 900412",
            "077 009 004 12",
        ]
        .map(|phone| phone.strip_prefix("wa.me/").unwrap_or(phone)),
    );
    only(Matter::Phone, "https://wa.me/34612345678", "34612345678");
    only(Matter::Phone, "[llámeme](tel:+34612345678)", "+34612345678");
    only(Matter::Phone, "Mi tlf:612345678.", "612345678");
    only(Matter::Phone, "whatsapp612345678", "612345678");
    only(Matter::Phone, "mi número 3 es 612345678 2 veces", "612345678");
    only(Matter::Phone, "Call me on 555 0187", "555 0187");
    only(Matter::Phone, "En 2019 y en el 612 34 56 78 desde las 10:30", "612 34 56 78");
    only(Matter::Phone, "612 34\n56 78", "612 34\n56 78");
    // What is called a reference is one, but not in the groups of a telephone number, nor where somebody speaks of calling.
    only(Matter::Phone, "expediente 612 34 56 78", "612 34 56 78");
    only(Matter::Phone, "Mi código es 612 345 678, ya sabe", "612 345 678");
    only(Matter::Phone, "Ref. 612-34-56-78", "612-34-56-78");
    only(Matter::Phone, "matrícula nº 91 234 56 78", "91 234 56 78");
    only(Matter::Phone, "Llámame, expediente 612345678", "612345678");
    only(Matter::Phone, "matrícula 712345678 (es mi móvil)", "712345678");
    only(Matter::Phone, "Mi whats: 55 1844 9027", "55 1844 9027");
    only(Matter::Phone, "4155550132, that's my cell", "4155550132");
    only(Matter::Phone, "empieza por 655 y sigue 214309", "655 y sigue 214309");
    only(Matter::Phone, "Mi número:\n655\n214\n309", "655\n214\n309");
    only(Matter::Phone, "\u{1b}[31m612345678\u{1b}[0m", "612345678");
    only(Matter::Phone, "Llámame al 655 21 43 09.txt", "655 21 43 09");
    assert_eq!(found("612345678/712345678").len(), 2);
    assert_eq!(found("612 345 678 o 712 345 678").len(), 2);
}

#[test]
fn telephone_numbers_in_words() {
    each(
        Matter::Phone,
        &[
            "seis uno dos tres cuatro cinco seis siete ocho",
            "seis doce treinta y cuatro cincuenta y seis setenta y ocho",
            "six one two three four five six seven eight",
            "Seis, uno, dos, tres, cuatro, cinco, seis, siete, ocho",
            "seis-uno-dos-tres-cuatro-cinco-seis-siete-ocho",
            "seiscientos doce trescientos cuarenta y cinco seiscientos setenta y ocho",
            "seiscientos doce treinta y cuatro cincuenta y seis setenta y ocho",
            "six double one two three four five six seven",
            "6 uno 2 tres 4 cinco 6 siete 8",
            "más treinta y cuatro seis uno dos tres cuatro cinco seis siete ocho",
            "plus forty four two zero seven nine four six zero nine five eight",
            "six twelve thirty-four fifty six seventy-eight",
            "612 treinta y cuatro 56 78",
            "seis once veintidós treinta y tres cuarenta y cuatro",
            "four one five, five five five, oh one three two",
            "seiscincocincodosunocuatrotresceronueve",
        ],
    );
}

#[test]
fn what_only_looks_like_a_telephone_number() {
    nothing(&[
        "pp. 123-145",
        "páginas 612-634",
        "págs. 612-634, 678-690",
        "(García, 2010: 612, 645, 678)",
        "2019-2023",
        "1990",
        "desde 1990 hasta 2019, 2020 y 2021",
        "ISBN 978-84-376-0494-7",
        "ISBN 84-376-0494-7",
        "ISBN: 9788437604947",
        "978-84-376-0494-7",
        "9788437604947",
        "ISSN 8432-1234",
        "ISSN 0210-2862",
        "https://doi.org/10.1016/j.cell.2019.612345678",
        "doi:10.1000/612345678",
        "10.1234/612.345.678",
        "ORCID 0000-0002-1825-0097",
        "8,5/10",
        "7.25",
        "8,5 7,25 9,1 6,75 8,5",
        "un 75% de 612",
        "apartado 3.4.2.1",
        "capítulo 6.1.2.3",
        "12/05/2026",
        "2026-11-27 10:30",
        "27-11-2026 9.30",
        "Ley 39/2015",
        "RD 1393/2007",
        "art. 12.3",
        "STS 1234/2019",
        "#856444",
        "tickets 856444, 856445 y 856446",
        "N = 1234567",
        "N = 612345678",
        "p < 0,001",
        "40.416775, -3.703790",
        "61.2345678, -9.7654321",
        "192.168.1.10",
        "la IP 91.123.45.67",
        "versión 7.12.3.4567",
        "(García, 2019, p. 34)",
        "gracias @ana",
        "612.345 habitantes",
        "612.345.678 habitantes",
        "678 912 345 personas",
        "del 6 al 12 de mayo, de 10 a 12",
        "6, 7, 8, 9, 10, 11",
        "siete, ocho, nueve, diez, once, doce",
        "12345678Z",
        "DNI 12345678Z",
        "X1234567L",
        "ES91 2100 0418 4502 0005 1332",
        "4111 1111 1111 1111",
        "notas: 7, 8, 9, 6, 5, 8, 9, 7, 6",
        "expediente 2019/612345",
        "expediente 612345678",
        "Mi matrícula es 712345678 y mi tutor, García",
        "código 812345678",
        "pedido 612-345-678",
        "ref. 2026 612 345",
        "DNI 612345678",
        "por teléfono me dieron el código 912345678",
        "https://www.jstor.org/stable/612345678",
        "b'612345678f0a'",
        "a612345678b",
        "612 345 678 901 234",
        "84 376 0494 7",
        "0306406152",
        "+10.000.000 de visitas",
        "1.234.567.890",
        "12:30:45.678912345",
        "El 6 de diciembre de 2019 entregué 8 páginas",
        "uno de cada dos, tres de cada cuatro",
        "dos mil diecinueve",
        "Sala 6.12, planta 3, mesa 45, 678 sillas",
        "00:12:34",
        "0 0 1 0 1 1 0 0 1 0 1",
        "F(2, 612) = 345,678",
        "χ² = 7,891; gl = 23",
        "Tabla 6: 12 34 56 78",
        "líneas 612 a 678",
        "vol. 61, n.º 2, pp. 345-678",
        "RAE, 2001: 612-34",
        "semana 6/12",
        "el 807 de 455",
        "M = 6,12; DT = 3,45; n = 678",
        "Windows 10.0.19045.3693",
        "9.12.2023 a las 18.45",
        "nº de alumno 655214309",
        "alumna n.º 655214309",
        "mi número de estudiante: 712345678",
        "my student number is 07700900412",
        "student ID 655214309",
        "candidate number: 655214309",
        "Número de inscripción: 712345678",
        "núm. de solicitud: 655 214 309",
        "Solicitud 655214309 presentada",
        "Justificante de pago n.º 655214309",
        "receipt no. 655214309",
        "Código de acceso: 655214309",
        "PIN: 655 214 309#",
        "ID de Turnitin: 655214309",
        "la referencia del registro, que es la 678123450",
        "pp. 612 634 678 del manual",
        "Las páginas son 612 634 678",
        "Puntuaciones directas 612 345 678",
        "655\t214\t309",
        "Cuadro: 612 | 345 | 678",
        "RGB 612-345-678",
        "un PIB de 712.345.678",
        "712.345.678 parámetros",
        "chr7:655214309-655214400",
        "ejemplo.es/655214309",
        "llama a la función con n=712345678",
        "ISBN 0851234562",
    ]);
}

#[test]
fn mail_addresses() {
    each(
        Matter::Email,
        &[
            "ana@correo.es",
            "ana.lopez+tesis@uni-correo.ac.uk",
            "ANA@CORREO.ES",
            "ana @ correo . es",
            "ana arroba correo punto es",
            "ana(arroba)correo(punto)es",
            "ana at mail dot com",
            "ana [at] mail [dot] com",
            "ana AT gmail",
            "ana @correo.es",
            "ana@ correo.es",
            "ana_lopez@correo.es",
            "ana@gmail",
            "ana arroba gmail",
            "ana arroba gmail punto com",
            "ana(at)gmail.com",
            "ana (at) correo.es",
            "ana [arroba] correo [punto] es",
            "ana@correo punto es",
            "añá@niñó.es",
            "ana＠correo.es",
            "ana@cor\u{200b}reo.es",
            "ana punto lopez arroba correo punto es",
            "ana guion bajo lopez arroba gmail punto com",
            "ana{at}correo.es",
            "ana.lopez at correo.es",
            "ana99 arroba hotmail.com",
            "ana@xn--nio-8ma.es",
            "ana.lopez gmail.com",
            "ana(a)correo.es",
            "ana.lopez (gmail",
            "99ana@correo.es",
            "ana@[192.0.2.1]",
            "ana arroba uni.edu",
            "ana_at_correo_dot_es",
            "ana-at-correo-dot-es",
            "ana.lopez (en) gmail.com",
            "ana.lopez#gmail.com",
            "analopez arrobita gmail puntocom",
            "ana at the rate gmail dot com",
            "ana.lopez at leeds ac uk",
        ]
        .map(|address| address.trim()),
    );
    only(Matter::Email, "[escríbame](mailto:ana@correo.es)", "ana@correo.es");
    only(Matter::Email, "<ana@correo.es>", "ana@correo.es");
    only(Matter::Email, "Mi gmail es ana.lopez", "gmail es ana.lopez");
    only(Matter::Email, "my outlook address is ana.lopez", "ana.lopez");
    only(Matter::Email, "612345678@correo.es", "612345678@correo.es");
    only(Matter::Email, "a@b.es.", "a@b.es");
    assert_eq!(found("ana@correo.es;luis@correo.es").len(), 2);
}

#[test]
fn what_only_looks_like_an_address() {
    nothing(&[
        "gracias @ana",
        "@ana.lopez en Instagram",
        "Quedamos a las 10 @ aula 3.2",
        "@Override",
        "logo@2x.png",
        "npm @types/node",
        "a @ b",
        "user@host",
        "Look at bbc.com",
        "arroba",
        "El símbolo arroba se usa en el correo",
        "@ @ @",
        "una @ suelta",
        "Busqué en gmail.com y en yahoo.es",
        "p. ej. gmail.com",
        "alumno(a) es quien",
        "arrived at home. Es tarde",
        "I am at work",
        "meet at nine dot",
        "https://medium.com/@ana/titulo",
        "me gusta gmail es mejor",
        "see at example.com",
        "1@2",
        "x@1.2.3",
        "cada alumn@ debe entregar",
        "tod@s l@s alumn@s. Es importante",
        "Write your answers at example.com",
        "email addresses at gov.uk domains",
        "capitulo2@anexo.docx",
        "página.html#sección.com",
    ]);
}

#[test]
fn amounts_of_money() {
    each(
        Matter::Money,
        &[
            "50 €",
            "50€",
            "€ 50",
            "€50",
            "50 euros",
            "1.200,50 EUR",
            "EUR 50",
            "cien euros",
            "$20",
            "20 dollars",
            "£30",
            "30 pavos",
            "mil euros",
            "50 mil euros",
            "dos mil quinientos euros",
            "un euro",
            "2 millones de euros",
            "1 200 €",
            "1.200,50 €",
            "two hundred dollars",
            "20$",
            "veinte euros",
            "treinta y cinco euros",
            "12,5 €",
            "20k €",
            "100 €",
            "cien pesos",
            "₹500",
            "$2.5 million",
            "80p a page",
        ],
    );
    only(Matter::Money, "I had 2 grand.", "2 grand");
    only(Matter::Money, "entre 100 y 150 euros", "100 y 150 euros");
    assert_eq!(found("de $20 a $30").len(), 2);
    nothing(&[
        "la zona euro",
        "el euro digital",
        "muchos euros",
        "$x + 2$",
        "$2x + 3$",
        "$N = 20$",
        "libras y onzas",
        "¿cuántos euros?",
        "EUR-Lex",
        "Euro 6",
        "US 20",
        "$\\alpha_1 = 3$",
        "dos libras de harina",
        "its weight was 150 pounds",
        "dos pavos reales",
        "a quid pro quo",
        "in for a penny, in for a pound",
        "1 € = 166,386 pesetas",
        "2 grand theories",
        "80p",
        "28 EU",
    ]);
}

#[test]
fn insults_of_the_list() {
    each(
        Matter::Insult,
        &[
            "idiota",
            "IDIOTA",
            "idiotas",
            "imbecil",
            "imbéciles",
            "tonta",
            "tontos",
            "cabrona",
            "cabrones",
            "cabron",
            "hijo de puta",
            "hijos de puta",
            "idioooota",
            "IDIOTAAAA",
            "i\u{200b}diota",
            "shit",
            "ídiota",
            "tont@",
            "id.iota",
            "i.d.i.o.t.a",
        ],
    );
    nothing(&["idiotez", "tontería", "atonto", "puta madre", "hijo de la autora", "put", "tono"]);
    assert!(found("Es usted un *idiota* y un **tonto**").len() == 2);
}

/// A desk that has set nothing finds few, and none where the same word says something else.
#[test]
fn the_usual_insults_are_found_and_the_desk_adds_its_own_and_leaves_others_out() {
    let found = |list: &str, text: &str| {
        let found = find(text, &[Matter::Insult], &Insults::of_desk(list));
        found.into_iter().map(|found| found.words(text).to_owned()).collect::<Vec<_>>()
    };
    for (text, words) in [
        ("Eres un puto inútil", "inútil"),
        ("sois unos LADRONES", "LADRONES"),
        ("Menudos payasos", "payasos"),
        ("Es usted un sinvergüenza", "sinvergüenza"),
        ("Hijos de la gran puta", "Hijos de la gran puta"),
        ("gili pollas", "gili pollas"),
        ("You're so fucking useless", "useless"),
        ("What a bunch of crooks", "crooks"),
        ("sons of bitches", "sons of bitches"),
        ("You dumbass", "dumbass"),
    ] {
        assert_eq!(found("", text), [words], "{text}");
    }
    for text in [
        "El juez incompetente",
        "El idiota, de Dostoievski",
        "el nervio vago",
        "Ladrón de bicicletas",
        "The Idiot by Dostoevsky",
        "useless variables removed",
        "a dumb terminal",
        "El burro de Platero y la zorra",
    ] {
        assert_eq!(found("", text), [""; 0], "{text}");
    }
    assert_eq!(found("merluzo, -gilipollas, -inútil", "Eres un merluzo"), ["merluzo"]);
    assert_eq!(found("merluzo, -gilipollas, -inútil", "Gilipollas, eres inútil"), [""; 0]);
    assert_eq!(found("-hijo de puta", "hijo de puta"), [""; 0]);
}

#[test]
fn places_are_those_of_the_text_as_it_was_given() {
    let text = "Añádame: ６１２ 345 678 o ana@correo.es";
    let all = find(text, &Matter::ALL, &Insults::default());
    let mut spots = Spots::default();
    spots.add(Field::Message, text, &all);
    assert_eq!(spots.shown.iter().map(|spot| spot.place.clone()).collect::<Vec<_>>(), [9..20, 23..36]);
    assert_eq!(all.iter().map(|found| found.words(text)).collect::<Vec<_>>(), ["６１２ 345 678", "ana@correo.es"]);
    assert!(find(text, &[Matter::Money], &Insults::default()).is_empty());
}

/// Digits that a Spanish number may have.
fn spanish() -> impl Strategy<Value = String> {
    "[67][0-9]{8}|9[1-8][0-9]{7}".prop_filter("it only counts, which lists do", |digits| {
        let steps: Vec<_> = digits.as_bytes().windows(2).map(|two| i32::from(two[1]) - i32::from(two[0])).collect();
        !steps.iter().all(|step| *step == 1) && !steps.iter().all(|step| *step == -1)
    })
}

fn grouped(digits: &str, sizes: &[usize], between: &str) -> String {
    let mut rest = digits;
    let mut groups = Vec::new();
    for size in sizes {
        let (group, behind) = rest.split_at(*size);
        groups.push(group);
        rest = behind;
    }
    groups.join(between)
}

fn in_words(digits: &str, words: [&str; 10], between: &str) -> String {
    digits.bytes().map(|digit| words[usize::from(digit - b'0')]).collect::<Vec<_>>().join(between)
}

const SPANISH: [&str; 10] = ["cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"];
const ENGLISH: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// A telephone number in any way of writing that is known.
fn written() -> impl Strategy<Value = String> {
    let sizes = prop::sample::select(vec![vec![9], vec![3, 3, 3], vec![3, 2, 2, 2], vec![2, 3, 2, 2], vec![1; 9]]);
    let between = prop::sample::select(vec![" ", "-", ".", "*", "_", "/", " - ", "\u{200b} ", "\u{a0}"]);
    let prefix = prop::sample::select(vec!["", "", "", "+34 ", "+34", "0034 ", "(+34) ", "+34-", "34 "]);
    let digits =
        (spanish(), sizes, between, prefix).prop_filter_map("an address of a machine", |(digits, sizes, between, prefix)| {
            (sizes != [2, 3, 2, 2] || between != ".").then(|| format!("{prefix}{}", grouped(&digits, &sizes, between)))
        });
    let said = (spanish(), prop::sample::select(vec![SPANISH, ENGLISH]), prop::sample::select(vec![" ", ", ", "-", " - "]))
        .prop_map(|(digits, words, between)| in_words(&digits, words, between));
    let foreign =
        ("[1-9][0-9]{9,11}", prop::sample::select(vec!["+", "00"])).prop_filter_map("Spain has its own", |(digits, prefix)| {
            (!digits.starts_with("34")).then(|| format!("{prefix}{} {} {}", &digits[..2], &digits[2..6], &digits[6..]))
        });
    let scripts = (spanish(), prop::sample::select(vec!['０', '٠', '०'])).prop_map(|(digits, zero)| {
        digits.bytes().filter_map(|digit| char::from_u32(zero as u32 + u32::from(digit - b'0'))).collect::<String>()
    });
    prop_oneof![4 => digits, 2 => said, 1 => foreign, 1 => scripts]
}

fn reference() -> impl Strategy<Value = String> {
    let year = 1_900u32..2_030;
    prop_oneof![
        (1u32..900, 1u32..99).prop_map(|(first, more)| format!("pp. {first}-{}", first + more)),
        (1u32..900, 1u32..99).prop_map(|(first, more)| format!("las páginas {first}–{}", first + more)),
        (year.clone(), 1u32..20).prop_map(|(first, more)| format!("{first}-{}", first + more)),
        (1u32..999, year.clone()).prop_map(|(number, year)| format!("la Ley {number}/{year}")),
        (1u32..32, 1u32..13, year.clone()).prop_map(|(day, month, year)| format!("el {day}/{month}/{year}")),
        (1u32..13, 1u32..29, year.clone(), 0u32..24, 0u32..60)
            .prop_map(|(month, day, year, hour, minute)| format!("{year}-{month:02}-{day:02} {hour}:{minute:02}")),
        (0u32..10, 0u32..100).prop_map(|(whole, part)| format!("un {whole},{part:02}/10")),
        (0u32..100, 0u32..10).prop_map(|(whole, part)| format!("el {whole}.{part} %")),
        "[1-9]\\.[1-9]\\.[1-9]\\.[1-9]".prop_map(|number| format!("el apartado {number}")),
        "[0-9]{4}-[0-9]{3}[0-9X]".prop_map(|number| format!("ISSN {number}")),
        "978-[0-9]{2}-[0-9]{3}-[0-9]{4}-[0-9]".prop_map(|number| format!("ISBN {number}")),
        "10\\.[1-9][0-9]{3}/[a-z]{3}\\.[0-9]{9}".prop_map(|number| format!("https://doi.org/{number}")),
        "[1-9][0-9]{5}".prop_map(|number| format!("el ticket #{number}")),
        "[1-9][0-9]{3,8}".prop_map(|number| format!("N = {number}")),
        "0,0[0-9]{2}".prop_map(|number| format!("p < {number}")),
        "0000-000[0-9]-[0-9]{4}-[0-9]{4}".prop_map(|number| format!("ORCID {number}")),
        year.prop_map(|year| format!("(García, {year}, p. 34)")),
    ]
}

/// Words that say nothing of numbers, addresses or money.
fn innocent() -> impl Strategy<Value = String> {
    let words = [
        "hola",
        "buenos",
        "días",
        "el",
        "capítulo",
        "de",
        "la",
        "tesis",
        "y",
        "gracias",
        "por",
        "the",
        "chapter",
        "about",
        "method",
        "please",
        "would",
        "it",
        "introducción",
        "según",
        "tutoría",
        "mañana",
        "revisado",
        "con",
        "añadir",
        "conclusiones",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 1..8).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if cfg!(debug_assertions) { 48 } else { 20_000 }))]

    #[test]
    fn a_number_is_found_however_it_is_written(before in innocent(), phone in written(), behind in innocent()) {
        for text in [format!("{before} {phone} {behind}"), format!("{before}: {phone}. {behind}"), format!("{before}\n{phone}\n{behind}")] {
            let found = found(&text);
            prop_assert_eq!(&found, &[(Matter::Phone, phone.clone())], "{}", text);
        }
    }

    #[test]
    fn a_reference_is_none(before in innocent(), one in reference(), between in innocent(), other in reference()) {
        for text in [format!("{before} {one} {between} {other}"), format!("{one}, {other}, {between}"), format!("{one}\n{other}")] {
            prop_assert_eq!(found(&text), [], "{}", text);
        }
    }

    #[test]
    fn a_number_among_references_is_found(one in reference(), phone in written(), other in reference()) {
        let text = format!("{one} y {phone}, {other}");
        prop_assert_eq!(found(&text), [(Matter::Phone, phone)], "{}", text);
    }

    #[test]
    fn an_address_is_found(
        before in innocent(), name in "[a-z][a-z0-9]{1,8}(\\.[a-z]{2,8})?", host in "[a-z]{2,10}", top in prop::sample::select(vec!["es", "com", "org"]),
        signs in prop::sample::select(vec![("@", "."), (" @ ", " . "), (" arroba ", " punto "), ("(arroba)", "(punto)"), (" [at] ", " [dot] "), (" (at) ", ".")]),
        behind in innocent(),
    ) {
        let address = format!("{name}{}{host}{}{top}", signs.0, signs.1);
        let text = format!("{before}: {address}, {behind}");
        prop_assert_eq!(found(&text), [(Matter::Email, address)], "{}", text);
    }

    #[test]
    fn no_text_is_too_much(text in "\\PC{0,60}", pieces in prop::collection::vec(prop::sample::select(vec![
        "6", "12", "345678", "+", "34", "00", "@", ".", "(", ")", "-", "/", " ", "\n", "seis", "y", "cien", "euros", "$", "€", "arroba", "punto",
        "gmail", "at", "é", "\u{301}", "\u{200b}", "０", "½", "ﬁ", "o", "l", "%", "=", "http://", "10.1000/", "p.", "tel", "doble", "hundred", "İ",
    ]), 0..40)) {
        for text in [text, pieces.concat()] {
            for found in find(&text, &Matter::ALL, &Insults::parse("idiota,hijo de puta")) {
                prop_assert!(found.place.start < found.place.end, "{:?} {:?}", text, found);
                prop_assert!(text.get(found.place.clone()).is_some(), "{:?} {:?}", text, found);
            }
        }
    }
}

/// What a rule begins to look at again and again, were it to look at all of a text for each piece of it.
#[test]
fn long_texts_of_nothing_else_are_read_through() {
    let insults = Insults::parse("idiota, hijo de puta, aaaaaaaaaa");
    for part in ["6", "1 ", "61-", "@", "a@a.", "$1", "seis ", "hijo de ", "10.", "http://", "a ", "gmail ", "+34 "] {
        let text = part.repeat(4 * 1024 / part.len());
        find(&text, &Matter::ALL, &insults);
    }
}
