//! Small files of each kind that tell where somebody was. For tests, here and over HTTP.

/// Stands wherever a file tells about the one who made it.
pub const SECRET: &[u8] = b"+37.7858-122.4064/";

/// A picture of so many pixels.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, image::ImageFormat::Png)
}

/// A picture of so many pixels, as a phone held upright takes it: with its place, and lying on its side.
pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let plain = encoded(width, height, image::ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x02\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\x98\x82\x02\0".to_vec();
    exif.extend_from_slice(&(SECRET.len() as u32).to_le_bytes());
    exif.extend_from_slice(&38_u32.to_le_bytes());
    exif.extend_from_slice(&[0; 4]);
    exif.extend_from_slice(SECRET);
    let mut jpeg = plain[..2].to_vec();
    for (marker, body) in
        [(0xe1, &exif[..]), (0xe1, b"http://ns.adobe.com/xap/1.0/\0+37.7858-122.4064/"), (0xfe, SECRET)]
    {
        jpeg.extend_from_slice(&[0xff, marker]);
        jpeg.extend_from_slice(&(body.len() as u16 + 2).to_be_bytes());
        jpeg.extend_from_slice(body);
    }
    jpeg.extend_from_slice(&plain[2..]);
    jpeg
}

/// A picture with EXIF and XMP.
pub fn webp() -> Vec<u8> {
    let plain = encoded(16, 8, image::ImageFormat::WebP);
    let mut body = b"WEBPVP8X\x0a\0\0\0\x0c\0\0\0\x0f\0\0\x07\0\0".to_vec();
    body.extend_from_slice(&plain[12..]);
    body.extend_from_slice(b"EXIF\x1a\0\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x03\0\0\0\0\0\0");
    for name in [b"XMP ", b"JUNK"] {
        body.extend_from_slice(name);
        body.extend_from_slice(&(SECRET.len() as u32).to_le_bytes());
        body.extend_from_slice(SECRET);
    }
    [&b"RIFF"[..], &(body.len() as u32).to_le_bytes(), &body].concat()
}

fn encoded(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x * 7 % 256) as u8, (y * 11 % 256) as u8, (x * y % 256) as u8])
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A chunk of a PNG, with its checksum.
pub fn chunk(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut crc = !0_u32;
    for byte in name.iter().chain(body) {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    [&(body.len() as u32).to_be_bytes()[..], name, body, &(!crc).to_be_bytes()].concat()
}

/// A picture that unpacks to far more than it is: so many pixels of nothing.
pub fn bomb(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let data = [0x78, 0x9c, 0x03, 0, 0, 0, 0, 1];
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &head), &chunk(b"IDAT", &data), &chunk(b"IEND", b"")].concat()
}

/// A box of MP4 and its relatives.
fn boxed(name: &[u8; 4], body: &[u8]) -> Vec<u8> {
    [&(body.len() as u32 + 8).to_be_bytes()[..], name, body].concat()
}

fn track(handler: &[u8; 4], sample: u32, at: u32) -> Vec<u8> {
    let mut header = vec![0, 0, 0, 7];
    header.extend_from_slice(&[0x11; 8]);
    header.extend_from_slice(&[0; 28]);
    // Turned by a quarter.
    for part in [0, 0x10000, 0, 0xffff_0000, 0, 0, 0, 0, 0x4000_0000_u32, 640 << 16, 360 << 16] {
        header.extend_from_slice(&part.to_be_bytes());
    }
    let hdlr = [&[0; 8], &handler[..], &[0; 12], b"Core Media Camera\0"].concat();
    let words = |words: &[u32]| words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>();
    let table = [
        boxed(b"stsd", &words(&[0, 0])),
        boxed(b"stsz", &words(&[0, 0, 1, sample])),
        boxed(b"stsc", &words(&[0, 1, 1, 1, 1])),
        boxed(b"stco", &words(&[0, 1, at])),
    ]
    .concat();
    let minf = boxed(b"minf", &boxed(b"stbl", &table));
    let mdia = [boxed(b"mdhd", &[0x22; 24]), boxed(b"hdlr", &hdlr), minf].concat();
    boxed(b"trak", &[boxed(b"tkhd", &header), boxed(b"mdia", &mdia), boxed(b"udta", SECRET)].concat())
}

/// A film whose data are so many bytes, as phones take it: with its place, once and second by second.
pub fn mp4(data: usize) -> Vec<u8> {
    film(b"isom\0\0\x02\0isommp42", data)
}

/// The same as Apple's.
pub fn mov(data: usize) -> Vec<u8> {
    film(b"qt  \0\0\0\0qt  ", data)
}

fn film(brands: &[u8], data: usize) -> Vec<u8> {
    let ftyp = boxed(b"ftyp", brands);
    let samples: Vec<u8> = (0..data).map(|at| (at / 7 % 251) as u8).collect();
    let place = ftyp.len() as u32 + 8;
    let mdat = boxed(b"mdat", &[SECRET, &samples].concat());
    let moov = [
        boxed(b"mvhd", &[0x33; 100]),
        track(b"vide", data as u32, place + SECRET.len() as u32),
        track(b"meta", SECRET.len() as u32, place),
        boxed(b"udta", &boxed(b"\xa9xyz", SECRET)),
        boxed(b"meta", SECRET),
    ]
    .concat();
    [ftyp, mdat, boxed(b"moov", &moov), boxed(b"uuid", SECRET), boxed(b"free", SECRET)].concat()
}

/// A picture of a phone's, with EXIF as an item of its own.
pub fn heic(width: u32, height: u32) -> Vec<u8> {
    let ftyp = boxed(b"ftyp", b"heic\0\0\0\0mif1heic");
    let item = |id: u16, name: &[u8; 4]| {
        boxed(b"infe", &[&[2, 0, 0, 0][..], &id.to_be_bytes(), &[0, 0], name, b"\0"].concat())
    };
    let iinf = boxed(b"iinf", &[&[0, 0, 0, 0, 0, 2][..], &item(1, b"hvc1"), &item(2, b"Exif")].concat());
    let ispe = boxed(b"ispe", &[&[0; 4][..], &width.to_be_bytes(), &height.to_be_bytes()].concat());
    let iprp = boxed(b"iprp", &boxed(b"ipco", &ispe));
    let meta = |at: u32| {
        let mut iloc = vec![0, 0, 0, 0, 0x44, 0, 0, 2];
        for (id, offset, len) in [(1_u16, at, 100_u32), (2, at + 100, SECRET.len() as u32)] {
            iloc.extend_from_slice(&id.to_be_bytes());
            iloc.extend_from_slice(&[0, 0, 0, 1]);
            iloc.extend_from_slice(&offset.to_be_bytes());
            iloc.extend_from_slice(&len.to_be_bytes());
        }
        boxed(b"meta", &[&[0; 4][..], &boxed(b"hdlr", &[0; 24]), &iinf, &boxed(b"iloc", &iloc), &iprp].concat())
    };
    let at = (ftyp.len() + meta(0).len() + 8) as u32;
    [ftyp, meta(at), boxed(b"mdat", &[&[0x55; 100][..], SECRET].concat())].concat()
}

/// An element of WebM.
fn element(id: &[u8], body: &[u8]) -> Vec<u8> {
    let size = (body.len() as u64 | 1 << 56).to_be_bytes();
    [id, &size, body].concat()
}

/// A recording of a browser's: of unknown length, with tags.
pub fn webm() -> Vec<u8> {
    let head = element(&[0x1a, 0x45, 0xdf, 0xa3], &element(&[0x42, 0x82], b"webm"));
    let video = element(&[0xe0], &[element(&[0xb0], &[2, 0x80]), element(&[0xba], &[1, 0x68])].concat());
    let info = [element(&[0x2a, 0xd7, 0xb1], &[0xf, 0x42, 0x40]), element(&[0x7b, 0xa9], SECRET)].concat();
    let body = [
        element(&[0x15, 0x49, 0xa9, 0x66], &info),
        element(&[0x16, 0x54, 0xae, 0x6b], &element(&[0xae], &video)),
        element(&[0x12, 0x54, 0xc3, 0x67], &[SECRET; 20].concat()),
        // Of unknown length, as the whole.
        [&[0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff][..], &element(&[0xe7], &[0])]
            .concat(),
        element(&[0xa3], &[0x66; 300]),
        [&[0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff][..], &element(&[0xe7], &[1])]
            .concat(),
        element(&[0xa3], &[0x77; 300]),
    ]
    .concat();
    [&head[..], &[0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], &body].concat()
}

/// A document.
pub fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n".to_vec()
}
