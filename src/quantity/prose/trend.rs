//! The direction of changes: "a chuté de 4 %", "rose 4%", "a 4% drop", and of movements to a level: "rose to 5 billion".
//!
//! Owns which word near a figure moves it; which words move stands in the vocabularies.

use super::grammar::{Figure, Paragraph};
use super::term::{Reach, Shape, Sign, Speech, Term};
use super::{Content, Direction, Kind, Qualifier, Role};

/// How many tokens before a figure a word that moves it is looked for.
const REACH: usize = 12;

/// What is forecast, set or measured, as these nouns begin.
const FRENCH_LEVELS: &[&str] = &[
    "objectif",
    "prévision",
    "cible",
    "estimation",
    "perspective",
    "rythme",
    "hypothèse",
    "taux",
    "scénario",
    "potentiel",
    "anticipation",
    "projection",
    "plan",
    "moteur",
    "trajectoire",
];
const ENGLISH_LEVELS: &[&str] = &[
    "forecast",
    "target",
    "outlook",
    "estimate",
    "guidance",
    "rate",
    "projection",
    "pace",
    "goal",
    "prediction",
    "expectation",
    "assumption",
    "plan",
    "trajectory",
];

/// Before a participle.
const AUXILIARIES: &[&str] = &[
    "a", "ont", "est", "sont", "été", "avait", "avaient", "était", "étaient", "sera", "seront", "être", "was", "were",
    "is", "are", "been", "be", "being", "has", "have", "had",
];

/// How verbs begin that give the size of what their subject is.
const MEASURES: &[&str] = &[
    "attein",
    "élèv",
    "élev",
    "chiffr",
    "établi",
    "mont",
    "repré",
    "ressor",
    "mesur",
    "estim",
    "évalu",
    "calcul",
    "limit",
    "reach",
    "amount",
    "total",
    "averag",
    "estimat",
    "measur",
    "limit",
    "came",
    "come",
    "stood",
    "stand",
    "hit",
    "put",
    "calculat",
    "expect",
    "attend",
    "prév",
    "enregistr",
    "record",
    "report",
    "annonc",
    "announc",
    "observ",
];

/// How verbs begin whose object is what somebody loses or gives up.
const LOSES: &[&str] = &[
    "los", "shed", "cut", "slash", "trim", "axed", "gave", "give", "giving", "ceded", "cedes", "perd", "reperd", "céd",
    "cèd", "lâch", "abandonn", "coup", "effac", "sabr", "taill",
];

/// Finds the movement of every figure.
pub(super) fn direct(paragraph: &Paragraph<'_>, figures: &mut [Figure]) {
    for index in 0..figures.len() {
        let figure = &figures[index];
        if !matches!(figure.kind, Kind::Money | Kind::Percent | Kind::Number) {
            continue;
        }
        let earliest = index.checked_sub(1).map_or(0, |before| figures[before].next);
        let movement = paragraph
            .behind(figure, figures.get(index + 1))
            .map(|direction| (direction, Role::Change))
            .or_else(|| paragraph.ahead(figure, earliest))
            .or_else(|| paragraph.restated(&figures[..=index]))
            .or_else(|| paragraph.coordinated(&figures[..=index]));
        figures[index].movement =
            movement.map(|(direction, role)| (direction, if figures[index].level { Role::Level } else { role }));
    }
}

impl Paragraph<'_> {
    /// A noun or adverb behind the figure: "4% drop", "4 % de moins", "25-basis-point cut".
    fn behind(&self, figure: &Figure, next: Option<&Figure>) -> Option<Direction> {
        if matches!(figure.kind, Kind::Number) && !matches!(self.term(figure.next), Term::Elapsed) {
            let at = self.past_hyphen(figure.next);
            return match self.term(at) {
                Term::Move(direction, Speech::Adverb) if self.french() => Some(direction),
                _ => None,
            };
        }
        // « perdre 0,5 point de croissance », "fell 6% ahead of the holidays".
        if matches!(self.before(figure.first, 1), Term::Move(_, Speech::Verb)) {
            return None;
        }
        let mut at = self.past_hyphen(figure.next);
        let limit = next.map_or(usize::MAX, |next| next.first);
        if matches!(self.term(at), Term::Before(Qualifier::MoreThan | Qualifier::LessThan, Reach::Next))
            && at + 1 != limit
        {
            let more = self.term(at) == Term::Before(Qualifier::MoreThan, Reach::Next);
            return (figure.kind == Kind::Percent).then_some(if more { Direction::Up } else { Direction::Down });
        }
        for _ in 0..3 {
            // An adverb directly before another figure belongs to that one.
            match self.term(at) {
                Term::Move(direction, Speech::Noun) if at < limit && !self.is_verb_here(at) => return Some(direction),
                Term::Move(direction, Speech::Adverb) if at + 1 < limit => {
                    return Some(direction);
                }
                Term::Of if self.french() => at += 1,
                Term::Unknown if !self.french() && self.shape(at) == Shape::Lower => at = self.past_hyphen(at + 1),
                _ => return None,
            }
        }
        None
    }

    /// Whether a word that is noun and verb is a verb behind a figure: French nouns follow "de" only.
    fn is_verb_here(&self, at: usize) -> bool {
        self.french() && !matches!(self.before(at, 1), Term::Of)
    }

    /// A word before the figure: a verb, a noun or an adverb, with the words that may come between.
    fn ahead(&self, figure: &Figure, earliest: usize) -> Option<(Direction, Role)> {
        let mut link = Link::None;
        let mut back = 1;
        while back <= REACH && figure.first >= earliest + back {
            let at = figure.first - back;
            match self.term(at) {
                Term::Move(_, Speech::Noun) if self.is_topic(at) => {}
                Term::Move(direction, speech) => return self.moved(figure, direction, speech, link, back),
                Term::Stop
                | Term::Against
                | Term::Sign(Sign::Colon | Sign::Open | Sign::Close | Sign::Comma | Sign::Dash) => return None,
                Term::From if link == Link::None => link = Link::To,
                Term::To if link == Link::None && back <= 2 => link = Link::To,
                Term::By if link == Link::None && back <= 2 => link = Link::By,
                Term::Of if link == Link::None && back <= 2 && self.french() => link = Link::By,
                Term::Of if link == Link::None && back <= 2 => link = Link::Of,
                Term::And if back <= 1 => return None,
                _ => {}
            }
            back += 1;
        }
        None
    }

    fn moved(
        &self,
        figure: &Figure,
        direction: Direction,
        speech: Speech,
        link: Link,
        back: usize,
    ) -> Option<(Direction, Role)> {
        let lost = link == Link::None && figure.kind == Kind::Money && self.is_lost(figure.first - back);
        let role = match link {
            Link::To => Role::Level,
            _ if lost => Role::Outright,
            _ => Role::Change,
        };
        let near = back <= 1 + usize::from(link != Link::None);
        if link == Link::None && self.sells_a_stake(figure, back) {
            return None;
        }
        match speech {
            Speech::State => {
                let tied = link != Link::To && (near || back <= 4);
                tied.then_some((direction, Role::Level)).filter(|_| figure.kind == Kind::Money)
            }
            Speech::Adverb => near.then_some((direction, role)),
            Speech::Noun if near => Some((direction, role)),
            // "the risk premium has come in by 15 basis points": a price of its own, which moves.
            Speech::Noun if matches!(self.word(figure.first - back), "premium" | "discount") => None,
            // Another verb than one that measures the change governs the figure: "la croissance a été ramenée à 7 %".
            Speech::Noun if self.is_governed(figure, back) => None,
            Speech::Noun if link == Link::By => Some((direction, role)),
            Speech::Noun if link == Link::To => {
                self.measures_change(figure.first - 2).then_some((direction, Role::Change))
            }
            // "the drop reached 15 %": a level of the change itself is its size.
            Speech::Noun if link == Link::Of => (back <= 6 && figure.kind != Kind::Number).then_some((direction, role)),
            Speech::Noun => (figure.kind == Kind::Percent && back <= 8).then_some((direction, role)),
            Speech::Verb if near || link != Link::None => (link != Link::Of).then_some((direction, role)),
            Speech::Verb => {
                let adverb = back == 2 && matches!(self.term(figure.first - 1), Term::Unknown);
                (adverb || figure.kind == Kind::Percent && back <= 6).then_some((direction, role))
            }
        }
    }

    /// "the growth forecast", "la prévision de croissance": the noun tells what is forecast, not how it moved.
    fn is_topic(&self, at: usize) -> bool {
        if self.french() {
            let level = self.word_before(at, 2).to_lowercase();
            return matches!(self.before(at, 1), Term::Of | Term::OfThe) && is_level(FRENCH_LEVELS, &level);
        }
        let noun = matches!(self.word(at), "growth" | "expansion" | "contraction" | "reduction" | "improvement");
        let level = at + 1;
        noun && is_level(ENGLISH_LEVELS, self.word(level))
            || matches!(self.before(at, 1), Term::Of) && is_level(ENGLISH_LEVELS, self.word_before(at, 2))
    }

    /// Whether a verb stands between a noun `back` tokens before a figure and the figure, which the noun then does not move:
    /// a participle behind an auxiliary, or an English past.
    fn is_governed(&self, figure: &Figure, back: usize) -> bool {
        let noun = figure.first - back;
        (noun + 1..figure.first).any(|at| {
            let word = self.word(at);
            let unknown = matches!(self.term(at), Term::Unknown) && self.shape(at) == Shape::Lower;
            let past = !self.french() && word.ends_with("ed");
            let participle = AUXILIARIES.contains(&self.word_before(at, 1)) && word.len() > 3;
            unknown && (past || participle) && !self.measures_change(at)
        })
    }

    /// "a atteint", "s'élève", "amounted", "was": a verb that tells the size of the change that is its subject.
    fn measures_change(&self, at: usize) -> bool {
        let word = self.word(at);
        let word = word.rsplit(['\'', '’']).next().unwrap_or(word);
        MEASURES.iter().any(|stem| word.starts_with(stem))
    }

    /// "céder 42 % de sa filiale", "a pris 9,9 % du capital": a stake, no change.
    fn sells_a_stake(&self, figure: &Figure, back: usize) -> bool {
        let verb = self.word(figure.first - back);
        if !self.french() {
            // "raised $75 million" from investors.
            return verb.starts_with("rais") && figure.kind == Kind::Money;
        }
        let trades = verb.starts_with("céd") || verb.starts_with("cèd") || verb.starts_with("pri") || verb == "prend";
        trades && matches!(self.term(figure.next), Term::Of | Term::OfThe)
    }

    /// "down $1.20, or 1.6%", "en baisse de 1,20 dollar, soit 1,6 %": the same change in another unit.
    fn restated(&self, figures: &[Figure]) -> Option<(Direction, Role)> {
        let [.., before, figure] = figures else { return None };
        let movement = before.movement.filter(|(_, role)| *role != Role::Level)?;
        let first = figure.first.checked_sub(1)?;
        let again = matches!(self.term(first), Term::Or) || self.word(first) == "soit";
        let adjacent = before.next == first || before.next + 1 == first && self.sign(before.next, Sign::Comma);
        (again && adjacent && before.kind != figure.kind).then_some(movement)
    }

    /// "rose 4% in Europe and 5% in Asia", « a baissé de 3 % en mars puis de 2 % en avril »: a coordinated change of the same
    /// kind moves the same way.
    fn coordinated(&self, figures: &[Figure]) -> Option<(Direction, Role)> {
        let (figure, earlier) = figures.split_last()?;
        let before = earlier.iter().rev().take(3).find(|before| !matches!(before.content, Content::Time(_)))?;
        let movement = before.movement.filter(|(_, role)| *role != Role::Level)?;
        let same = before.kind == figure.kind && unit(before) == unit(figure);
        let still = (before.next..figure.first)
            .all(|at| !matches!(self.term(at), Term::Move(..) | Term::Stop | Term::Against | Term::Sign(Sign::Colon)));
        let joined = same && still && figure.first <= before.next + REACH && self.continues(figure.first);
        joined.then_some(movement)
    }

    /// Whether words before the figure at `first` add it to one before: "and", "and then", « puis de », « , de ».
    fn continues(&self, first: usize) -> bool {
        let of = usize::from(matches!(self.before(first, 1), Term::Of | Term::By));
        if of == 1 && matches!(self.before(first, 2), Term::Sign(Sign::Comma)) {
            return true;
        }
        let then = |word: &str| matches!(word, "then" | "puis" | "ensuite");
        let more = |word: &str| then(word) || matches!(word, "another" | "further" | "again" | "a" | "encore" | "by");
        let back = (1 + of..5 + of).find(|back| !more(self.word_before(first, *back))).unwrap_or(1);
        let added = (1 + of..back).any(|back| then(self.word_before(first, back)));
        matches!(self.before(first, back), Term::And) || added
    }

    /// "lost €3 million": what the verb loses is its object, where "fell by €3 million" measures a change.
    fn is_lost(&self, verb: usize) -> bool {
        let word = self.word(verb);
        LOSES.iter().any(|stem| word.starts_with(stem))
    }
}

fn is_level(stems: &[&str], word: &str) -> bool {
    stems.iter().any(|stem| word.starts_with(stem))
}

fn unit(figure: &Figure) -> Option<super::Measure> {
    match figure.content {
        Content::Number { unit, .. } => Some(unit),
        _ => None,
    }
}

/// The preposition that ties a figure to what moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    None,
    /// "by", French "de": the size of a change.
    By,
    /// English "of".
    Of,
    /// "to", French "à": a level.
    To,
}
