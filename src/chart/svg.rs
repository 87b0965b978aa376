//! Writes SVG, and the HTML of rows of text, through scoped elements that escape and close themselves, with one rounder for every coordinate.
//!
//! Owns the syntax only; what is drawn is the marks' business.

use super::scale::Segment;

/// An element that is being written: attributes first, then children or text. It closes when it goes out of scope.
pub struct Element<'w> {
    out: &'w mut String,
    name: &'static str,
    has_content: bool,
}

impl<'w> Element<'w> {
    /// Begins an element at the end of `out`.
    pub fn new(out: &'w mut String, name: &'static str) -> Self {
        out.push('<');
        out.push_str(name);
        Self { out, name, has_content: false }
    }

    /// Writes an attribute; its value is escaped.
    pub fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        debug_assert!(!self.has_content, "attributes of `{}` come before its content", self.name);
        self.begin_attribute(name);
        escape(self.out, value);
        self.out.push('"');
        self
    }

    /// Writes an attribute whose value is a number in user units.
    pub fn number(&mut self, name: &str, value: f64) -> &mut Self {
        self.numbers(name, &[value])
    }

    /// Writes an attribute whose value is a list of numbers in user units.
    pub fn numbers(&mut self, name: &str, values: &[f64]) -> &mut Self {
        self.begin_attribute(name);
        for (index, value) in values.iter().enumerate() {
            if index > 0 {
                self.out.push(' ');
            }
            push_number(self.out, *value);
        }
        self.out.push('"');
        self
    }

    /// Writes an attribute whose value is a length in multiples of the font size.
    pub fn ems(&mut self, name: &str, value: f64) -> &mut Self {
        self.begin_attribute(name);
        push_number(self.out, value);
        self.out.push_str("em\"");
        self
    }

    /// Writes the `d` of a path.
    pub fn path(&mut self, path: &Path) -> &mut Self {
        self.attr("d", &path.d)
    }

    /// Begins a child element.
    pub fn child(&mut self, name: &'static str) -> Element<'_> {
        self.begin_content();
        Element::new(self.out, name)
    }

    /// Writes text content; it is escaped. In HTML even an empty text keeps an element from closing itself.
    pub fn text(&mut self, text: &str) {
        self.begin_content();
        escape(self.out, text);
    }

    /// Takes in what was drawn with elements of ours already.
    pub fn drawn(&mut self, svg: &str) {
        self.begin_content();
        self.out.push_str(svg);
    }

    fn begin_attribute(&mut self, name: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
    }

    fn begin_content(&mut self) {
        if !self.has_content {
            self.out.push('>');
            self.has_content = true;
        }
    }
}

impl Drop for Element<'_> {
    fn drop(&mut self) {
        if self.has_content {
            self.out.push_str("</");
            self.out.push_str(self.name);
            self.out.push('>');
        } else {
            self.out.push_str("/>");
        }
    }
}

/// The outline of a path, in absolute user units.
#[derive(Default)]
pub struct Path {
    d: String,
}

impl Path {
    #[must_use]
    pub fn move_to(self, x: f64, y: f64) -> Self {
        self.step('M', &[x, y])
    }

    #[must_use]
    pub fn line_to(self, x: f64, y: f64) -> Self {
        self.step('L', &[x, y])
    }

    #[must_use]
    pub fn vertical_to(self, y: f64) -> Self {
        self.step('V', &[y])
    }

    #[must_use]
    pub fn horizontal_to(self, x: f64) -> Self {
        self.step('H', &[x])
    }

    #[must_use]
    pub fn close(self) -> Self {
        self.step('Z', &[])
    }

    /// The outline of a curve.
    pub fn along(segments: &[Segment]) -> Self {
        segments.iter().fold(Self::default(), |path, segment| match *segment {
            Segment::Move([x, y]) => path.move_to(x, y),
            Segment::Line([x, y]) => path.line_to(x, y),
            Segment::Cubic([x1, y1], [x2, y2], [x, y]) => path.step('C', &[x1, y1, x2, y2, x, y]),
            Segment::Close => path.close(),
        })
    }

    pub fn is_empty(&self) -> bool {
        self.d.is_empty()
    }

    fn step(mut self, command: char, numbers: &[f64]) -> Self {
        self.d.push(command);
        for (i, number) in numbers.iter().enumerate() {
            if i > 0 {
                self.d.push(' ');
            }
            push_number(&mut self.d, *number);
        }
        self
    }
}

/// Writes a number with two decimals at most: no zeros at the end, no sign on zero, and zero for what is not finite.
pub fn push_number(out: &mut String, number: f64) {
    let hundredths = (number * 100.0).round();
    if !hundredths.is_finite() || hundredths == 0.0 {
        out.push('0');
        return;
    }
    // A drawing is some hundreds of units wide, so the conversion saturates on impossible input only.
    #[allow(clippy::cast_possible_truncation, reason = "saturates on impossible input only")]
    let hundredths = hundredths as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let hundredths = hundredths.unsigned_abs();
    out.push_str(itoa::Buffer::new().format(hundredths / 100));
    let (tenth, hundredth) = (hundredths / 10 % 10, hundredths % 10);
    if tenth + hundredth > 0 {
        out.push('.');
        out.push(digit(tenth));
        if hundredth > 0 {
            out.push(digit(hundredth));
        }
    }
}

fn digit(n: u64) -> char {
    char::from_digit(u32::try_from(n).expect("below ten"), 10).expect("below ten")
}

/// Escapes text for content and for attributes in double quotes; control characters, which XML does not allow, are left
/// out.
fn escape(out: &mut String, text: &str) {
    let special = |c: char| matches!(c, '&' | '<' | '>' | '"') || (c.is_control() && !c.is_whitespace());
    let mut rest = text;
    while let Some(at) = rest.find(special) {
        out.push_str(&rest[..at]);
        let c = rest[at..].chars().next().expect("a character was found here");
        out.push_str(match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            _ => "",
        });
        rest = &rest[at + c.len_utf8()..];
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_escape_and_close_themselves() {
        let mut out = String::new();
        {
            let mut svg = Element::new(&mut out, "svg");
            svg.attr("aria-label", "\"R&D\" <b>");
            svg.child("rect").number("x", 1.0);
            svg.child("text").text("a < b\u{0} & c");
        }
        assert_eq!(
            out,
            r#"<svg aria-label="&quot;R&amp;D&quot; &lt;b&gt;"><rect x="1"/><text>a &lt; b &amp; c</text></svg>"#
        );
    }

    #[test]
    fn numbers_are_rounded_once() {
        let check = |number: f64, expect: &str| {
            let mut out = String::new();
            push_number(&mut out, number);
            assert_eq!(out, expect, "{number}");
        };
        check(0.0, "0");
        check(-0.001, "0");
        check(-0.0, "0");
        check(12.0, "12");
        check(12.5, "12.5");
        check(12.05, "12.05");
        check(-3.456, "-3.46");
        check(0.999, "1");
        check(1e3, "1000");
        check(f64::NAN, "0");
        check(f64::INFINITY, "0");
    }

    #[test]
    fn a_path_is_written_in_absolute_units() {
        let path = Path::default().move_to(1.0, 2.5).line_to(3.0, -4.0).vertical_to(0.0).horizontal_to(1.0).close();
        assert_eq!(path.d, "M1 2.5L3 -4V0H1Z");
        let curve = [Segment::Move([0.0, 0.0]), Segment::Cubic([1.0, 2.0], [3.0, 4.0], [5.0, 6.005]), Segment::Close];
        assert_eq!(Path::along(&curve).d, "M0 0C1 2 3 4 5 6.01Z");
        assert!(Path::default().is_empty() && !path.is_empty());
    }
}
