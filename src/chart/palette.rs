//! The colours of a chart that leaves the page: those of `static/style.css`, written out.
//!
//! A drawing on a page takes its colours from the page's style sheet. A picture has none, so every paint is one of these. Which
//! class of a drawing means which colour is here as well; `static/chart.css` says the same to browsers.

/// The light or the dark set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

/// Colours as SVG takes them. On `paper`, texts have a contrast of 4.5:1 at least and marks one of 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
pub struct Palette {
    pub paper: &'static str,
    pub ink: &'static str,
    pub ink_muted: &'static str,
    pub accent: &'static str,
    pub slate: &'static str,
    /// Lines that only guide the eye.
    pub hairline: &'static str,
    /// Of the first series and the following ones.
    pub series: [&'static str; 6],
}

const LIGHT: Palette = Palette {
    paper: "#fffdf9",
    ink: "#16191d",
    ink_muted: "#565d66",
    accent: "#b3261e",
    slate: "#66758a",
    hairline: "#dfe3e8",
    series: ["#3c6dbc", "#802105", "#004f44", "#786531", "#4f2274", "#a64b80"],
};

const DARK: Palette = Palette {
    paper: "#14171b",
    ink: "#eceff3",
    ink_muted: "#a4adb8",
    accent: "#ff7a6b",
    slate: "#8595a9",
    hairline: "#30363e",
    series: ["#5d89d5", "#ffb899", "#7daa87", "#d28132", "#bb9fd7", "#facef4"],
};

impl Palette {
    /// What `currentColor` is inside an element of these classes; `None` where it stays what it was outside.
    pub fn current(&self, classes: &str) -> Option<&'static str> {
        classes.split(' ').find_map(|class| match class {
            "highlight" => Some(self.accent),
            "ink" | "link" | "zero" => Some(self.ink),
            "muted" => Some(self.ink_muted),
            "rail" => Some(self.slate),
            "grid" | "leader" | "shade" => Some(self.hairline),
            _ => {
                let number: usize = class.strip_prefix("series-")?.parse().ok()?;
                self.series.get(number.checked_sub(1)?).copied()
            }
        })
    }

    /// What a shape of these classes is filled with, where that is no `currentColor`.
    pub fn fill(&self, classes: &str) -> Option<&'static str> {
        classes.split(' ').any(|class| matches!(class, "hollow" | "reversed")).then_some(self.paper)
    }

    /// The colour of a text of these classes, where `currentColor` is `current`.
    pub fn text(&self, classes: &str, current: &'static str) -> &'static str {
        let colour = classes.split(' ').find_map(|class| match class {
            "muted" => Some(self.ink_muted),
            "own" => Some(current),
            _ => None,
        });
        colour.unwrap_or(self.ink)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The variables of a style sheet from the `nth` block that sets `--paper` on.
    fn variables(style: &str, nth: usize) -> impl Fn(&str) -> String {
        let start = style.match_indices("--paper:").nth(nth).expect("the sheet has light and dark colours").0;
        let block = style[start..].split('}').next().unwrap_or_default().to_owned();
        move |name: &str| {
            let value = block.split(&format!("--{name}:")).nth(1).unwrap_or_else(|| panic!("no --{name}"));
            value.split(';').next().unwrap_or_default().trim().to_owned()
        }
    }

    #[test]
    fn pictures_have_the_colours_of_pages() {
        let style = include_str!("../../static/style.css");
        for (nth, palette) in [&LIGHT, &DARK].into_iter().enumerate() {
            let page = variables(style, nth);
            let same = |name: &str, colour: &str| assert_eq!(page(name), colour, "{name}");
            same("paper", palette.paper);
            same("ink", palette.ink);
            same("ink-muted", palette.ink_muted);
            same("accent", palette.accent);
            same("slate", palette.slate);
            same("hairline", palette.hairline);
            for (place, colour) in palette.series.iter().enumerate() {
                same(&format!("series-{}", place + 1), colour);
            }
        }
    }

    #[test]
    fn every_class_that_the_style_sheet_colours_is_known() {
        let style = include_str!("../../static/chart.css");
        let rules = style.lines().filter_map(|line| {
            let (classes, rule) = line.trim().split_once(" {")?;
            rule.trim_start().starts_with("color: var(").then_some(classes)
        });
        let classes = rules.flat_map(|classes| classes.split(", ")).filter_map(|class| class.rsplit(' ').next());
        let classes: Vec<&str> = classes.filter_map(|class| class.strip_prefix('.')).collect();
        assert!(classes.contains(&"highlight") && classes.contains(&"series-6"), "{classes:?}");
        for class in classes.into_iter().filter(|class| !class.starts_with("chart-")) {
            assert!(LIGHT.current(class).is_some(), "pictures know no colour for `{class}`");
        }
    }
}
