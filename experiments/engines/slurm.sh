#!/usr/bin/env bash
# Slurm: an array job computes the parts, a second job merges them when the array has ended.
#
#   bash experiments/engines/slurm.sh SPEC N DIR         all N parts, into a folder that nodes share
#   bash experiments/engines/slurm.sh SPEC N DIR 3,17    the parts that 'merge --missing' names
#
# Options of sbatch (partition, time, memory) go into SBATCH_PARTITION, SBATCH_TIMELIMIT and so on.
set -euo pipefail
spec=$1 n=$2 dir=$3 list=${4:-1-$2}
mkdir -p "$dir"

array=$(sbatch --parsable --job-name upsilon-parts --array "$list" --requeue \
  --output "$dir/%a.log" --cpus-per-task "${CPUS:-1}" \
  --wrap "exec upsilon run '$spec' --shard env/$n --parts '$dir' --jobs ${CPUS:-1}")

merge=$(sbatch --parsable --job-name upsilon-merge --dependency "afterany:${array%%;*}" \
  --output "$dir/merge.log" --wrap "exec upsilon merge '$spec' --parts '$dir'")

echo "parts: job ${array%%;*}; merge: job ${merge%%;*}, see $dir/merge.log"
echo "again: bash $0 $spec $n $dir \"\$(upsilon merge $spec --parts $dir --missing --shards $n)\""
