use std::io::Write;

use super::*;

const LIMIT: u64 = 3 << 30;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::stream::encode_all(bytes, 3).unwrap()
}

fn read(bytes: &[u8], packing: Packing, limit: u64) -> Result<Vec<u8>, IngestError> {
    Input::of_bytes("f".to_owned(), bytes, packing, limit).read_whole()
}

fn rule(result: Result<Vec<u8>, IngestError>) -> String {
    match result {
        Ok(_) => "read".to_owned(),
        Err(IngestError::Refused { problems }) => problems.iter().map(|problem| problem.rule).collect(),
        Err(IngestError::Damaged { format, .. }) => format!("damaged {format}"),
        Err(IngestError::TooLarge { limit, .. }) => format!("above {limit}"),
        Err(other) => other.to_string(),
    }
}

#[test]
fn packed_bytes_come_back() {
    let text = b"day,event\n1,0\n".repeat(1000);
    assert_eq!(read(&text, Packing::None, LIMIT).unwrap(), text);
    assert_eq!(read(&gzip(&text), Packing::Gzip, LIMIT).unwrap(), text);
    assert_eq!(read(&zstd(&text), Packing::Zstd, LIMIT).unwrap(), text);
    let twice = [gzip(b"a\n"), gzip(b"b\n")].concat();
    assert_eq!(read(&twice, Packing::Gzip, LIMIT).unwrap(), b"a\nb\n");
    let frames = [b"\x50\x2a\x4d\x18\x02\0\0\0xx".to_vec(), zstd(b"a\n"), zstd(b"b\n")].concat();
    assert_eq!(read(&frames, Packing::Zstd, LIMIT).unwrap(), b"a\nb\n");
}

#[test]
fn name_and_first_bytes_must_agree() {
    assert_eq!(rule(read(b"a,b\n", Packing::Gzip, LIMIT)), "not-gzip");
    assert_eq!(rule(read(b"", Packing::Gzip, LIMIT)), "not-gzip");
    assert_eq!(rule(read(&gzip(b"a"), Packing::Zstd, LIMIT)), "not-zstd");
    assert_eq!(rule(read(&gzip(b"a"), Packing::None, LIMIT)), "gzip");
    assert_eq!(rule(read(&zstd(b"a"), Packing::None, LIMIT)), "zstd");
}

#[test]
fn every_cut_and_anything_after_the_end_is_noticed() {
    let text = b"day,event\n1,0\n2,1\n";
    for (packed, packing, name) in
        [(gzip(text), Packing::Gzip, "damaged gzip"), (zstd(text), Packing::Zstd, "damaged zstd")]
    {
        for end in 4..packed.len() {
            assert_eq!(rule(read(&packed[..end], packing, LIMIT)), name, "cut at {end}");
        }
        let more = [packed.as_slice(), b"more"].concat();
        assert_eq!(rule(read(&more, packing, LIMIT)), name);
    }
}

#[test]
fn a_flipped_byte_of_the_packed_file_is_noticed() {
    let text = b"day,event\n1,0\n2,1\n";
    let packed = gzip(text);
    for at in 0..packed.len() {
        let mut mutant = packed.clone();
        mutant[at] ^= 0x5A;
        let read = read(&mutant, Packing::Gzip, LIMIT);
        assert!(read.as_ref().map_or(true, |read| read == text), "{at}");
    }
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let blanks = vec![b' '; usize::try_from(FREE).unwrap() + 1];
    assert_eq!(rule(read(&zstd(&blanks), Packing::Zstd, LIMIT)), format!("above {FREE}"));
    assert_eq!(rule(read(&gzip(&blanks), Packing::Gzip, LIMIT)), format!("above {FREE}"));
    assert_eq!(rule(read(&gzip(b"12345"), Packing::Gzip, 4)), "above 4");
    assert_eq!(rule(read(b"12345", Packing::None, 4)), "above 4");
    assert_eq!(rule(read(b"1234", Packing::None, 4)), "read");
}
