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
    pub hairline: &'static str,
    /// Of series by their place.
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
            "ink" | "zero" | "link" => Some(self.ink),
            "muted" => Some(self.ink_muted),
            "grid" => Some(self.hairline),
            _ => {
                let place: usize = class.strip_prefix("series-")?.parse().ok()?;
                self.series.get(place.checked_sub(1)?).copied()
            }
        })
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

    #[test]
    fn every_class_that_the_style_sheet_colours_is_known() {
        let style = include_str!("../../static/chart.css");
        let rules = style.lines().filter_map(|line| line.trim().strip_prefix('.')?.split_once(" { color: var("));
        let classes = rules.flat_map(|(selectors, _)| selectors.split(", "));
        let classes: Vec<&str> = classes.map(|class| class.trim_start_matches('.')).collect();
        assert!(classes.contains(&"highlight") && classes.contains(&"series-6"), "{classes:?}");
        for class in classes {
            assert!(LIGHT.current(class).is_some(), "pictures know no colour for `{class}`");
        }
    }

    #[test]
    fn the_colours_are_those_of_the_style_sheet() {
        let style = include_str!("../../static/style.css");
        let (light, dark) = style.split_once("prefers-color-scheme: dark").unwrap();
        for (block, theme) in [(light, Theme::Light), (dark, Theme::Dark)] {
            let Palette { paper, ink, ink_muted, accent, slate, hairline, series } = theme.palette();
            let named =
                [("paper", paper), ("ink", ink), ("ink-muted", ink_muted), ("accent", accent), ("slate", slate)];
            let series: Vec<(String, &&str)> =
                series.iter().enumerate().map(|(at, colour)| (format!("series-{}", at + 1), colour)).collect();
            let series = series.iter().map(|(name, colour)| (name.as_str(), *colour));
            for (name, colour) in named.into_iter().chain([("hairline", hairline)]).chain(series) {
                // The first block of each theme is the one that counts: print comes later.
                let start = block.find(&format!("--{name}: ")).unwrap() + name.len() + 4;
                assert_eq!(block[start..].split(';').next(), Some(*colour), "{name}, {theme:?}");
            }
        }
    }
}
