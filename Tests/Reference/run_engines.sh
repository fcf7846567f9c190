#!/usr/bin/env bash
# Runs the examples of experiments/engines with their engines, and compares each run with that of one
# machine, byte for byte. What is not installed is skipped by name.
#
#   bash Tests/Reference/run_engines.sh UPSILON [PYTHON [ENGINE…]]
#
# UPSILON is the program, PYTHON one that has dask, ray and snakemake; ENGINE what alone is tried. Slurm and Grid Engine are set up
# in a temporary folder, with ports of their own, which takes root; nothing of the machine is changed.
set -euo pipefail
cd "$(dirname "$0")/../.."
upsilon=$(realpath "$1") python=$(command -v "${2:-python3}")
export PATH="$(dirname "$upsilon"):$(dirname "$python"):$PATH"
only=("${@:3}")
engines=$PWD/experiments/engines
scratch=$(mktemp -d)
cleanup=()
trap 'for step in "${cleanup[@]}"; do eval "$step" >/dev/null 2>&1 || true; done; rm -rf "$scratch"' EXIT
cd "$scratch"
ran=() skipped=()

cat > spec.json <<'END'
{
  "upsilon": 1,
  "name": "engines",
  "question": "Does every engine leave the same bytes?",
  "dataset": { "mock": { "seed": 7, "galaxies": 24 } },
  "model": { "fit": ["linear", "tanh-taper", "nfw"] },
  "grid": { "upsilon_disk": { "from": 0.3, "through": 0.8, "step": 0.05 } }
}
END
n=6

# Makes the run of a spec on one machine, to compare with.
whole() { upsilon run "$1" --runs whole --quiet > /dev/null; }

# Ends unless the runs of an engine are those of one machine.
same() {
  local name=$1 spec=$2 run
  run=$(basename "$(upsilon run "$spec" --runs whole --quiet)")
  diff "whole/$run/manifest.json" "$name/$run/manifest.json"
  diff -r "whole/$run/tables" "$name/$run/tables"
}

# Tries an engine: its name, then the command.
try() {
  local name=$1 start=$SECONDS
  shift
  export UPSILON_RUNS=$scratch/$name
  "$@" > "$name.log" 2>&1 || { cat "$name.log"; echo "failed: $name" >&2; exit 1; }
  same "$name" spec.json
  unset UPSILON_RUNS
  ran+=("$name")
  echo "ran: $name, $n parts, $((SECONDS - start)) s, same bytes"
}

# Whether an engine is to be tried.
wanted() { [ "${#only[@]}" -eq 0 ] || [[ " ${only[*]} " == *" $1 "* ]]; }

# Whether all of some programs are there.
has() { for tool; do command -v "$tool" > /dev/null || return 1; done; }

skip() { skipped+=("$1"); echo "skipped: $1: $2"; }

# Waits until the last job has said where the run is.
await() {
  local file=$1 seconds=$2
  for _ in $(seq "$seconds"); do
    ! grep -qs "^  $scratch/" "$file" || return 0
    sleep 1
  done
  cat "$file"
  echo "no run in $file after $seconds s" >&2
  return 1
}

whole spec.json

# GNU parallel, MPI, and those of Python.
if ! wanted parallel; then
  :
elif has parallel; then
  try parallel bash "$engines/parallel.sh" spec.json "$n" parts-parallel
else
  skip parallel "no parallel"
fi
if ! wanted mpi; then
  :
elif has mpirun; then
  export MPIRUN="--oversubscribe" OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1
  try mpi bash "$engines/mpi.sh" spec.json "$n" parts-mpi
else
  skip mpi "no mpirun"
fi
if ! wanted snakemake; then
  :
elif has snakemake; then
  try snakemake snakemake -s "$engines/Snakefile" --cores 2 \
    --config spec=spec.json parts="$n" dir=parts-snakemake
else
  skip snakemake "no snakemake"
fi
for module in dask.distributed ray; do
  name=${module%%.*}
  if ! wanted "$name"; then
    :
  elif "$python" -c "import $module" 2> /dev/null; then
    try "$name" "$python" "$engines/${name}_parts.py" spec.json "$n" "parts-$name"
  else
    skip "$name" "no module $module"
  fi
done

# Slurm with two nodes, each in a space of processes of its own, so that one can be killed whole.
slurm_up() {
  mkdir -p slurm/state slurm/one slurm/two
  head -c 1024 /dev/urandom > slurm/key && chmod 600 slurm/key
  munged --force --key-file="$PWD/slurm/key" --socket="$PWD/slurm/socket" \
    --pid-file="$PWD/slurm/munge.pid" --log-file="$PWD/slurm/munge.log" \
    --seed-file="$PWD/slurm/seed"
  cleanup+=("kill \$(cat $PWD/slurm/munge.pid)")
  export SLURM_CONF=$PWD/slurm/slurm.conf
  cat > "$SLURM_CONF" <<END
ClusterName=two
SlurmctldHost=$(hostname)(127.0.0.1)
SlurmctldPort=17000
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$PWD/slurm/socket,cred_expire=5
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
MpiDefault=none
ReturnToService=2
SlurmdTimeout=10
StateSaveLocation=$PWD/slurm/state
SlurmctldPidFile=$PWD/slurm/ctld.pid
SlurmctldLogFile=$PWD/slurm/ctld.log
SlurmdPidFile=$PWD/slurm/%n/pid
SlurmdLogFile=$PWD/slurm/%n/log
SlurmdSpoolDir=$PWD/slurm/%n
NodeName=one NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=17001 CPUs=1
NodeName=two NodeHostname=$(hostname) NodeAddr=127.0.0.1 Port=17002 CPUs=1
PartitionName=all Nodes=one,two Default=YES MaxTime=30 State=UP
END
  slurmctld -i
  cleanup+=("kill \$(cat $PWD/slurm/ctld.pid)")
  node_up one
  node_up two
  for _ in $(seq 20); do
    [ "$(sinfo --noheader --Node --states idle | wc -l)" -lt 2 ] || return 0
    sleep 1
  done
  return 1
}

node_up() {
  unshare --pid --fork --kill-child --mount-proc slurmd -D -N "$1" > "slurm/$1.out" 2>&1 &
  echo $! > "slurm/$1.space"
  cleanup+=("kill -9 $!")
}

slurm() {
  bash "$engines/slurm.sh" spec.json "$n" parts-slurm
  await parts-slurm/merge.log 120
}

# Kills a node while it computes; its parts are started again on the other one.
slurm_loses_a_node() {
  sed -e 's/"engines"/"engines-lost"/' -e 's/"galaxies": 24/"galaxies": 48/' \
    -e 's/"step": 0.05 } }/"step": 0.05 } },\n  "posterior": { "seed": 1, "draws": 500 }/' \
    spec.json > lost.json
  env -u UPSILON_RUNS upsilon run lost.json --runs whole --quiet
  bash "$engines/slurm.sh" lost.json 12 parts-lost
  for _ in $(seq 300); do
    [ "$(find parts-lost -name '*.part' | wc -l)" -lt 2 ] || break
    sleep 0.2
  done
  squeue --noheader --states running --nodelist two --format %i | grep .
  kill -9 "$(cat slurm/two.space)"
  echo "killed node two with $(find parts-lost -name '*.part' | wc -l) of 12 parts there"
  await parts-lost/merge.log 400
  cat parts-lost/merge.log
  same slurm lost.json

  # The same without two of its parts: what 'merge --missing' names is computed again.
  rm -r slurm-again parts-lost/*.3-of-12.part parts-lost/*.7-of-12.part parts-lost/merge.log || true
  export UPSILON_RUNS=$scratch/slurm-again
  list=$(upsilon merge lost.json --parts parts-lost --missing --quiet)
  [ "$list" = 3,7 ]
  bash "$engines/slurm.sh" lost.json 12 parts-lost "$list"
  await parts-lost/merge.log 120
  same slurm-again lost.json
  export UPSILON_RUNS=$scratch/slurm
}

if ! wanted slurm; then
  :
elif ! has slurmctld munged slurmd sbatch; then
  skip slurm "no slurmctld, slurmd or munged"
elif [ "$(id -u)" != 0 ]; then
  skip slurm "it takes root"
else
  slurm_up > slurm.up 2>&1 || { cat slurm.up slurm/ctld.log; exit 1; }
  try slurm slurm
  export UPSILON_RUNS=$scratch/slurm
  slurm_loses_a_node > lost.log 2>&1 || { cat lost.log; tail -20 slurm/ctld.log; exit 1; }
  grep killed lost.log
  echo "ran: slurm, one of two nodes killed, and again what was missing: same bytes"
  unset UPSILON_RUNS
fi

# Grid Engine with one machine, on the files of the Debian package.
grid_up() {
  export SGE_ROOT=$PWD/grid SGE_CELL=default SGE_QMASTER_PORT=16444 SGE_EXECD_PORT=16445
  local system=/var/lib/gridengine
  mkdir -p grid/default/common grid/spool/qmaster grid/spool/execd
  for part in bin lib util utilbin; do ln -s "$(readlink -f $system/$part)" "grid/$part"; done
  cp -r /var/spool/gridengine/spooldb grid/spool/spooldb
  sed -e "s,^spooling_params.*,spooling_params $SGE_ROOT/spool/spooldb," \
    -e "s,^qmaster_spool_dir.*,qmaster_spool_dir $SGE_ROOT/spool/qmaster," \
    -e 's/^admin_user.*/admin_user root/' \
    $system/default/common/bootstrap > grid/default/common/bootstrap
  echo localhost > grid/default/common/act_qmaster
  echo "localhost $(hostname)" > grid/default/common/host_aliases
  sge_qmaster
  cleanup+=("kill \$(cat $PWD/grid/spool/qmaster/qmaster.pid)")
  sleep 2
  qconf -sconf | grep -v '^#' | sed -e "s,^execd_spool_dir.*,execd_spool_dir $SGE_ROOT/spool/execd," \
    -e 's/^min_uid.*/min_uid 0/' -e 's/^min_gid.*/min_gid 0/' > grid/global
  qconf -Mconf grid/global
  qconf -ssconf | sed -e 's/^schedule_interval.*/schedule_interval 0:0:1/' > grid/scheduler
  qconf -Msconf grid/scheduler
  qconf -as localhost
  printf '%s NONE\n' load_scaling complex_values user_lists xuser_lists projects xprojects \
    usage_scaling report_variables | sed '1i hostname localhost' > grid/host
  qconf -Ae grid/host
  cat > grid/editor <<'END'
#!/bin/sh
sed -i -e 's/^qname.*/qname all.q/' -e 's/^hostlist.*/hostlist localhost/' \
  -e 's/^slots.*/slots 2/' -e 's/^shell_start_mode.*/shell_start_mode unix_behavior/' \
  -e 's/^load_thresholds.*/load_thresholds NONE/' -e 's/^pe_list.*/pe_list NONE/' "$1"
END
  chmod +x grid/editor
  EDITOR=$PWD/grid/editor qconf -aq all.q
  sge_execd
  cleanup=("kill \$(cat $PWD/grid/spool/execd/*/execd.pid)" "${cleanup[@]}")
}

gridengine() {
  bash "$engines/gridengine.sh" spec.json "$n" parts-gridengine
  await parts-gridengine/merge.log 180
}

if ! wanted gridengine; then
  :
elif ! has sge_qmaster sge_execd qconf; then
  skip gridengine "no sge_qmaster, sge_execd or qconf"
elif [ "$(id -u)" != 0 ] || [ ! -d /var/spool/gridengine/spooldb ]; then
  skip gridengine "it takes root and what the Debian package sets up"
else
  grid_up > grid.up 2>&1 || { cat grid.up; exit 1; }
  try gridengine gridengine
fi

echo "${#ran[@]} engines ran: ${ran[*]}; skipped: ${skipped[*]:-none}"
[ "${#ran[@]}" -ge "${UPSILON_ENGINES:-1}" ]
