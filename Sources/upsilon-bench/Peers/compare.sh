#!/usr/bin/env bash
# Measures fits of NFW halos side by side: upsilon, cminpack, GSL and scipy on the same curves.
#
#   bash Sources/upsilon-bench/Peers/compare.sh [FOLDER]
#
# Installs what it needs from the system (Debian: libcminpack-dev libgsl-dev python3-scipy). With
# UPSILON_DATA the curves are those of SPARC, otherwise the generated sample. FOLDER is where the
# builds go; a temporary one by default. Prints JSON lines; compare the numbers of one call only.
set -euo pipefail
cd "$(dirname "$0")/../../.."
here="$PWD/Sources/upsilon-bench/Peers"
folder="${1:-$(mktemp -d)}"
mkdir -p "$folder"

needed=(libcminpack-dev libgsl-dev python3-scipy gcc)
if command -v apt-get > /dev/null && ! dpkg -s "${needed[@]}" > /dev/null 2>&1; then
  apt-get install -y --no-install-recommends "${needed[@]}" > "$folder/install.log"
fi

swift build -c release --product upsilon-bench --scratch-path "$folder/build"
bench="$folder/build/release/upsilon-bench"
gcc -O2 -fno-fast-math -I/usr/include/cminpack-1 -o "$folder/peers" "$here/peers.c" \
  -lcminpack -lgsl -lgslcblas -lm
"$bench" --curves "$folder/curves.txt"
for round in 1 2; do
  "$folder/peers" "$folder/curves.txt" 5
  "$bench" fit/nfw
done
/usr/bin/python3 "$here/peers.py" "$folder/curves.txt"
