#!/bin/sh
# Computes the runs of this bundle anew, offline, and compares what comes out with what is enclosed.
#
#   sh reproduce.sh
#
# UPSILON       the program; otherwise 'upsilon' beside this script is taken, or that on PATH
# UPSILON_DATA  a folder with data that did not travel, where there are some
#
# Exit status: 0 the same manifest and tables, byte for byte; 1 something differs; 2 it could not be
# tried, and why.
set -u
LC_ALL=C
export LC_ALL
unset CDPATH
case $0 in
  */*) here=${0%/*} ;;
  *) here=. ;;
esac
here=$(cd "$here" && pwd) || exit 2
given=${UPSILON_DATA-}
unset UPSILON_DATA UPSILON_RUNS

fail() {
  echo "$*" >&2
  exit 2
}

has() { command -v "$1" >/dev/null 2>&1; }

# The SHA-256 of a file; nothing where no program tells it.
hash_of() {
  if has sha256sum; then
    sha256sum <"$1"
  elif has shasum; then
    shasum -a 256 <"$1"
  fi | {
    hash=
    read -r hash rest
    echo "$hash"
  }
}

# Whether two files are the same.
same() {
  if has cmp; then
    cmp -s "$1" "$2"
  else
    [ -f "$1" ] && [ -f "$2" ] && [ "$(hash_of "$1")" = "$(hash_of "$2")" ]
  fi
}

has cmp || has sha256sum || has shasum || fail "files are compared with cmp or sha256sum; install one"

# The program.
if [ -n "${UPSILON-}" ]; then
  program=$UPSILON
elif [ -f "$here/upsilon" ] && [ -x "$here/upsilon" ]; then
  program=$here/upsilon
else
  program=upsilon
fi
version=$("$program" --version 2>/dev/null) || fail "'$program' is no program that runs here: put" \
  "'upsilon' beside this script or on PATH, or name it: UPSILON=/path/to/upsilon sh reproduce.sh"
echo "$version"

# A folder of its own, which is gone afterwards.
scratch=$(mktemp -d 2>/dev/null) || {
  scratch=${TMPDIR:-/tmp}/upsilon-reproduce-$$
  mkdir "$scratch" || exit 2
}
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM

status=0
if has sha256sum && ! (cd "$here" && sha256sum -c SHA256SUMS) >/dev/null 2>&1; then
  echo "the bundle is not what it was: 'sha256sum -c SHA256SUMS' says which files have changed" >&2
  status=1
fi

worse() { [ "$status" -ge "$1" ] || status=$1; }

# Begins a run.
begin() {
  run=$1
  from=$scratch/from/$run
  lacking=
  mkdir -p "$from/inputs" "$from/data" || exit 2
  cp "$here/runs/$run/spec.json" "$here/runs/$run/manifest.json" "$from/" || exit 2
  if [ -f "$here/data/registry.json" ]; then
    cp "$here/data/registry.json" "$from/data/" || exit 2
  fi
}

# Whether a file has a hash, as far as it can be told here; the program looks again.
fits() { [ -f "$1" ] && { hash=$(hash_of "$1"); [ -z "$hash" ] || [ "$hash" = "$2" ]; }; }

lack() {
  lacking="$lacking
    $1, $3 bytes, SHA-256 $2
      $4"
}

# A file of a registered dataset: dataset, name, SHA-256, bytes, how to get it.
registered() {
  mkdir -p "$from/data/$1" || exit 2
  for file in "$here/data/$1/$2" ${given:+"$given/$1/$2"}; do
    if fits "$file" "$3"; then
      cp "$file" "$from/data/$1/$2" || exit 2
      return
    fi
  done
  lack "$1/$2" "$3" "$4" "$5"
}

# Looks through a folder for a file with a hash; links to folders may lead back and are passed over.
search() (
  for file in "$1"/*; do
    if [ -d "$file" ]; then
      [ -h "$file" ] || { search "$file" "$2" && exit 0; }
    elif [ -f "$file" ] && [ "$(hash_of "$file")" = "$2" ]; then
      cp "$file" "$from/inputs/$2" && exit 0
    fi
  done
  exit 1
)

# A file of the authors' own: name, SHA-256, bytes, how to get it.
own() {
  file=$here/runs/$run/inputs/$2
  if fits "$file" "$2"; then
    cp "$file" "$from/inputs/$2" || exit 2
  elif [ -z "$given" ] || ! search "$given" "$2"; then
    lack "$1" "$2" "$3" "$4"
  fi
}

# Computes the run and compares.
compare() {
  if [ -n "$lacking" ]; then
    echo "$run: not tried, as data lack:$lacking" >&2
    echo "  put them into a folder, those of a dataset into one of its name inside, and name it:" >&2
    echo "  UPSILON_DATA=/path/to/folder sh reproduce.sh" >&2
    worse 2
    return
  fi
  "$program" run "$from/spec.json" --data "$from/data" --runs "$scratch/runs" >"$scratch/log" 2>&1
  ended=$?
  made=$scratch/runs/$run
  if [ ! -f "$made/manifest.json" ]; then
    echo "$run: differs: the program ended with status $ended and without a run of this name:" >&2
    cat "$scratch/log" >&2
    worse 1
    return
  fi
  count=0
  differing=
  for file in "$here/runs/$run/manifest.json" "$here/runs/$run"/tables/*; do
    [ -f "$file" ] || continue
    name=${file#"$here/runs/$run/"}
    [ "$name" = manifest.json ] || count=$((count + 1))
    same "$file" "$made/$name" || differing="$differing $name"
  done
  if [ -n "$differing" ]; then
    echo "$run: differs:$differing" >&2
    worse 1
  else
    echo "$run: the same manifest.json and the same tables ($count), byte for byte"
  fi
}
