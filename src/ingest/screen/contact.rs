//! Contact details and addresses of machines in text.

use super::hint::fold;
use super::vocabulary::is_term;

/// Whether an e-mail address stands in a text, with `(at)` in place of its sign too.
pub(super) fn holds_mail(text: &str) -> bool {
    let written_out = ["(at)", "[at]", "{at}"].into_iter().find(|sign| text.contains(sign));
    match written_out {
        Some(sign) => has_mail(&text.replacen(sign, "@", 1).replace("(dot)", ".").replace("[dot]", ".")),
        None => has_mail(text),
    }
}

fn has_mail(text: &str) -> bool {
    text.match_indices('@').any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after: String =
            text[at + 1..].chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '.')).collect();
        let top = after.trim_end_matches('.').rsplit_once('.').map(|(_, top)| top.chars().count());
        before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '"'))
            && top.is_some_and(|letters| letters >= 2)
    })
}

/// Whether a link stands in a text.
pub(super) fn holds_url(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    ["://", "www.", "mailto:", "\\\\"].iter().any(|sign| lower.contains(sign))
        || lower.split_whitespace().any(is_host_and_path)
}

/// `clinic.example.org/file/12`, `example.com`.
fn is_host_and_path(word: &str) -> bool {
    const TOPS: &str = "internal lan localdomain com org net edu gov eu de uk fr es it nl pl se ch at info io health test example int ru jp local lan \
        invalid hospital clinic";
    /// Of countries whose letters are words elsewhere: a path or a second dot has to go with them.
    const OTHERS: &str = "be dk no fi cz hu gr pt br cn kr in au ca nz za mx ar cl tr il ua ie lt lv ee hr si sk ro bg us app dev";
    let host = word.split(['/', ':', '?']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let is_label =
        |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let has_path = host.len() < word.len();
    let letters = |label: &&str| label.chars().filter(char::is_ascii_alphabetic).count() >= 2;
    labels.len() >= 2
        && labels.iter().all(is_label)
        && labels.last().is_some_and(|top| {
            let is_one_of = |tops: &str| tops.split(' ').any(|other| other == *top);
            is_one_of(TOPS) || is_one_of(OTHERS) && (has_path || labels.len() >= 3)
        })
        && labels[..labels.len() - 1].iter().any(letters)
        && (has_path || labels.len() >= 3 || labels[0].len() >= 4)
}

/// The addresses that may stand in a cell: in brackets, with a port, several of them, behind a name.
fn hosts(text: &str) -> impl Iterator<Item = &str> {
    let inner = text.split_once(['(', '[']).and_then(|(_, rest)| rest.split_once([')', ']']));
    let parts = text.split([',', ';']).map(str::trim).filter(move |_| inner.is_none());
    inner.map(|(host, _)| host.trim()).into_iter().chain(parts)
}

/// Whether an IPv4 address stands in a cell: alone, in brackets, with a port, behind a word, in the name of a machine.
pub(super) fn is_ipv4(text: &str) -> bool {
    let dotted = text.split(|c: char| !(c.is_ascii_digit() || c == '.')).any(is_one_ipv4);
    let is_named =
        || text.starts_with(|c: char| c.is_alphabetic()) || text.contains(|c: char| c.is_ascii_alphabetic());
    dotted
        || text.contains(['-', '_'])
            && is_named()
            && text
                .split(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '_')))
                .any(|run| is_one_ipv4(&run.trim_matches(['-', '_']).replace(['-', '_'], ".")))
}

/// Whether a text is an IPv4 address. Versions and enzymes look alike: an address has numbers that these seldom have.
fn is_one_ipv4(text: &str) -> bool {
    let part = |part: &str| {
        let is_number = (1..=3).contains(&part.len()) && (part.len() == 1 || !part.starts_with('0'));
        if is_number { part.parse().unwrap_or(256) } else { 256 }
    };
    let parts: Vec<u32> = text.trim_end_matches('.').split('.').map(part).collect();
    parts.len() == 4
        && parts[0] >= 8
        && parts.iter().all(|part| *part < 256)
        && parts.iter().any(|part| *part >= 20)
}

/// Whether a cell holds IPv6 addresses and nothing else but names of machines.
pub(super) fn is_ipv6(text: &str) -> bool {
    is_one_ipv6(text) || hosts(text).all(is_one_ipv6) || text.split_whitespace().any(is_network_card)
}

/// `85:AF:7C:E5:89:95`, also beside other words.
fn is_network_card(word: &str) -> bool {
    word.contains(':') && are_six_pairs(word.trim_matches(['(', ')', '[', ']', ',', ';']), &[':'])
}

/// Six pairs of hexadecimal digits between signs.
fn are_six_pairs(text: &str, signs: &[char]) -> bool {
    let is_pair = |pair: &str| pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split(signs).count() == 6 && text.split(signs).all(is_pair)
}

/// Whether a text is an IPv6 address, or the address of a network card: six pairs of hexadecimal digits.
fn is_one_ipv6(text: &str) -> bool {
    if are_six_pairs(text, &[':', '-']) {
        return true;
    }
    let host = text.split(['/', '%']).next().unwrap_or_default();
    host.matches(':').count() >= 2
        && host
            .chars()
            .any(|c| c.is_ascii_hexdigit() && !c.is_ascii_digit() || host.contains("::") && c == ':')
        && host.parse::<std::net::Ipv6Addr>().is_ok()
}

/// Whether a cell holds telephone numbers, one or several.
pub(super) fn are_phones(text: &str) -> bool {
    let long = |part: &str| {
        part.chars().filter(char::is_ascii_digit).count() >= 7
            && part.chars().all(|c| c.is_ascii_digit() || " -./()+".contains(c))
    };
    let several: Vec<&str> = text.split([',', ';']).map(str::trim).collect();
    is_phone(text) || several.len() > 1 && several.into_iter().all(long)
}

/// Whether a text is a telephone number: with a sign of one (`+`, a leading `00`, brackets, groups).
fn is_phone(text: &str) -> bool {
    let text = text.trim();
    let (number, extension) = match text.find(['x', 'e', '#']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let lower = extension.to_ascii_lowercase();
    let is_extension = lower.is_empty()
        || lower.trim_start_matches(['e', 'x', 't', '.', '#', ' ']).chars().all(|c| c.is_ascii_digit());
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let others_fit =
        number.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '(' | ')' | '-' | '/' | '.'));
    let social_security = number.split('-').map(str::len).eq([3, 2, 4]);
    if social_security || !is_extension || !others_fit || !(6..=16).contains(&digits) {
        return false;
    }
    let groups = number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).count();
    let is_bracketed =
        number.starts_with('(') || number.contains(" (") || number.contains(")(") || number.contains(") ");
    number.starts_with('+') && digits >= 7
        || number.starts_with("00") && digits >= 10
        || is_bracketed && digits >= 7
        || number.starts_with('0') && groups >= 2 && digits >= 7
        || groups >= 3 && digits >= 9 && number.contains(['-', ' ', '.'])
}

/// Whether a text is a place on the earth: two numbers with three decimals or more, or degrees and minutes.
pub(super) fn is_coordinates(text: &str) -> bool {
    let text = text.trim_matches(['[', ']', '(', ')', '{', '}']);
    let parts: Vec<&str> = text.split([',', ';', ' ', '/']).filter(|part| !part.is_empty()).collect();
    let is_angle = |part: &&str| {
        let part = part.trim_matches(['N', 'S', 'E', 'W', '°']);
        part.split_once('.').is_some_and(|(_, decimals)| decimals.len() >= 3)
            && part.parse::<f64>().is_ok_and(|angle| angle.abs() <= 180.0)
    };
    let is_sexagesimal = text.contains('°') && text.contains(['\'', '\u{2032}', '"']);
    let winds = text.contains(['N', 'S']) && text.contains(['E', 'W']) && text.contains('.');
    let is_by_winds = winds
        && text.chars().all(|c| c.is_ascii_digit() || "NSEW .,°'".contains(c))
        && text.bytes().filter(u8::is_ascii_digit).count() >= 7;
    let is_one = text.contains('°') && text.contains(['N', 'S', 'E', 'W']) && parts.iter().any(is_angle);
    is_sexagesimal || is_by_winds || is_one || parts.len() == 2 && parts.iter().all(is_angle)
}

/// Words of streets, folded; a blank is part of the word.
const STREETS: &[&str] = &[
    "strasse|str.|straat|gasse|weg |platz|allee|street| st | road| avenue| ave| lane| drive| court| blvd",
    "boulevard|rue |chemin|place |calle|avenida|paseo|plaza|via |viale|piazza|corso|strada |ulica|ul.|aleja",
    "gatan|vagen|katu|tie |vej |gade|rua |travessa|laan|plein|utca|namesti|ulice|улица|ул.|проспект|пер.|丁目",
    "loc. |fraz. |localita |frazione |contrada |cascina |mavze|kvartal|xonadon|tumani|mikrorayon|мкр|микрорайон| кв. | д. |c.p. |c/ |ev.c. |c.d. |house no|hs.nr|haus nr|crescent|terrace| close| grove| mews| gardens| parade",
    "apt.|suite|mahallesi| mah.| sok.| sk.| cad.|sokak|cadde|bulv|po box|p.o. box|postfach|boite postale|apartado de",
];

/// `12345 Musterstadt`, `D-12345 Musterstadt`.
fn is_code_and_town(text: &str) -> bool {
    // `779 00 Olomouc`
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let spaced = text.split_at_checked(6).filter(|(code, _)| {
        code.split_once(' ')
            .is_some_and(|(a, b)| a.len() == 3 && b.len() == 2 && is_digits(a) && is_digits(b))
    });
    if let Some((_, town)) = spaced {
        let town = town.strip_prefix(' ').unwrap_or_default();
        return town.starts_with(char::is_uppercase) && !is_term(town);
    }
    let Some((code, town)) = text.split_once(' ') else { return false };
    let digits = code.rsplit('-').next().unwrap_or_default();
    let is_word = town.chars().nth(1).is_some_and(char::is_lowercase);
    let is_abroad = digits.len() == 4 && (code.len() >= 6 || is_word && !code.starts_with('0'));
    let town = town.trim_start_matches("г. ");
    (digits.len() == 5 || is_abroad || digits.len() == 6 && !town.is_ascii())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && code.len() <= 8
        && town.starts_with(char::is_uppercase)
        && town.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && (town.len() >= 6 || town.contains(char::is_lowercase))
        && !is_term(town)
}

/// Whether provinces, towns, wards and streets stand before a number, as in addresses of China, Japan and Korea.
fn is_east_asian(text: &str) -> bool {
    const PLACES: &str = "都府県市区町村省县镇乡路街巷弄栋楼室郡";
    const KOREAN: &str = "시도구군동읍면리로길";
    if text.is_ascii() || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let has_house = ["号", "丁目", "番", "號"].iter().any(|sign| text.contains(sign))
        || text
            .split(|c: char| !c.is_ascii_digit() && c != '-')
            .any(|run| run.trim_matches('-').contains('-'));
    let places = PLACES.chars().filter(|sign| text.contains(*sign)).count();
    let korean = text.split_whitespace().filter(|word| {
        word.chars().count() >= 2 && word.chars().next_back().is_some_and(|last| KOREAN.contains(last))
    });
    places >= 2 && has_house || korean.count() >= 2
}

/// `S6, 29`: a square of a town plan and the number of a house.
fn is_square(text: &str) -> bool {
    let Some((square, house)) = text.split_once([',', ' ']) else { return false };
    let mut letters = square.chars();
    let house = house.trim_start();
    matches!(letters.next(), Some('A'..='U'))
        && matches!(letters.next(), Some('1'..='7'))
        && letters.next().is_none()
        && (1..=3).contains(&house.len())
        && house.starts_with(|c: char| c.is_ascii_digit() && c != '0')
        && house.chars().all(|c| c.is_ascii_alphanumeric())
        && text.contains(',')
}

/// `@name_12`, as people are called in networks.
pub(super) fn is_handle(text: &str) -> bool {
    text.split([' ', '(', ',', ';', ':']).filter_map(|word| word.strip_prefix('@')).any(|name| {
        name.len() >= 4 && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'))
    })
}

/// `Ermou 167, Larisa`: words, the number of a house, and a town.
fn is_street_and_town(text: &str) -> bool {
    let Some((street, town)) = text.split_once(", ") else { return false };
    let Some((name, house)) = street.rsplit_once(' ') else { return false };
    let is_name = |words: &str| {
        words.chars().next().is_some_and(char::is_uppercase)
            && words.chars().filter(|c| c.is_alphabetic()).count() >= 4
            && words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''))
            && !is_term(words)
    };
    let town = town.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    (1..=4).contains(&house.len())
        && house.starts_with(|c: char| c.is_ascii_digit())
        && is_name(name)
        && is_name(town)
}

fn is_in_stones(text: &str) -> bool {
    text.split_once(" st").is_some_and(|(stones, _)| stones.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a text looks like a street with a number, or a whole address.
pub(super) fn is_street(text: &str) -> bool {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) || !text.contains(char::is_alphabetic) {
        return false;
    }
    // `15 st 3 lb` is a weight.
    let folded = format!("{} ", fold(text)).replace(" st ", if is_in_stones(text) { " " } else { " st " });
    (is_code_and_town(text) || is_square(text) || is_street_and_town(text) || is_east_asian(text))
        || folded.chars().count() > 7
            && STREETS.iter().flat_map(|line| line.split('|')).any(|sign| folded.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contact_details_are_known() {
        assert!(holds_mail("a.b@example.com") && holds_mail("write to <a@klinik.example>"));
        assert!(!holds_mail("3 @ 5") && !holds_mail("dose@day"));
        assert!(
            holds_url("https://example.org/x")
                && holds_url("www.example.org")
                && holds_url("a1.example.org/f/2")
        );
        assert!(!holds_url("v4.03") && !holds_url("10.5") && !holds_url("c.76C>T"));
        assert!(is_ipv4("192.0.2.17") && !is_ipv4("1.2.3.4") && !is_ipv4("192.0.2") && !is_ipv4("3.4.21.73"));
        assert!(is_ipv6("00:1A:2B:3C:4D:5E") && !is_ipv6("10:15:30"));
        assert!(is_coordinates("52.52000, 13.40495") && !is_coordinates("12.5, 13.1"));
        assert!(is_ipv6("2001:db8::17") && !is_ipv6("12:30:15") && !is_ipv6("1:128"));
        for phone in ["+49 30 1234567", "(555) 010-9999", "030/1234567", "555-010-9999 x12", "0049301234567"]
        {
            assert!(is_phone(phone), "{phone}");
        }
        for other in ["120/80", "12-35", "2345-7", "46", "0.5", "1:1280", "100.25", "9/10", "0069-31"] {
            assert!(!is_phone(other), "{other}");
        }
        assert!(is_street("Musterstraße 12") && is_street("12 Example Road") && !is_street("Day 28"));
    }

    #[test]
    fn what_stands_about_an_address_does_not_hide_it() {
        for host in ["[192.0.2.36]", "10.183.29.129, 192.0.2.228", "ws-229 (10.182.231.58)"] {
            assert!(is_ipv4(host), "{host}");
        }
        assert!(is_ipv6("[2a02:a583:d883::2a61]:443") && !is_ipv6("ws (10.182.231.58)"));
        assert!(!is_ipv4("grade 3 (mild)") && !is_ipv4("1.2.3") && !is_ipv4(""));
        assert!(holds_mail("anna(at)example.org") && !holds_mail("admitted at 12.30"));
        for host in ["IP: 10.230.168.72", "ip-192-0-2-17.compute.internal", "login from 192.0.2.44"] {
            assert!(is_ipv4(host), "{host}");
        }
        assert!(is_street("S6, 29") && is_street("Ερμού 167, Λάρισα") && is_street("東京都新宿区4-26-4"));
        assert!(!is_street("15 st 3 lb") && !is_street("Week 12, Day 3") && !is_street("8558 MFI"));
        assert!(is_handle("Telegram @ejhfr_ee30") && !is_handle("death @ d607"));
        assert!(are_phones("0774 2144950, 0618 519225") && !are_phones("12, 14") && !are_phones("1.5, 2.5"));
    }
}
