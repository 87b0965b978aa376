//! Which briefs belong together: those that share companies and topics.

use crate::model::{Brief, Site};
use std::collections::BTreeMap;

/// How many of the newest briefs of a company or topic are looked at, so that a large archive costs no more than a small one.
const NEWEST: usize = 24;

/// The newest briefs of each company and topic.
pub struct Related<'s> {
    by_company: BTreeMap<&'s str, Vec<&'s str>>,
    by_topic: BTreeMap<&'s str, Vec<&'s str>>,
    /// The place of each brief in the order of the site, newest first.
    order: BTreeMap<&'s str, usize>,
}

impl<'s> Related<'s> {
    pub fn new(site: &'s Site) -> Self {
        let mut related = Self { by_company: BTreeMap::new(), by_topic: BTreeMap::new(), order: BTreeMap::new() };
        for (i, brief) in site.briefs.values().enumerate() {
            related.order.insert(&brief.id, i);
            let enter = |map: &mut BTreeMap<&'s str, Vec<&'s str>>, key: &'s str| {
                let briefs = map.entry(key).or_default();
                if briefs.len() < NEWEST {
                    briefs.push(&brief.id);
                }
            };
            brief.companies.iter().for_each(|id| enter(&mut related.by_company, &id.value));
            brief.topics.iter().for_each(|id| enter(&mut related.by_topic, &id.value));
        }
        related
    }

    /// The briefs that share most with `brief` (a company counts twice as much as a topic), then the newest.
    pub fn of(&self, brief: &Brief) -> Vec<&'s str> {
        let mut shared: BTreeMap<&str, usize> = BTreeMap::new();
        let companies = brief.companies.iter().filter_map(|id| Some((self.by_company.get(id.value.as_str())?, 2)));
        let topics = brief.topics.iter().filter_map(|id| Some((self.by_topic.get(id.value.as_str())?, 1)));
        for (briefs, weight) in companies.chain(topics) {
            for id in briefs {
                *shared.entry(id).or_default() += weight;
            }
        }
        shared.remove(brief.id.as_str());
        let mut related: Vec<(&'s str, usize)> = shared.into_iter().collect();
        related.sort_by_key(|(id, weight)| (std::cmp::Reverse(*weight), self.order[id]));
        related.into_iter().map(|(id, _)| id).collect()
    }
}
