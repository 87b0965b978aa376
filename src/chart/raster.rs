//! A picture in pixels. Text is set in the font that the crate carries, so that the bytes are the same on every machine.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};
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
    Some(pixels.encode_png().expect("writing to memory does not fail"))
}
