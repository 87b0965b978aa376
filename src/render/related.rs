//! Which briefs belong together: those that share companies and topics.

use crate::model::{Brief, Site};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many of the newest briefs of a company or topic are looked at, so that a large archive costs no more than a small one.
const NEWEST: usize = 24;

/// The newest briefs of each company and topic, by their place among the site's briefs (newest first).
pub struct Related<'s> {
    by_company: BTreeMap<&'s str, Vec<usize>>,
    by_topic: BTreeMap<&'s str, Vec<usize>>,
}

impl<'s> Related<'s> {
    pub fn new(site: &'s Site) -> Self {
        let mut related = Self { by_company: BTreeMap::new(), by_topic: BTreeMap::new() };
        for (place, brief) in site.briefs.values().enumerate() {
            let companies = brief.companies.iter().map(|id| id.value.as_str());
            let topics = brief.topics.iter().map(|id| id.value.as_str());
            companies.for_each(|id| enter(&mut related.by_company, id, place));
            topics.for_each(|id| enter(&mut related.by_topic, id, place));
        }
        related
    }

    /// The places of the `most` briefs that share most with `brief` (a company counts twice as much as a topic), then
    /// the newest.
    pub fn of(&self, site: &Site, brief: &Brief, most: usize) -> Vec<usize> {
        let companies = brief.companies.iter().filter_map(|id| Some((self.by_company.get(id.value.as_str())?, 2)));
        let topics = brief.topics.iter().filter_map(|id| Some((self.by_topic.get(id.value.as_str())?, 1)));
        let mut found: Vec<(usize, u32)> = companies
            .chain(topics)
            .flat_map(|(places, weight)| places.iter().map(move |place| (*place, weight)))
            .collect();
        found.sort_unstable();
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            kept.1 += if same { next.1 } else { 0 };
            same
        });
        let own = site.briefs.get_index_of(&brief.id);
        found.retain(|(place, _)| Some(*place) != own);
        found.sort_unstable_by_key(|(place, weight)| (Reverse(*weight), *place));
        found.into_iter().take(most).map(|(place, _)| place).collect()
    }
}

fn enter<'s>(map: &mut BTreeMap<&'s str, Vec<usize>>, key: &'s str, place: usize) {
    let places = map.entry(key).or_default();
    if places.len() < NEWEST {
        places.push(place);
    }
}
