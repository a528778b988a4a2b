//! From the bytes of a file to rows of cells, whatever program saved it.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::domain::Msg;
use crate::domain::draft::text::line;

/// How large a table may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    pub bytes: usize,
    pub rows: usize,
    /// What is said of a file with more bytes.
    pub too_large: &'static str,
}

/// No rota of a century is larger; the rows are fifty years of two posts.
pub const ROTA: Limits = Limits { bytes: 2 * 1024 * 1024, rows: 5_000, too_large: "import-too-large" };
/// Columns of a row that are looked at; a spreadsheet's empty ones go on for ever.
const MAX_CELLS: usize = 64;
/// Characters of a cell that are kept; one too long is refused where it is read.
const MAX_CELL: usize = 500;

/// A row with its number as a spreadsheet counts it, from 1.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    pub number: usize,
    pub cells: Vec<String>,
}

impl Row {
    /// A cell, empty when the row is shorter.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }
}

/// Reads the rows that hold anything.
///
/// # Errors
/// A file that is too large, or is no text.
pub fn rows(bytes: &[u8], limits: Limits) -> Result<Vec<Row>, Msg> {
    if bytes.len() > limits.bytes {
        return Err(Msg::new(limits.too_large));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(Msg::new("import-workbook"));
    }
    let text = decoded(bytes)?.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut inner_breaks = 0;
    while reader.read_record(&mut record).map_err(|_| Msg::new("import-not-text"))? {
        // The position *after* a record is sure: before it, skipped empty lines do not count yet.
        inner_breaks += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        let after = usize::try_from(reader.position().line()).unwrap_or(usize::MAX);
        let number = (after - usize::from(text_ended(&reader, &text))).saturating_sub(inner_breaks).max(1);
        if number > limits.rows {
            return Err(Msg::new("import-too-many-rows").with("max", limits.rows));
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cells = record.iter().take(MAX_CELLS).map(|cell| {
            let short: String = cell.chars().take(MAX_CELL).collect();
            line(&short)
        });
        rows.push(Row { number, cells: cells.collect() });
    }
    Ok(rows)
}

/// Whether the last record ended with a break, which the position has then counted.
fn text_ended(reader: &csv::Reader<&[u8]>, text: &str) -> bool {
    let at = usize::try_from(reader.position().byte()).unwrap_or(0);
    at > 0 && text.as_bytes().get(at - 1) == Some(&b'\n')
}

/// UTF-8 or UTF-16 by their mark, UTF-8 where it is valid, and else what French Windows saves.
///
/// # Errors
/// What is no text.
pub fn decoded(bytes: &[u8]) -> Result<String, Msg> {
    let text = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&bytes[mark..]).0,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8.decode_without_bom_handling(bytes).0,
        None => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    if text.contains('\0') {
        return Err(Msg::new("import-not-text"));
    }
    Ok(text.into_owned())
}

/// The separator most frequent in the first line that holds anything, outside quotes.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|l| !l.trim().is_empty()).unwrap_or("");
    let count = |delimiter: char| {
        let mut quoted = false;
        first
            .chars()
            .filter(|c| {
                quoted ^= *c == '"';
                !quoted && *c == delimiter
            })
            .count()
    };
    // On equal terms the semicolon: it is what French spreadsheets write.
    [(b';', 2), (b'\t', 1), (b',', 0)]
        .into_iter()
        .max_by_key(|(d, rank)| (count(char::from(*d)), *rank))
        .map_or(b';', |(d, _)| d)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX_BYTES: usize = ROTA.bytes;
    const MAX_ROWS: usize = ROTA.rows;

    fn rows(bytes: &[u8]) -> Result<Vec<Row>, Msg> {
        super::rows(bytes, ROTA)
    }

    fn numbered(text: &str) -> Vec<(usize, String)> {
        rows(text.as_bytes()).unwrap().into_iter().map(|r| (r.number, r.cells.join("|"))).collect()
    }

    #[test]
    fn rows_are_numbered_as_the_spreadsheet_shows_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "a;b", "", ";;", "\"deux", "lignes\";c", "", "d;e"].join(end);
            let expected = [(2, "a|b".into()), (5, "deux lignes|c".into()), (7, "d|e".into())];
            assert_eq!(numbered(&text), expected, "{end:?}, no break at the end");
            assert_eq!(numbered(&(text + end)), expected, "{end:?}, a break at the end");
        }
    }

    #[test]
    fn the_separator_is_the_one_outside_quotes() {
        assert_eq!(numbered("a;\"b,c,d\""), [(1, "a|b,c,d".into())]);
        assert_eq!(numbered("a\tb;c\td"), [(1, "a|b;c|d".into())]);
        assert_eq!(numbered("a,b"), [(1, "a|b".into())]);
    }

    #[test]
    fn every_common_encoding_is_read() {
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain("é;à".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in ["é;à".as_bytes(), b"\xef\xbb\xbf\xc3\xa9;\xc3\xa0", b"\xe9;\xe0", &utf16] {
            assert_eq!(rows(bytes).unwrap()[0].cells, ["é", "à"], "{bytes:?}");
        }
    }

    #[test]
    fn hostile_files_are_refused_at_once() {
        let start = std::time::Instant::now();
        let id = |bytes: &[u8]| rows(bytes).unwrap_err().id.into_owned();
        assert_eq!(id(&vec![b'a'; MAX_BYTES + 1]), "import-too-large");
        assert_eq!(id(&b"a;b\n".repeat(MAX_ROWS + 1)), "import-too-many-rows");
        assert_eq!(id(&[b"a;b\n".as_slice(), &b"\n".repeat(1_000_000), b"c;d"].concat()), "import-too-many-rows");
        assert_eq!(id(b"PK\x03\x04\x14\0\x06"), "import-workbook");
        assert_eq!(id(b"a;b\0;c"), "import-not-text");
        let long = rows(&vec![b'a'; MAX_BYTES]).unwrap();
        assert_eq!(long[0].cells[0].len(), MAX_CELL);
        assert_eq!(rows(&vec![b';'; MAX_BYTES]).unwrap(), []);
        assert_eq!(rows(&vec![b'"'; MAX_BYTES]).unwrap().len(), 1);
        assert!(start.elapsed().as_secs() < 20, "two megabytes take no time, even unoptimised");
    }
}
