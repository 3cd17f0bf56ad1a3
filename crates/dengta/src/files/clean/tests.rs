//! Each kind: what stays plays as before, what tells about people is gone, what is broken is refused.

use std::io::Cursor;

use proptest::prelude::*;

use super::samples::{self, SECRET};
use super::{Piece, Plan, Trouble, plan};
use crate::files::Kind;

fn planned(bytes: &[u8], ending: &str) -> Result<(Plan, Vec<u8>), &'static str> {
    let plan = match plan(&mut Cursor::new(bytes), ending) {
        Ok(plan) => plan,
        Err(Trouble::Refused(code)) => return Err(code),
        Err(Trouble::Unread(error)) => panic!("{error}"),
    };
    let mut kept = Vec::new();
    for piece in &plan.pieces {
        match piece {
            Piece::Copy { from, len } => kept.extend_from_slice(&bytes[*from as usize..(from + len) as usize]),
            Piece::Bytes(bytes) => kept.extend_from_slice(bytes),
            Piece::Zeros(len) => kept.resize(kept.len() + *len as usize, 0),
        }
    }
    assert_eq!(kept.len() as u64, plan.len());
    Ok((plan, kept))
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

fn all() -> Vec<(Kind, Vec<u8>)> {
    let mut png = samples::png(16, 8);
    let text = samples::chunk(b"tEXt", SECRET);
    png.splice(33..33, text);
    vec![
        (Kind::Png, png),
        (Kind::Jpeg, samples::jpeg(16, 8)),
        (Kind::Webp, samples::webp()),
        (Kind::Heic, samples::heic(16, 8)),
        (Kind::Mp4, samples::mp4(1000)),
        (Kind::Mov, samples::mov(1000)),
        (Kind::Webm, samples::webm()),
        (Kind::Pdf, samples::pdf()),
    ]
}

#[test]
fn what_tells_about_people_goes_and_the_rest_stays() {
    for (kind, bytes) in all() {
        let (plan, kept) = planned(&bytes, "").unwrap();
        assert_eq!(plan.kind, kind);
        assert!(kind == Kind::Pdf || holds(&bytes, SECRET));
        assert!(!holds(&kept, SECRET), "{kind:?} tells where somebody was");
        assert!(!holds(&kept, b"Core Media") && !holds(&kept, &[0x11; 8]), "{kind:?} tells when and with what");
        let (_, again) = planned(&kept, "").unwrap();
        assert_eq!(again, kept, "{kind:?}: what is kept is whole");
        match kind {
            Kind::Mp4 | Kind::Mov => {
                assert_eq!(kept.len(), bytes.len());
                assert_eq!(plan.dimensions, Some((360, 640)), "it is held upright");
                assert!(holds(&kept, &(0..1000).map(|at| (at / 7 % 251) as u8).collect::<Vec<u8>>()));
            }
            Kind::Webm => assert!(plan.dimensions == Some((640, 360)) && holds(&kept, &[0x77; 300])),
            Kind::Heic => assert!(plan.dimensions == Some((16, 8)) && holds(&kept, &[0x55; 100])),
            Kind::Pdf => assert_eq!(kept, bytes),
            _ => assert_eq!(plan.dimensions, Some((16, 8))),
        }
    }
}

#[test]
fn pixels_are_not_touched_and_the_upper_side_stays_up() {
    let decoded = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().to_rgb8();
    for (kind, bytes) in all() {
        if matches!(kind, Kind::Png | Kind::Jpeg | Kind::Webp) {
            let (_, kept) = planned(&bytes, "").unwrap();
            assert_eq!(decoded(&bytes), decoded(&kept), "{kind:?}");
            let up = |bytes: &[u8]| {
                let reader = image::ImageReader::new(Cursor::new(bytes.to_vec())).with_guessed_format().unwrap();
                image::ImageDecoder::orientation(&mut reader.into_decoder().unwrap()).unwrap()
            };
            assert_eq!(up(&bytes), up(&kept), "{kind:?}");
            assert_eq!(kind == Kind::Png, up(&kept) == image::metadata::Orientation::NoTransforms);
        }
    }
}

#[test]
fn a_second_file_behind_the_first_is_cut_off() {
    let second = b"PK\x03\x04<script>alert(1)</script>";
    for (kind, bytes) in all() {
        let both = [&bytes[..], second].concat();
        match planned(&both, "") {
            Ok((_, kept)) => assert!(!holds(&kept, b"<script>"), "{kind:?} keeps a second file"),
            Err(code) => assert_eq!(code, "file-damaged", "{kind:?}"),
        }
    }
}

#[test]
fn what_is_not_taken_is_refused() {
    let cases: [(&[u8], &str, &str); 12] = [
        (b"", "png", "file-empty"),
        (b"PK\x03\x04\0\0\0\0zip", "png", "file-type"),
        (b"MZ\x90\0\x03\0\0\0", "txt", "file-type"),
        (b"GIF89a\x01\0\x01\0\0\0\0;", "gif", "file-type"),
        (b"\x89PNG\r\n\x1a\n", "png", "file-damaged"),
        (b"%PDF-1.7 no end", "pdf", "file-damaged"),
        (b"{\"a\":", "json", "file-damaged"),
        (b"{\"log\":{}}", "har", "file-damaged"),
        (b"text with \0 in it", "txt", "file-type"),
        (b"\0\0\0\x18ftypavif\0\0\0\0avifmif1", "heic", "file-type"),
        (b"\0\0\0\x18ftypM4A \0\0\0\0M4A isom", "mp4", "file-type"),
        (b"\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska", "webm", "file-type"),
    ];
    for (bytes, ending, code) in cases {
        assert_eq!(planned(bytes, ending).err(), Some(code), "{}", String::from_utf8_lossy(bytes));
    }
    assert_eq!(planned(&samples::bomb(50_000, 50_000), "png").err(), Some("file-pixels"));
    assert_eq!(planned(&samples::heic(50_000, 50_000), "heic").err(), Some("file-pixels"));
    let deep = "[".repeat(100_000);
    assert_eq!(planned(deep.as_bytes(), "json").err(), Some("file-damaged"));
}

#[test]
fn texts_of_all_our_languages_are_texts() {
    let wide: Vec<u8> = "\u{feff}提现失败\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        "提现失败 – エラー 50011 – 출금 실패".as_bytes(),
        b"\xcc\xe1\xcf\xd6\xca\xa7\xb0\xdc",         // GB 18030
        b"\x8f\x6f\x8b\xe0\x82\xc5\x82\xab\x82\xc8", // Shift JIS
        &wide,
        b"\x1b[31mERROR\x1b[0m\tx\r\n",
    ] {
        assert_eq!(planned(bytes, "log").unwrap().0.kind, Kind::Text);
    }
    let har = br#"{"log":{"version":"1.2","creator":{},"entries":[{"a":1}]}}"#;
    assert_eq!(planned(har, "har").unwrap().0.kind, Kind::Har);
    assert_eq!(planned(b"\xef\xbb\xbf{\"a\":[1]}", "json").unwrap().0.kind, Kind::Json);
    assert_eq!(planned(b"a,b\n1,2\n", "csv").unwrap().0.kind, Kind::Csv);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever is done to a file, it is kept whole or refused.
    #[test]
    fn no_file_stops_the_desk(which in 0..8_usize, cut in 0..2000_usize, changes in proptest::collection::vec((0..2000_usize, any::<u8>()), 0..6)) {
        let mut bytes = all()[which].1.clone();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if cut < bytes.len() {
            bytes.truncate(bytes.len() - cut);
        }
        if let Ok((plan, kept)) = planned(&bytes, "txt") {
            prop_assert!(kept.len() <= bytes.len() + 64);
            prop_assert!(plan.kind.family() == super::Kind::Text.family() || !kept.is_empty());
        }
    }
}
