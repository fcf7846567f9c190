#!/usr/bin/env bash
# MPI: each process of mpirun computes a part; useful where a cluster takes nothing but MPI jobs.
#
#   bash experiments/engines/mpi.sh SPEC N DIR    N processes, into a folder that nodes share
#
# Options of mpirun (--hostfile, --oversubscribe) go into MPIRUN.
set -euo pipefail
spec=$1 n=$2 dir=$3

mpirun ${MPIRUN:-} -n "$n" upsilon run "$spec" --shard env --parts "$dir" --jobs 1 --quiet
upsilon merge "$spec" --parts "$dir"
