//! How many megabytes of prose a core reads per second: `cargo bench --bench extract [-- MEGABYTES]`.
//!
//! Owns the timing only. The text is invented business prose with about one figure in twelve words, repeated.

use depeche::check::reading_json::write_reading;
use depeche::quantity::prose::{Options, ProseLang, Reader};
use std::time::Instant;

const FRENCH: &str = "Nordalia a annoncé mardi un plan d’investissement de plus de 4,2 milliards d’euros sur cinq ans, \
destiné à moderniser ses usines du nord de la France et à doubler ses capacités de production de batteries. Le groupe, \
qui emploie 16 000 salariés, prévoit d’ouvrir deux sites d’ici à 2028 et de recruter près de 1 500 personnes, dont un \
tiers d’ingénieurs. Son chiffre d’affaires a progressé de 12 % au quatrième trimestre 2024, à 3,4 milliards d’euros, \
contre 3,0 milliards un an plus tôt, malgré un marché jugé difficile par la direction. « Nous avançons avec prudence, \
mais sans renoncer à nos ambitions industrielles », a expliqué le directeur général au cours d’une conférence de presse \
tenue au siège de l’entreprise, en présence des représentants du personnel et de plusieurs élus de la région.\n\n";

const ENGLISH: &str = "Nordalia announced on Tuesday a plan to invest more than €4.2 billion over five years in modernising \
its plants in the north of France and doubling its capacity to make batteries. The group, which employs 16,000 people, \
expects to open two sites by 2028 and to hire nearly 1,500 staff, a third of them engineers. Revenue rose 12% to €3.4 \
billion in the fourth quarter of 2024, from 3.0 billion a year earlier, despite what management called a difficult \
market. “We are moving carefully, without giving up our industrial ambitions,” the chief executive said at a press \
conference held at the company's headquarters, with staff representatives and several local councillors looking on.\n\n";

fn main() {
    let megabytes: usize = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(100);
    for (name, language, paragraph) in [("fr", ProseLang::French, FRENCH), ("en", ProseLang::English, ENGLISH)] {
        let text = paragraph.repeat(megabytes * 1_000_000 / paragraph.len());
        let mut reader = Reader::new(Options::new(language));
        let (mut readings, mut json, mut figures, mut written) = (Vec::new(), String::new(), 0, 0);
        let start = Instant::now();
        for paragraph in text.split_inclusive("\n\n") {
            reader.read(paragraph, &mut readings);
            for reading in readings.drain(..) {
                write_reading(&reading, &mut json);
                figures += 1;
            }
            written += json.len();
            json.clear();
        }
        let seconds = start.elapsed().as_secs_f64();
        let read = text.len() / 1_000_000;
        println!(
            "{name}: {read} MB read, {figures} figures in {} MB written, {:.0} MB/s",
            written / 1_000_000,
            text.len() as f64 / 1e6 / seconds
        );
    }
}
