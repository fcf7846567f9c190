#!/usr/bin/env bash
# Makes bundles and holds them against the tools of others.
#
#   bash check_bundles.sh UPSILON PYTHON RUNS
#
# UPSILON is the program, PYTHON that of an environment with the packages of
# .ci/bundle-requirements.txt, RUNS a folder with a run of quickstart and, where UPSILON_DATA has
# sparc/, one of session441-standard. Each bundle is made twice, unpacked, checked by sha256sum,
# cffconvert and the validator of RO-Crates, and reproduced by nothing but a shell and the program.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
upsilon="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")"
python="$(cd "$(dirname "$2")" && pwd)/$(basename "$2")"
runs="$(cd "$3" && pwd)"
[ -z "${UPSILON_DATA:-}" ] || UPSILON_DATA="$(cd "$UPSILON_DATA" && pwd)"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

authors='authors=[{"name":"Ada B. Author","orcid":"0000-0002-1825-0097","affiliation":"An Institute"},{"name":"von Beispiel, C."}]'

# Bundles runs, and checks what comes of it.
check() {
  local name="$1"
  shift
  "$upsilon" bundle "$@" -o "$name.zip"
  "$upsilon" bundle "$@" -o "$name-again.zip" > again.log 2>&1
  cmp "$name.zip" "$name-again.zip"
  unzip -q "$name.zip" -d "$name"
  (cd "$name" && sha256sum --quiet --strict -c SHA256SUMS)
  "$python" "$here/check_crate.py" "$name"
  if [ -f "$name/CITATION.cff" ]; then
    (cd "$name" && "${python%/*}/cffconvert" --validate)
    "$python" -c 'import json, sys; json.load(open(sys.argv[1]))' "$name/.zenodo.json"
  fi
  # Without anything that this machine has to offer.
  mkdir "$name/bin"
  ln -s "$upsilon" "$name/upsilon"
  for tool in sh dash cat cmp cp mkdir mktemp rm sha256sum; do
    ln -s "$(command -v "$tool")" "$name/bin/$tool"
  done
  env -i PATH="$scratch/$name/bin" sh "$name/reproduce.sh"
}

check quickstart "$runs"/quickstart-*/

"$upsilon" run "$here/../../experiments/quickstart.json" --set "$authors" --runs cited > run.log
check cited cited/quickstart-*/
[ -f cited/CITATION.cff ] || { echo "the authors are not cited" >&2; exit 1; }

if [ -n "${UPSILON_DATA:-}" ]; then
  check sparc "$runs"/session441-standard-*/ "$runs"/quickstart-*/
  [ -f sparc/data/sparc/SPARC_Lelli2016c.mrt ] || { echo "SPARC did not travel" >&2; exit 1; }
fi
