//! A picture in pixels. Text is set in the font that the crate carries, so that the bytes are the same on every machine.
//!
//! A chart has some dozens of colours, smoothed edges included: with a palette its file is half as large, and written several
//! times as fast, as with a colour to each pixel, and shows the same.

use png::{BitDepth, ColorType, Encoder, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

/// Device pixels to a CSS pixel: what screens of phones and notebooks have.
const SCALE: f32 = 2.0;
/// The longest side, in device pixels: beyond it neither memory nor readers follow.
const LONGEST: f32 = 8192.0;
const FAMILY: &str = "Noto Sans";

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
        fonts.load_font_data(font.to_vec());
    }
    // A text whose family is not there takes a generic one, and vanishes where that is not set.
    fonts.set_sans_serif_family(FAMILY);
    fonts.set_serif_family(FAMILY);
    Arc::new(fonts)
});

/// A picture of ours as PNG, at two device pixels to the CSS pixel. `None` where it is larger than pictures may be.
pub fn png(svg: &str) -> Option<Vec<u8>> {
    let options = Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).expect("a picture is well-formed and has a size");
    let size = tree.size();
    let (width, height) = (size.width() * SCALE, size.height() * SCALE);
    if width > LONGEST || height > LONGEST {
        return None;
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and the longest side")]
    let mut pixels = Pixmap::new(width.ceil() as u32, height.ceil() as u32)?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    Some(encode(&pixels))
}

/// Writes opaque pixels: by palette where their colours fit into one.
fn encode(pixels: &Pixmap) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_depth(BitDepth::Eight);
    let data = if let Some((palette, indices)) = indexed(pixels) {
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(palette);
        // Neighbouring indices say nothing of each other, so that no difference of theirs is worth writing (PNG, section 12.7).
        encoder.set_filter(Filter::NoFilter);
        indices
    } else {
        encoder.set_color(ColorType::Rgb);
        colours(pixels).flatten().copied().collect()
    };
    let mut writer = encoder.write_header().expect("writing to memory does not fail");
    writer.write_image_data(&data).expect("the data has the size that the header says");
    writer.finish().expect("writing to memory does not fail");
    file
}

/// Red, green and blue of each pixel, from left to right and from top to bottom.
fn colours(pixels: &Pixmap) -> impl Iterator<Item = &[u8; 3]> {
    let (pixels, _) = pixels.data().as_chunks::<4>();
    pixels.iter().filter_map(|pixel| pixel.first_chunk())
}

/// The colours in the order in which they appear, three bytes each, and the number of each pixel's; `None` where a byte can't count
/// them.
fn indexed(pixels: &Pixmap) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut numbers: HashMap<[u8; 3], u8> = HashMap::new();
    let mut palette = Vec::new();
    let mut indices = Vec::with_capacity(pixels.data().len() / 4);
    let mut last = None;
    for &colour in colours(pixels) {
        let number = match last {
            Some((same, number)) if same == colour => number,
            _ => match numbers.get(&colour) {
                Some(&number) => number,
                None => {
                    let number = u8::try_from(numbers.len()).ok()?;
                    numbers.insert(colour, number);
                    palette.extend(colour);
                    number
                }
            },
        };
        last = Some((colour, number));
        indices.push(number);
    }
    Some((palette, indices))
}

#[cfg(test)]
mod tests {
    use super::*;
    use resvg::tiny_skia::{Color, Paint, PremultipliedColorU8, Rect};

    /// Squares of one pixel in as many colours.
    fn checks(colours: u16) -> Pixmap {
        let mut pixels = Pixmap::new(32, 16).unwrap();
        for at in 0..512 {
            let (row, column) = (at / 32, at % 32);
            let [green, blue] = (at % colours).to_be_bytes();
            let mut paint = Paint { anti_alias: false, ..Paint::default() };
            paint.set_color(Color::from_rgba8(200, green, blue, 255));
            let square = Rect::from_xywh(column.into(), row.into(), 1.0, 1.0).unwrap();
            pixels.fill_rect(square, &paint, Transform::identity(), None);
        }
        pixels
    }

    #[test]
    fn a_file_has_every_pixel_whether_its_colours_fit_a_palette_or_not() {
        for (colours, kind) in [(2, ColorType::Indexed), (256, ColorType::Indexed), (257, ColorType::Rgb)] {
            let pixels = checks(colours);
            let file = encode(&pixels);
            // The kind of colour follows the signature, the header's length and name, width, height and depth.
            assert_eq!(file[25], kind as u8, "{colours}");
            assert_eq!(Pixmap::decode_png(&file).unwrap().pixels(), pixels.pixels(), "{colours}");
        }
        assert_eq!(checks(257).pixel(0, 8), PremultipliedColorU8::from_rgba(200, 1, 0, 255));
    }
}
