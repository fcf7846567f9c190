#!/usr/bin/env bash
# Grid Engine: an array job computes the parts, a second job merges them when the array has ended.
#
#   bash experiments/engines/gridengine.sh SPEC N DIR         all N parts, into a shared folder
#   bash experiments/engines/gridengine.sh SPEC N DIR 3,17    the parts that 'merge --missing' names
set -euo pipefail
spec=$1 n=$2 dir=$3 list=${4:-1-$2}
mkdir -p "$dir"
program=$(command -v upsilon)

# An array of Grid Engine is one range, so of a list each number is a job of its own.
jobs=()
for range in ${list//,/ }; do
  jobs+=("$(qsub -terse -N upsilon-parts -t "$range" -r y -cwd -V -j y -o "$dir" -b y \
    -shell n "$program" run "$spec" --shard "env/$n" --parts "$dir" --jobs 1)")
done

hold=$(IFS=,; echo "${jobs[*]%%.*}")
qsub -N upsilon-merge -hold_jid "$hold" -cwd -V -j y -o "$dir/merge.log" -b y \
  -shell n "$program" merge "$spec" --parts "$dir"
