#!/usr/bin/env bash
# GNU parallel: the parts on the processors of this machine, or of others, then the merge.
#
#   bash experiments/engines/parallel.sh SPEC N DIR         all N parts
#   bash experiments/engines/parallel.sh SPEC N DIR 3,17    the parts that 'merge --missing' names
#
# HOSTS=one,two computes on these machines, which need the program, the spec, its data and ssh.
set -euo pipefail
spec=$1 n=$2 dir=$3 list=${4:-$(seq -s, "$2")}

tr , '\n' <<< "$list" | parallel --retries 2 ${HOSTS:+--sshlogin "$HOSTS" --workdir "$PWD"} \
  upsilon run "$spec" --shard "{}/$n" --parts "$dir" --jobs 1 --quiet

# Where machines share no folder, the parts are fetched.
for host in ${HOSTS:+${HOSTS//,/ }}; do rsync --archive "$host:$PWD/$dir/" "$dir/"; done

upsilon merge "$spec" --parts "$dir"
