#!/usr/bin/env python3
"""Writes a bilingual archive of briefs, the same words in the layout of each generator that is compared.

    generate.py --briefs N --out DIR --flavour depeche|hugo [--seed 1]

The same N and seed give the same words, figures and dates in every flavour. A brief has 350 to 500 words a language, a
table, a footnote, a quotation, three topics, two companies, five to twelve figures and a bar chart of them. Hugo's
templates and settings are copied from `hugo/` and `static/`; ours are those compiled into the program.
"""

import argparse
import datetime
import random
import shutil
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import words

HERE = Path(__file__).resolve().parent
LANGUAGES = ("fr", "en")
OUR_UNITS = {"M€": "million EUR", "Md€": "billion EUR"}


@dataclass
class Edition:
    """A brief in one language."""

    title: str
    summary: str
    topics: list
    body: str


@dataclass
class Brief:
    """One brief; `rows` are its figures: year, value, unit, source."""

    slug: str
    date: str
    topics: list
    companies: list
    rows: list
    chart_titles: dict
    editions: dict


def slug(text):
    """`Énergie / eau` → `energie-eau`: plain ASCII letters, digits and hyphens."""
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join("".join(c if c.isalnum() else " " for c in text).split())


def brief(number, seed):
    """The brief of that number. The order of the draws is part of the archive: another order is another archive."""
    draw = random.Random(seed * 1_000_003 + number)
    day = datetime.date(2021, 1, 1) + datetime.timedelta(days=draw.randrange(5 * 365))
    topics, companies = draw.sample(range(60), 3), draw.sample(range(200), 2)
    country, source = draw.choice(range(len(words.COUNTRIES))), draw.choice(words.SOURCES)
    headline, length = draw.randrange(len(words.HEADLINES)), draw.randrange(350, 480)
    counts = (draw.randint(3, 5), draw.randint(4, 6))
    base, unit, years = draw.getrandbits(40), draw.choice(words.UNITS), draw.randint(5, 12)
    rows = []
    for year in range(2025 - years, 2025):
        value = round(draw.randrange(10, 900) + draw.randrange(1, 10) / 10, 1)
        rows.append((str(year), value, unit, draw.choice(words.SOURCES)))
    facts = (number, topics, companies, country, source, headline)
    return Brief(
        slug=f"brief-{number:06d}",
        date=day.isoformat(),
        topics=topics,
        companies=[words.COMPANIES[c] for c in companies],
        rows=rows,
        chart_titles={"fr": f"Évolution annuelle ({unit})", "en": f"Change by year ({unit})"},
        editions={lang: edition(lang, facts, random.Random(base), length, counts) for lang in LANGUAGES},
    )


def edition(lang, facts, draw, length, counts):
    """One language of a brief; `draw` starts alike for every language, so that all tell the same figures."""
    number, topics, companies, country, source, headline = facts
    at, parts, sentences = LANGUAGES.index(lang), words.PARTS[lang], words.SENTENCES[lang]
    topic = words.TOPICS[topics[0]][at]
    names = {
        "src": source, "tag": topic, "tag2": words.TOPICS[topics[1]][at], "i": number,
        "c1": words.COMPANIES[companies[0]], "c2": words.COMPANIES[companies[1]], "cn": words.COUNTRIES[country][at],
    }

    def fill(text):
        numbers = {"n": (2, 98), "m": (2, 24), "p": (1, 40), "y": (2019, 2025), "y2": (2026, 2031)}
        return text.format(**names, **{key: draw.randint(*span) for key, span in numbers.items()})

    order = list(range(len(sentences)))
    draw.shuffle(order)
    summary = fill(sentences[order[0]]).replace('"', "'")
    intro = f"{fill(sentences[order[0]])} {fill(sentences[order[1]])} {fill(parts['link'])}"
    points = "\n".join(f"- {fill(point)}" for point in parts["points"][: counts[0]])
    lines = [f"| {' | '.join(parts['columns'])} |", "| --- | ---: | ---: |"]
    for row in parts["rows"][: counts[1]]:
        lines.append(f"| {row} | {draw.randint(10, 9000)} | {draw.choice('+-')}{draw.randint(0, 30)} % |")
    table = "\n".join(lines)
    quote, note, watch = fill(parts["quote"]), fill(parts["note"]), fill(parts["watch"])
    written = len(" ".join((intro, points, table, quote, note, watch)).split())
    prose, following = [], 2
    while written + sum(len(sentence.split()) for sentence in prose) < length:
        prose.append(fill(sentences[order[following % len(order)]]))
        following += 1
    third, two_thirds = max(1, len(prose) // 3), max(2, 2 * len(prose) // 3)
    blocks = (
        intro, f"## {parts['headings'][0]}", points,
        f"## {parts['headings'][1]}", " ".join(prose[:third]), " ".join(prose[third:two_thirds]),
        f"## {parts['headings'][2]}", table, quote,
        f"## {parts['headings'][3]}", f"{watch} {' '.join(prose[two_thirds:])}", note,
    )
    colon = " : " if lang == "fr" else ": "
    title = f"{words.HEADLINES[headline][at]}{colon}{names['c1']}, {topic}"
    return Edition(title, summary, [words.TOPICS[t][at] for t in topics], "\n\n".join(blocks) + "\n")


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flow(items):
    return "[" + ", ".join(items) + "]"


def both(texts):
    return "{" + ", ".join(f"{lang}: {quoted(texts[lang])}" for lang in LANGUAGES) + "}"


def front_matter(lines, body):
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body


def hugo_brief(it):
    """Hugo's page bundle: an `index.LANG.md` a language and the chart's rows as a resource."""
    files = {}
    for lang, text in it.editions.items():
        lines = [
            f"title: {quoted(text.title)}", f"date: {it.date}", f"description: {quoted(text.summary)}",
            f"tags: {flow(map(quoted, text.topics))}", f"companies: {flow(map(quoted, it.companies))}",
        ]
        files[f"index.{lang}.md"] = front_matter(lines, text.body)
    rows = ["chart:"] + [f"  title_{lang}: {quoted(it.chart_titles[lang])}" for lang in LANGUAGES] + ["  rows:"]
    for year, value, unit, source in it.rows:
        rows += [f'    - label: "{year}"', f"      value: {value}", f'      unit: "{unit}"', f'      source: "{source}"']
    files["data.yaml"] = "\n".join(rows) + "\n"
    return files


def depeche_brief(it):
    """Our folder: an edition a language, and the figures with their chart in `data.yaml`."""
    files = {}
    for lang, text in it.editions.items():
        lines = [f"title: {quoted(text.title)}", f"slug: {it.slug}", f"summary: {quoted(text.summary)}"]
        files[f"{lang}.md"] = front_matter(lines, f"![{it.chart_titles[lang]}](chart:change)\n\n{text.body}")
    ids = [f"change-{year}" for year, *_ in it.rows]
    data = [
        f"date: {it.date}",
        f"topics: {flow(slug(words.TOPICS[t][1]) for t in it.topics)}",
        f"companies: {flow(map(slug, it.companies))}",
        "figures:",
    ]
    for figure, (year, value, unit, source) in zip(ids, it.rows):
        amount = f"{value} {OUR_UNITS.get(unit, unit)}"
        data.append(f'  {figure}: {{metric: change, period: {year}, value: "{amount}", source: {slug(source)}}}')
    data += [
        "charts:", "  change:", "    mark: bar", f"    title: {both(it.chart_titles)}", f"    figures: {flow(ids)}",
        "    encoding: {y: {field: period, sort: null}}",
    ]
    files["data.yaml"] = "\n".join(data) + "\n"
    return files


def depeche_site(out):
    """Settings and registries."""
    registry = out / "content"
    topics = [f"{slug(en)}: {{name: {both({'fr': fr, 'en': en})}}}" for fr, en in words.TOPICS]
    companies = [f"{slug(name)}: {{name: {name}}}" for name in words.COMPANIES]
    sources = [f"{slug(name)}: {{title: {name}, publisher: {name}}}" for name in words.SOURCES]
    metric = both({"fr": "Évolution annuelle", "en": "Change by year"})
    settings = [
        f"title: {both({'fr': 'Brèves', 'en': 'Briefs'})}",
        "description:",
        "  fr: Brèves d'actualité avec données, publiées en français et en anglais.",
        "  en: News briefs with data, published in French and in English.",
        "url: https://example.org/", "languages: [fr, en]", "locales: {fr: fr-FR, en: en-GB}",
        "time_zone: Europe/Paris", "publisher: {name: Example}", "page_size: 20",
        # The words of each language are drawn by themselves, their numbers lead to no figure, and years end after their brief.
        "lints: {future-date: allow, parity: allow, unsourced-figure: allow}",
    ]
    write(out / "depeche.yaml", settings)
    write(registry / "topics.yaml", topics)
    write(registry / "companies.yaml", companies)
    write(registry / "sources.yaml", sources)
    write(registry / "metrics.yaml", ["metrics:", f"  change: {{name: {metric}}}"])


def hugo_site(out):
    shutil.copytree(HERE / "hugo", out, dirs_exist_ok=True)
    shutil.copytree(HERE / "static", out / "static")


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--briefs", type=int, required=True)
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--flavour", choices=("depeche", "hugo"), required=True)
    options.add_argument("--seed", type=int, default=1)
    asked = options.parse_args()
    if asked.out.exists():
        sys.exit(f"{asked.out} exists already")
    site, files_of = (depeche_site, depeche_brief) if asked.flavour == "depeche" else (hugo_site, hugo_brief)
    asked.out.mkdir(parents=True)
    site(asked.out)
    for number in range(asked.briefs):
        it = brief(number, asked.seed)
        folder = asked.out / "content" / "briefs" / it.slug
        folder.mkdir(parents=True)
        for name, text in files_of(it).items():
            (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
