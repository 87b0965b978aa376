#!/usr/bin/env bash
# Measures how the time of a clean build grows with the archive, on a RAM disk.
#
#   benches/growth.sh [BRIEFS…]        default: 100 500 1000 5000
#
# RAM names another RAM disk than /dev/shm, DEPECHE another binary than target/release/depeche, RUNS the runs of each size (3).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(100 500 1000 5000)

depeche=${DEPECHE:-$root/target/release/depeche}
[ -n "${DEPECHE:-}" ] || (cd "$root" && cargo build --release --quiet)

scratch=$(mktemp -d "${RAM:-/dev/shm}/depeche-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
commands=()
for size in "${sizes[@]}"; do
    python3 -B "$here/archive/generate.py" --briefs "$size" --flavour depeche --out "$scratch/$size"
    commands+=("$size=$depeche build --root $scratch/$size --out {out}")
done

echo "depeche alone, medians of ${RUNS:-3} runs, $(nproc) cores"
python3 -B "$here/measure.py" --runs "${RUNS:-3}" --scratch "$scratch" "${commands[@]}"
