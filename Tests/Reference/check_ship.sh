#!/usr/bin/env bash
# Puts what .ci/ship made into place as people do, without network, and holds the runs against each other.
#
#   bash Tests/Reference/check_ship.sh OUT KEY [full]
#
# OUT is the folder of .ci/ship, KEY the public key of minisign or signify. With `full` the package is
# installed in bare roots of Debian 12, 13 and 11, which debootstrap fetches; where no mirror has one that
# is said. Needs root for the roots of others, as chroot does, and python3 with venv.
set -euo pipefail
export LC_ALL=C
out="$(realpath "$1")" key="$(realpath "$2")" tier="${3:-}"
cd "$(dirname "$0")/../.."
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

step() { printf '\n-- %s\n' "$*"; }
fail() { echo "check_ship: $*" >&2; exit 1; }

# Verifies the signature of a file of sums.
verified() {
  if head -n 1 "$key" | grep -q minisign; then
    minisign -Vq -p "$key" -m "$1/SHA256SUMS"
  else
    "$(command -v signify-openbsd || command -v signify)" -Vq -p "$key" -x "$1/SHA256SUMS.sig" -m "$1/SHA256SUMS"
  fi
}

step "signature and sums"
verified "$out"
(cd "$out" && sha256sum --check --strict SHA256SUMS)
mkdir "$scratch/forged"
cp "$out"/SHA256SUMS* "$scratch/forged"
sed -i '1s/^./x/' "$scratch/forged/SHA256SUMS"
if verified "$scratch/forged" 2> /dev/null; then fail "a forged file of sums is believed"; fi

step "archive"
mkdir "$scratch/archive"
tar xzf "$out"/upsilon-*-linux-*.tar.gz -C "$scratch/archive" --strip-components 1
archive="$scratch/archive"
program="$archive/bin/upsilon"
size="$(stat -c %s "$program")"
echo "$size bytes"
[ "$size" -lt 25000000 ] || fail "the executable has more than 25 MB"
{ ldd "$program" 2>&1 || true; } | grep -Eq 'not a dynamic executable|statically linked' || fail "the executable wants libraries"
groff -ww -man -Tutf8 "$archive/share/man/man1/upsilon.1" 2> "$scratch/words" > "$scratch/page" || true
[ ! -s "$scratch/words" ] || fail "groff: $(cat "$scratch/words")"
cmp "$archive/share/upsilon/spec.schema.json" Sources/upsilon/Resources/spec.schema.json
bash -n "$archive/share/bash-completion/completions/upsilon"
"$program" --version --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["build"])'

# What is done in every place, offline: a spec, its run, its page. Prints how long it took.
cat > "$scratch/session" <<'END'
set -e
cd /tmp
upsilon init first.json --start fit-laws > /dev/null
upsilon run first.json --quiet > ran
upsilon report "$(tail -n 1 ran)" > /dev/null
upsilon verify "$(tail -n 1 ran)" > /dev/null
END

# Holds the one run of a folder against that of the archive.
same() {
  local place="$1" run
  for run in "$2"/first-*; do
    for file in manifest.json tables; do
      diff -r "$run/$file" "$reference/$file" > /dev/null || fail "$place: $file differs"
    done
    [ -s "$run/report.html" ] || fail "$place: no report"
    echo "$place: $(basename "$run"), the same manifest and tables, $3 s"
  done
}

mkdir "$scratch/here"
(cd "$scratch/here" && sed 's#^cd /tmp#:#' "$scratch/session" > session && PATH="$archive/bin:$PATH" sh session)
reference="$(echo "$scratch"/here/runs/first-*)"
[ -d "$reference" ] || fail "the run of the archive is not there"

# Runs the session in a root that has a shell, without network.
in_root() {
  cp "$scratch/session" "$1/tmp/session"
  timeout 60 unshare --net chroot "$1" /bin/sh /tmp/session
}

step "a root with nothing but the executable"
root="$scratch/bare"
mkdir -p "$root/bin" "$root/tmp" "$root/proc"
cp "$program" "$root/bin/upsilon"
began=$SECONDS
# No shell is there, so that each command is called by itself; /proc tells the command line.
bare() { unshare --net --mount sh -c 'mount -t proc proc "$1/proc" && cd "$1/tmp" && shift && exec chroot "$@"' - "$root" "$root" /bin/upsilon "$@"; }
bare init /tmp/first.json --start fit-laws > /dev/null
bare run /tmp/first.json --runs /tmp/runs --quiet > "$scratch/ran"
bare report "$(tail -n 1 "$scratch/ran")" > /dev/null
same "bare root" "$root/tmp/runs" $((SECONDS - began))

step "wheel in a fresh environment"
python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --no-index --no-deps "$out"/upsilon-*.whl
mkdir "$scratch/wheel"
began=$SECONDS
(cd "$scratch/wheel" && sed 's#^cd /tmp#:#' "$scratch/session" > session && PATH="$scratch/venv/bin:$PATH" unshare --net sh session)
same "wheel" "$scratch/wheel/runs" $((SECONDS - began))
(cd "$scratch" && "$scratch/venv/bin/python" - "$scratch"/wheel/runs/first-*) <<'END'
import sys
from upsilon_run import Run

run = Run(sys.argv[1])
run.verify()
print("the helper reads", ", ".join(run.tables))
END
"$scratch/venv/bin/pip" check

step "package for Debian"
dpkg-deb --info "$out"/upsilon_*.deb > /dev/null
dpkg-deb --contents "$out"/upsilon_*.deb | awk '{ print $1, $2, $6 }' | grep -vE '^[-d][rwx-]+ root/root \./' && fail "a file belongs to somebody"
if command -v lintian > /dev/null; then
  lintian --allow-root --fail-on error "$out"/upsilon_*.deb
else
  echo "skipped: lintian is not installed"
fi

step "image"
mkdir "$scratch/image"
tar xf "$out"/upsilon-*-oci.tar -C "$scratch/image"
python3 - "$scratch/image" "$scratch/layer" <<'END'
import hashlib, json, pathlib, sys, tarfile

layout, root = map(pathlib.Path, sys.argv[1:])
assert json.loads((layout / "oci-layout").read_text()) == {"imageLayoutVersion": "1.0.0"}


def blob(entry):
    data = (layout / "blobs" / entry["digest"].replace(":", "/")).read_bytes()
    assert len(data) == entry["size"] and "sha256:" + hashlib.sha256(data).hexdigest() == entry["digest"]
    return data


manifest = json.loads(blob(json.loads((layout / "index.json").read_text())["manifests"][0]))
config = json.loads(blob(manifest["config"]))
assert config["config"]["Entrypoint"] == ["/usr/bin/upsilon"]
(layer,) = manifest["layers"]
blob(layer)
tarfile.open(layout / "blobs" / layer["digest"].replace(":", "/")).extractall(root)
END
cmp "$scratch/layer/usr/bin/upsilon" "$program"
if command -v skopeo > /dev/null; then
  skopeo --insecure-policy copy --quiet "oci:$scratch/image" "oci:$scratch/copied"
else
  echo "skipped: skopeo is not installed"
fi

[ "$tier" = full ] || exit 0
for release in bookworm trixie bullseye; do
  step "Debian, $release"
  root="$scratch/$release"
  if ! debootstrap --variant=minbase "$release" "$root" > "$scratch/debootstrap.log" 2>&1; then
    tail -n 2 "$scratch/debootstrap.log"
    echo "skipped: debootstrap cannot make a root of $release here"
    continue
  fi
  cp "$out"/upsilon_*.deb "$root/tmp"
  began=$SECONDS
  chroot "$root" sh -c 'dpkg --install /tmp/upsilon_*.deb' > /dev/null
  mount -t proc proc "$root/proc"
  in_root "$root" || { umount "$root/proc"; fail "$release: the session fails"; }
  umount "$root/proc"
  same "$release" "$root/tmp/runs" $((SECONDS - began))
done
