#!/bin/sh
# The compiler of this repository's own crates when they are fuzzed: Cargo's `RUSTC_WORKSPACE_WRAPPER`, called with the
# compiler's name and arguments.
#
# Coverage for libFuzzer is counted by a pass of LLVM, on the stable compiler. What the crates are built on is not what is
# searched: it is taken as `cargo test` has built it. Cargo does not see an edit of this file: touch `src/lib.rs` after one.
# Arithmetic that overflows and assertions that fail are crashes; left to itself, the compiler checks neither when it optimises.
exec "$@" --cfg=fuzzing -Copt-level=1 -Cdebug-assertions=on -Coverflow-checks=on \
    -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares
