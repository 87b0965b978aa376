//! `depeche extract` and `depeche compare --jsonl` as a translator or a pipeline runs them.

use serde_json::Value as Json;
use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs the program with a text on standard input.
fn run(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_depeche"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let text = input.to_owned();
    // A long text is answered while it is read.
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(text.as_bytes());
    });
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the text is read");
    output
}

/// The answers, one to a line.
fn answers(output: &Output) -> Vec<Json> {
    let text = std::str::from_utf8(&output.stdout).expect("UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_long_text_without_blank_lines_is_cut_between_sentences_and_keeps_its_places() {
    // Lines that end a sentence, and figures that two lines share.
    let text = "Le coût atteint 26,3\nmilliards d’euros.\nIl emploie 16 000 salariés.\n".repeat(12_000);
    assert!(text.len() > 512 * 1024, "more than two stretches");
    let output = run(&["extract", "--lang", "fr"], &text);
    assert!(output.status.success());
    let found = answers(&output);
    assert_eq!(found.len(), 24_000);
    for (index, figure) in found.iter().enumerate() {
        let place = |key: &str| usize::try_from(figure[key].as_u64().expect("a place")).expect("a place");
        let words = ["26,3\nmilliards d’euros", "16 000"][index % 2];
        assert_eq!(&text[place("start")..place("end")], words, "figure {index}");
    }
}

#[test]
fn a_fault_in_a_line_is_named_behind_the_answers_before_it() {
    let lines = "{\"id\":1,\"lang\":\"en\",\"text\":\"It rose 4%.\"}\n\n{\"id\":2,\"lang\":\"xx\",\"text\":\"\"}\n";
    let output = run(&["extract", "--jsonl"], lines);
    assert!(!output.status.success());
    assert_eq!(answers(&output).len(), 1);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("line 3") && said.contains("unknown language `xx`"), "{said}");

    let pair = "{\"id\":7,\"fr\":\"Il vaut 4 %.\",\"en\":\"It is 5%.\"}\n{}\n";
    let output = run(&["compare", "--jsonl"], pair);
    assert!(!output.status.success());
    let found = answers(&output);
    assert_eq!((found.len(), &found[0]["id"], &found[0]["diverges"]), (1, &Json::from(7), &Json::from(true)));
    assert!(String::from_utf8_lossy(&output.stderr).contains("line 2"));
}

#[test]
fn many_lines_are_answered_in_their_order_up_to_the_fault() {
    let line =
        |id: usize| format!("{{\"id\":{id},\"lang\":\"en\",\"text\":\"It rose {id}% after €{id}m in 2024.\"}}\r\n\n");
    let mut lines: String = (1..=30_000).map(line).collect();
    assert!(lines.len() > 1024 * 1024, "more stretches than two cores read at a time");
    lines.push_str("{\"id\":0}");
    lines.push('\n');
    lines.push_str(&line(30_001));
    let output = run(&["extract", "--jsonl"], &lines);
    assert!(!output.status.success());
    let found = answers(&output);
    assert_eq!(found.len(), 30_000);
    for (index, answer) in found.iter().enumerate() {
        assert_eq!(answer["id"], Json::from(index + 1));
        assert_eq!(answer["quantities"][1]["value"], Json::from((index + 1) * 1_000_000));
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("line 60001:") && said.contains("lang"), "{said}");
}
