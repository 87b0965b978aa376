#!/usr/bin/env python3
"""Runs commands in turn and prints the medians of their wall time, CPU time and peak memory.

    measure.py [--runs 3] --scratch DIR NAME=COMMAND…

Each COMMAND writes a site to `{out}`, a folder that does not exist yet. After one warm-up each, the commands run in turn
(A B A B). Where every NAME is a number, it is the count of briefs, and the table shows time per brief instead of ratios.
Peak memory is the kernel's figure for the process; one below about 12 MiB may be this program's own before it starts the other.
"""

import argparse
import os
import shlex
import statistics
import sys
import tempfile
import time
from pathlib import Path

MIB = 1 << 20


class Run:
    """What one run of a command cost: seconds and bytes; and what it wrote."""

    def __init__(self, wall, usage, out):
        files = [path for path in out.rglob("*") if path.is_file()]
        self.wall = wall
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024
        self.files = len(files)
        self.bytes = sum(path.stat().st_size for path in files)


def run(command, scratch):
    """Runs a command into a fresh folder, which is removed afterwards; a command that fails ends the program."""
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        out, log = Path(folder, "out"), Path(folder, "log")
        words = [word.replace("{out}", str(out)) for word in shlex.split(command)]
        writing = os.O_WRONLY | os.O_CREAT
        actions = [
            (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
            (os.POSIX_SPAWN_OPEN, 1, str(log), writing, 0o600),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ]
        start = time.perf_counter()
        child = os.posix_spawnp(words[0], words, os.environ, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{shlex.join(words)} failed:\n{log.read_text()}")
        if not out.is_dir():
            sys.exit(f"{shlex.join(words)} wrote nothing")
        return Run(wall, usage, out)


def medians(runs):
    keys = ("wall", "cpu", "memory", "files", "bytes")
    return {key: statistics.median(getattr(one, key) for one in runs) for key in keys}


def table(results):
    numbered = all(name.isdigit() for name in results)
    print(f"{'briefs' if numbered else '':<10}{'wall s':>9}{'CPU s':>9}{'peak MiB':>10}{'files':>8}{'MB':>8}", end="")
    print(f"{'wall ms/brief':>15}{'CPU ms/brief':>14}" if numbered else "")
    for name, it in results.items():
        row = f"{name:<10}{it['wall']:>9.3f}{it['cpu']:>9.3f}{it['memory'] / MIB:>10.1f}{it['files']:>8.0f}"
        row += f"{it['bytes'] / 1e6:>8.1f}"
        each = [1000 * it[key] / int(name) for key in ("wall", "cpu")] if numbered else []
        print(row + "".join(f"{value:>{width}.3f}" for value, width in zip(each, (15, 14))))
    if not numbered:
        ratios(results)


def ratios(results):
    (first, ours), *others = results.items()
    for name, other in others:
        times = {key: other[key] / ours[key] for key in ("wall", "cpu", "memory")}
        print(
            f"{name} / {first}: {times['wall']:.2f} × the wall time, {times['cpu']:.2f} × the CPU time, "
            f"{times['memory']:.2f} × the peak memory"
        )


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--scratch", type=Path, required=True)
    options.add_argument("commands", nargs="+", metavar="NAME=COMMAND")
    asked = options.parse_args()
    commands = dict(command.split("=", 1) for command in asked.commands)
    for command in commands.values():
        run(command, asked.scratch)
    runs = {name: [] for name in commands}
    for _ in range(max(asked.runs, 1)):
        for name, command in commands.items():
            runs[name].append(run(command, asked.scratch))
    table({name: medians(measured) for name, measured in runs.items()})


if __name__ == "__main__":
    main()
