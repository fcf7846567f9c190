#!/usr/bin/env bash
# A million units in 64 parts, of which five are lost, three cut short, one is of another spec and two
# are there twice: merge names each and computes none, and after the rerun of what it lists the bytes are
# those of one machine. Tells what a part costs beside its units.
#
#   bash Tests/Reference/try_parts.sh UPSILON [CELLS]
#
# CELLS is the number of values of one of the two axes, 40 for a million units.
set -euo pipefail
upsilon=$(realpath "$1") values=${2:-40} n=64
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

cat > parts.json <<END
{
  "upsilon": 1,
  "name": "parts",
  "dataset": { "mock": { "seed": 3, "galaxies": 100 } },
  "model": { "fit": ["linear", "quadrature", "rational-taper", "tanh-taper", "rar"] },
  "grid": {
    "upsilon_disk": { "from": 0.3, "through": 0.8, "count": 50 },
    "upsilon_bulge": { "from": 0.3, "through": 0.9, "count": $values }
  }
}
END

now() { date +%s%N; }
fail() { echo "$*" >&2; exit 1; }

start=$(now)
"$upsilon" run parts.json --runs whole --quiet > whole.txt
run=$(basename "$(cat whole.txt)")
echo "one machine: $(( ($(now) - start) / 1000000 )) ms, $run"

start=$(now)
"$upsilon" run parts.json --shard 1/1 --parts single --quiet > single.txt
single=$(( $(now) - start ))
least=0 most=0
start=$(now)
for i in $(seq $n); do
  began=$(now)
  "$upsilon" run parts.json --shard "$i/$n" --parts parts --quiet > part.txt
  took=$(( ($(now) - began) / 1000000 ))
  [ "$most" -ge "$took" ] || most=$took
  [ "$least" -ne 0 ] && [ "$least" -le "$took" ] || least=$took
done
all=$(( $(now) - start ))
waste=$(( (all - single) / (n - 1) / 1000000 ))
echo "1 part: $((single / 1000000)) ms; $n parts: $((all / 1000000)) ms, each $least to $most ms"
echo "wasted for each part: $waste ms; parts take $(du -sm parts | cut -f1) MB"

# The damage.
part() { echo "parts/$run.$1-of-$n.part"; }
for i in 5 17 23 40 64; do rm "$(part $i)"; done
for i in 8 31 50; do
  size=$(stat -c %s "$(part $i)")
  truncate -s $((size * i / 64)) "$(part $i)"
done
rm "$(part 12)"
"$upsilon" run parts.json --set 'grid.upsilon_bulge=[0.5]' --shard "12/$n" --parts parts --quiet > other.txt
mkdir more
for i in 3 9; do cp "$(part $i)" more/; done
wanted=5,8,12,17,23,31,40,50,64

status=0
"$upsilon" merge parts.json --parts parts --parts more > merge.out 2> merge.err || status=$?
cat merge.err
[ "$status" = 2 ] || fail "merge ended with $status"
[ ! -e runs ] || fail "merge wrote something"
for i in 8 31 50; do grep -q "'$(part $i)', $i/$n, is cut short" merge.err || fail "part $i"; done
for i in 3 9; do
  grep -q "'more/$run.$i-of-$n.part', $i/$n, holds what" merge.err || fail "part $i"
done
grep -q "'$(cat other.txt)' is of another spec" merge.err || fail "the other spec"

list=$("$upsilon" merge parts.json --parts parts --parts more --missing --quiet)
[ "$list" = "$wanted" ] || fail "missing: $list, not $wanted"
for i in ${list//,/ }; do
  "$upsilon" run parts.json --shard "$i/$n" --parts parts --quiet > part.txt
done

start=$(now)
"$upsilon" merge parts.json --parts parts --parts more --json > merge.json 2> merge.err
echo "merge: $(( ($(now) - start) / 1000000 )) ms"
grep -q '"units_computed": 0' merge.json || fail "merge computed units"
diff "whole/$run/manifest.json" "runs/$run/manifest.json"
diff -r "whole/$run/tables" "runs/$run/tables"
echo "same bytes"
