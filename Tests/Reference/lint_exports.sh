#!/usr/bin/env bash
# Holds exported files against the tools that judge their formats.
#
#   bash lint_exports.sh FOLDER [full]
#
# FOLDER has files as the suite of exports leaves them. fitsverify has to find every FITS file
# without error and warning, votlint every VOTable without a word. With "full" LaTeX sets every
# deluxetable with the class of AASTeX, and every table with booktabs. A deluxetable stands whole in
# the memory of TeX before it is set: those with more than 20,000 lines are left out, and told of.
set -euo pipefail
folder="$(cd "$1" && pwd)"
tier="${2:-usual}"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT
shopt -s nullglob
failed=0 count=0

# Counts a file, and tells of it if what judges it has something to say.
judge() {
  local file="$1" words="$2" status="$3"
  count=$((count + 1))
  if [ "$status" -ne 0 ] || [ -n "$words" ]; then
    printf '%s:\n%s\n' "${file##*/}" "$words" >&2
    failed=1
  fi
}

for file in "$folder"/*.fits; do
  status=0
  words="$(fitsverify -q "$file" 2>&1)" || status=$?
  judge "$file" "$(grep -v '^verification OK' <<< "$words" || true)" "$status"
done
for file in "$folder"/*.vot; do
  status=0
  words="$(stilts votlint "$file" 2>&1)" || status=$?
  judge "$file" "$words" "$status"
done

# Sets a file within a document of a class.
set_table() {
  local file="$1" preamble="$2" status=0
  cp "$file" "$scratch/table.tex"
  printf '%s\n\\begin{document}\n\\input{table}\n\\end{document}\n' "$preamble" \
    > "$scratch/document.tex"
  (cd "$scratch" && pdflatex -interaction=nonstopmode -halt-on-error document) \
    > "$scratch/log" 2>&1 </dev/null || status=$?
  judge "$file" "$([ "$status" -eq 0 ] || grep -A 5 '^!' "$scratch/log")" "$status"
}

if [ "$tier" = full ]; then
  for file in "$folder"/*.deluxetable.tex; do
    if [ "$(wc -l < "$file")" -gt 20000 ]; then
      echo "skipped: ${file##*/} is more than TeX holds"
      continue
    fi
    set_table "$file" '\documentclass{aastex631}'
  done
  for file in "$folder"/*.booktabs.tex; do
    set_table "$file" '\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{textcomp,booktabs,longtable}'
  done
fi

echo "$count exported files judged by the tools of their formats"
[ "$count" -gt 0 ] && [ "$failed" -eq 0 ]
