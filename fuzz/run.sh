#!/usr/bin/env bash
# Builds the fuzz targets and runs each for a time, two at once: fuzz/run.sh [SECONDS].
#
# Seeds are fuzz/seeds/ and this repository's own texts; what libFuzzer finds out on the way stays in target/fuzz/corpus/ and
# is gone on from in the next run. A crash, a run of more than ten seconds and memory beyond 1 GiB are failures: the input is
# printed and saved in target/fuzz/artifacts/, and `fuzz/run.sh TARGET FILE` runs it again.
set -euo pipefail
cd "$(dirname "$0")"

target=${CARGO_TARGET_DIR:-$PWD/../target}
found=$target/fuzz/artifacts
mkdir -p "$found"

CARGO_INCREMENTAL=0 RUSTC_WORKSPACE_WRAPPER=$PWD/rustc.sh cargo build --locked -p depeche-fuzz --target-dir "$target"
programs=$target/debug

limits=(-timeout=10 -rss_limit_mb=1024 -max_len=4096)
if [ $# -eq 2 ]; then
    exec "$programs/$1" "${limits[@]}" "$2"
fi
seconds=${1:-60}

# Runs one target; prints its whole log where it fails, and what it has covered where it does not.
run() {
    local name=$1 log=$target/fuzz/$1.log
    shift
    mkdir -p "$target/fuzz/corpus/$name"
    if "$programs/$name" "${limits[@]}" -seed=20250206 -max_total_time="$seconds" -print_final_stats=1 \
        -artifact_prefix="$found/$name-" "$target/fuzz/corpus/$name" "seeds/$name" "$@" >"$log" 2>&1; then
        printf '%s: %s, %s\n' "$name" "$(grep -o 'Done.*' "$log")" "$(grep -o 'cov: [0-9]*' "$log" | tail -n 1)"
    else
        cat "$log"
        printf '%s: failed; the input is in %s\n' "$name" "$found"
        return 1
    fi
}

# Waits for both, so that one failure does not hide the other.
both() {
    local first=$1 second=$2 failed=0
    wait "$first" || failed=1
    wait "$second" || failed=1
    [ "$failed" -eq 0 ]
}

run value &
one=$!
run prose ../tests/corpus ../content &
both "$one" $!
run data ../tests/suite/base/content ../content &
one=$!
run markdown ../tests/suite/base/content ../content &
both "$one" $!
