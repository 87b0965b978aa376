#!/usr/bin/env python3
"""Measures `depeche extract` as a whole process: megabytes of prose a second, and memory as the input grows.

    benches/stream.py [MEGABYTES]        default: 100

Reads a file of plain text and lines of JSON in each language, best of three runs, on one core and on all; fails where one
core does less than 50 MB/s, or where five times the input takes 2 MiB more memory. DEPECHE names another binary than
target/release/depeche. Linux only.
"""

import json
import os
import pathlib
import re
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = os.environ.get("DEPECHE", ROOT / "target/release/depeche")
SLOWEST = 50.0
GROWTH_KIB = 2048


def paragraph(name):
    """The prose of `benches/extract.rs`."""
    source = (ROOT / "benches/extract.rs").read_text(encoding="utf-8")
    literal = re.search(rf'const {name}: &str = "(.*?)";', source, re.S).group(1)
    return literal.replace("\\\n", "").replace("\\n", "\n")


def run(arguments, path, threads):
    """Seconds and peak KiB of one run; `threads` of 0 takes a thread for each core."""
    start = time.monotonic()
    null = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)
    environment = os.environ | {"RAYON_NUM_THREADS": str(threads)}
    child = os.posix_spawn(PROGRAM, [PROGRAM, "extract", *arguments, path], environment, file_actions=[null])
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"extract failed on {path}")
    return time.monotonic() - start, usage.ru_maxrss


def main():
    megabytes = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    failed = False
    with tempfile.TemporaryDirectory(dir=os.environ.get("RAM", "/dev/shm")) as folder:
        for lang, name in (("fr", "FRENCH"), ("en", "ENGLISH")):
            text = paragraph(name)
            line = json.dumps({"id": 1, "lang": lang, "text": text.strip()}, ensure_ascii=False) + "\n"
            for form, unit, arguments in (("text", text, ["--lang", lang]), ("jsonl", line, ["--jsonl"])):
                unit = unit.encode()
                peaks = []
                for size in (megabytes, 5 * megabytes):
                    path = os.path.join(folder, "input")
                    with open(path, "wb") as out:
                        for _ in range(size):
                            out.write(unit * (1_000_000 // len(unit)))
                    one, all_cores = (min(run(arguments, path, threads) for _ in range(3)) for threads in (1, 0))
                    rate, together = (os.path.getsize(path) / 1e6 / seconds for seconds, _ in (one, all_cores))
                    peaks.append(max(one[1], all_cores[1]))
                    print(
                        f"{lang} {form:5} {size:4} MB: {rate:5.1f} MB/s on a core, {together:5.1f} on all, "
                        f"peak {peaks[-1] / 1024:.1f} MiB"
                    )
                    failed |= rate < SLOWEST
                failed |= peaks[1] > peaks[0] + GROWTH_KIB
    sys.exit("too slow, or memory grows" if failed else 0)


main()
