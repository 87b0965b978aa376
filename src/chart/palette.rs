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
    pub hairline: &'static str,
    pub accent: &'static str,
    pub slate: &'static str,
}

const LIGHT: Palette = Palette {
    paper: "#fffdf9",
    ink: "#16191d",
    ink_muted: "#565d66",
    hairline: "#dfe3e8",
    accent: "#b3261e",
    slate: "#66758a",
};

const DARK: Palette = Palette {
    paper: "#14171b",
    ink: "#eceff3",
    ink_muted: "#a4adb8",
    hairline: "#30363e",
    accent: "#ff7a6b",
    slate: "#8595a9",
};

impl Palette {
    /// What `currentColor` is inside an element of these classes; `None` where it stays what it was outside.
    pub fn current(&self, classes: &str) -> Option<&'static str> {
        classes.split(' ').find_map(|class| match class {
            "highlight" => Some(self.accent),
            "zero" => Some(self.ink),
            "muted" => Some(self.ink_muted),
            "grid" => Some(self.hairline),
            _ => None,
        })
    }

    /// The fill that these classes give whatever the attribute says.
    pub fn fill(&self, classes: &str) -> Option<&'static str> {
        classes.split(' ').any(|class| class == "hollow").then_some(self.paper)
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
        let rules = style.lines().filter_map(|line| line.trim().strip_prefix(".chart-svg .")?.split_once(" {"));
        let coloured = rules.filter(|(_, rule)| rule.contains(" color: var("));
        let classes: Vec<&str> = coloured.map(|(class, _)| class).collect();
        assert!(classes.contains(&"highlight"), "{classes:?}");
        for class in classes {
            assert!(LIGHT.current(class).is_some(), "pictures know no colour for `{class}`");
        }
    }

    #[test]
    fn the_colours_are_those_of_the_style_sheet() {
        let style = include_str!("../../static/style.css");
        let (light, dark) = style.split_once("prefers-color-scheme: dark").unwrap();
        for (block, theme) in [(light, Theme::Light), (dark, Theme::Dark)] {
            let Palette { paper, ink, ink_muted, hairline, accent, slate } = theme.palette();
            let named = [
                ("paper", paper),
                ("ink", ink),
                ("ink-muted", ink_muted),
                ("hairline", hairline),
                ("accent", accent),
                ("slate", slate),
            ];
            for (name, colour) in named {
                // The first block of each theme is the one that counts: print comes later.
                let start = block.find(&format!("--{name}: ")).unwrap() + name.len() + 4;
                assert_eq!(block[start..].split(';').next(), Some(*colour), "{name}, {theme:?}");
            }
        }
    }
}
