"""Packs the executable into what people install: archive, .deb, wheel, OCI image.

Usage: python3 .ci/pack.py EXECUTABLE OUT

The same executable gives the same bytes: files are sorted, belong to nobody in particular and have the
time of SOURCE_DATE_EPOCH. Run from the root of the repository, by .ci/ship.
"""

import base64, csv, gzip, hashlib, io, json, os, pathlib, platform, stat, subprocess, sys, tarfile
import zipfile

EPOCH = int(os.environ["SOURCE_DATE_EPOCH"])
MAINTAINER = "The Upsilon maintainers <upsilon@packages.invalid>"
SUMMARY = "Run declarative experiments on galaxy rotation curves"
DESCRIPTION = """\
A spec is one JSON file that says what is to be computed: galaxies, laws, a
grid of mass-to-light ratios, steps over the tables, expected values. The
program computes it and leaves a content-hashed folder that anyone can read,
verify and reproduce.
"""

# The names of a processor: as Linux has it, as Debian, as containers.
PROCESSORS = {"x86_64": ("amd64", "amd64"), "aarch64": ("arm64", "arm64")}


class File:
    """A file to pack: where it goes, its bytes, whether it can be run."""

    def __init__(self, path, data, runs=False):
        self.path, self.data, self.mode = path, data, 0o755 if runs else 0o644


def gzipped(data, level=9):
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=level, fileobj=out, mtime=EPOCH) as file:
        file.write(data)
    return out.getvalue()


def tarred(files, root=""):
    """An archive of files and of the folders that lead to them."""
    out = io.BytesIO()
    folders = set()
    for file in files:
        parts = (root + file.path).split("/")
        folders |= {"/".join(parts[:count]) for count in range(1, len(parts))}
    entries = [(folder, None) for folder in folders if folder != "."]
    entries += [(root + file.path, file) for file in files]
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path, file in sorted(entries, key=lambda entry: entry[0]):
            info = tarfile.TarInfo(path)
            info.mtime, info.uname, info.gname = EPOCH, "root", "root"
            if file is None:
                info.type, info.mode = tarfile.DIRTYPE, 0o755
                archive.addfile(info)
            else:
                info.size, info.mode = len(file.data), file.mode
                archive.addfile(info, io.BytesIO(file.data))
    return out.getvalue()


def archive(files, name):
    return gzipped(tarred(files, f"{name}/"), 6)


def deb(files, version, processor):
    """A package for Debian: an `ar` archive of two compressed ones."""
    shared = [file for file in files if not file.path.startswith(("LICENSE", "README"))]
    placed = [File(f"./usr/{place(file.path)}", file.data, file.mode == 0o755) for file in shared]
    for file in placed:
        if "/man/" in file.path:
            file.path, file.data = f"{file.path}.gz", gzipped(file.data)
    licence = pathlib.Path("LICENSE").read_text()
    day = subprocess.check_output(
        ["date", "--utc", "--rfc-email", f"--date=@{EPOCH}"], text=True, env={"LC_ALL": "C", "PATH": os.environ["PATH"]}
    ).strip()
    news = (
        f"upsilon ({version}) unstable; urgency=medium\n\n"
        "  * What is new tells CHANGELOG.md of the source.\n\n"
        f" -- {MAINTAINER}  {day}\n"
    )
    doc = "./usr/share/doc/upsilon"
    placed += [
        File(f"{doc}/copyright", licence.encode()),
        File(f"{doc}/changelog.gz", gzipped(news.encode())),
        # It runs on any release, which is what the package is for.
        File("./usr/share/lintian/overrides/upsilon", b"upsilon: statically-linked-binary *\n"),
    ]
    size = sum(-(-len(file.data) // 1024) for file in placed)
    control = (
        f"Package: upsilon\nVersion: {version}\nArchitecture: {processor}\n"
        f"Maintainer: {MAINTAINER}\nInstalled-Size: {size}\n"
        "Recommends: curl, unzip\nSuggests: librsvg2-bin, sqlite3\n"
        f"Section: science\nPriority: optional\nDescription: {SUMMARY}\n"
        + "".join(f" {line}\n" for line in DESCRIPTION.splitlines())
    )
    sums = "".join(
        f"{hashlib.md5(file.data).hexdigest()}  {file.path[2:]}\n"
        for file in sorted(placed, key=lambda file: file.path)
    )
    control_files = [File("./control", control.encode()), File("./md5sums", sums.encode())]
    out = io.BytesIO(b"!<arch>\n")
    out.seek(0, io.SEEK_END)
    for name, data in [
        ("debian-binary", b"2.0\n"),
        ("control.tar.gz", gzipped(tarred(control_files))),
        ("data.tar.gz", gzipped(tarred(placed), 6)),
    ]:
        out.write(f"{name:<16}{EPOCH:<12}{0:<6}{0:<6}{'100644':<8}{len(data):<10}`\n".encode())
        out.write(data + b"\n" * (len(data) % 2))
    return out.getvalue()


def place(path):
    """Where Debian has a file of the archive, below /usr."""
    return path.replace("zsh/site-functions", "zsh/vendor-completions")


def wheel(files, version, tags):
    """A wheel: the executable goes where commands go, the helper where modules go."""
    info, data = f"upsilon-{version}.dist-info", f"upsilon-{version}.data"
    metadata = (
        f"Metadata-Version: 2.4\nName: upsilon\nVersion: {version}\nSummary: {SUMMARY}\n"
        "License-Expression: MIT\nLicense-File: LICENSE\nRequires-Python: >=3.9\n"
        "Provides-Extra: tables\nRequires-Dist: astropy; extra == 'tables'\n"
        "Requires-Dist: pandas; extra == 'tables'\n"
        f"Description-Content-Type: text/plain\n\n{DESCRIPTION}"
    )
    kind = "Wheel-Version: 1.0\nGenerator: upsilon\nRoot-Is-Purelib: false\n"
    kind += "".join(f"Tag: {tag}\n" for tag in tags)
    placed = [
        File(f"{info}/METADATA", metadata.encode()),
        File(f"{info}/WHEEL", kind.encode()),
        File(f"{info}/licenses/LICENSE", pathlib.Path("LICENSE").read_bytes()),
    ]
    for file in files:
        if file.path == "bin/upsilon":
            placed.append(File(f"{data}/scripts/upsilon", file.data, True))
        elif file.path.endswith("upsilon_run.py"):
            placed.append(File("upsilon_run.py", file.data))
        elif file.path.startswith("share/"):
            placed.append(File(f"{data}/data/{file.path}", file.data, file.mode == 0o755))
    placed.sort(key=lambda file: file.path)
    record = io.StringIO()
    rows = csv.writer(record, lineterminator="\n")
    for file in placed:
        digest = base64.urlsafe_b64encode(hashlib.sha256(file.data).digest()).rstrip(b"=")
        rows.writerow([file.path, f"sha256={digest.decode()}", len(file.data)])
    rows.writerow([f"{info}/RECORD", "", ""])
    placed.append(File(f"{info}/RECORD", record.getvalue().encode()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for file in placed:
            # Older moments than 1980 no zip archive has, and none counts here.
            entry = zipfile.ZipInfo(file.path, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = (stat.S_IFREG | file.mode) << 16
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, file.data)
    return out.getvalue()


def image(files, version, processor):
    """An OCI image in its layout, as one archive: the executable, its experiments, nothing else."""
    kept = [file for file in files if file.path == "bin/upsilon" or "/experiments/" in file.path]
    layer = tarred([File(f"usr/{file.path}", file.data, file.mode == 0o755) for file in kept])
    blobs = {}

    def blob(data, kind):
        digest = hashlib.sha256(data).hexdigest()
        blobs[digest] = data
        return {"mediaType": f"application/vnd.oci.image.{kind}", "digest": f"sha256:{digest}", "size": len(data)}

    packed = gzipped(layer, 6)
    moment = subprocess.check_output(["date", "--utc", f"--date=@{EPOCH}", "+%Y-%m-%dT%H:%M:%SZ"], text=True).strip()
    config = {
        "created": moment,
        "architecture": processor,
        "os": "linux",
        "config": {
            "Entrypoint": ["/usr/bin/upsilon"],
            "WorkingDir": "/work",
            "Env": ["PATH=/usr/bin"],
            "Labels": {
                "org.opencontainers.image.title": "upsilon",
                "org.opencontainers.image.version": version,
                "org.opencontainers.image.licenses": "MIT",
                "org.opencontainers.image.description": SUMMARY,
            },
        },
        "rootfs": {"type": "layers", "diff_ids": [f"sha256:{hashlib.sha256(layer).hexdigest()}"]},
        "history": [{"created": moment, "created_by": "upsilon"}],
    }
    manifest = {
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": blob(encoded(config), "config.v1+json"),
        "layers": [blob(packed, "layer.v1.tar+gzip")],
    }
    entry = blob(encoded(manifest), "manifest.v1+json")
    entry["annotations"] = {"org.opencontainers.image.ref.name": version}
    entry["platform"] = {"architecture": processor, "os": "linux"}
    index = {
        "schemaVersion": 2,
        "mediaType": "application/vnd.oci.image.index.v1+json",
        "manifests": [entry],
    }
    layout = [File("oci-layout", encoded({"imageLayoutVersion": "1.0.0"})), File("index.json", encoded(index))]
    return tarred(layout + [File(f"blobs/sha256/{name}", data) for name, data in blobs.items()])


def encoded(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def contents(executable):
    """What goes along: the executable and what it says of itself, the experiments, the licence."""

    def said(*words):
        return subprocess.check_output([executable, *words])

    files = [
        File("bin/upsilon", executable.read_bytes(), True),
        File("share/man/man1/upsilon.1", said("manual")),
        File("share/bash-completion/completions/upsilon", said("completions", "bash")),
        File("share/zsh/site-functions/_upsilon", said("completions", "zsh")),
        File("share/fish/vendor_completions.d/upsilon.fish", said("completions", "fish")),
        File("share/upsilon/upsilon_run.py", said("export", "--reader", "python", "-o", "-")),
        File("share/upsilon/spec.schema.json", said("schema", "--data", "none")),
        File("LICENSE", pathlib.Path("LICENSE").read_bytes()),
        File("README.md", pathlib.Path("README.md").read_bytes()),
    ]
    tracked = subprocess.check_output(["git", "ls-files", "-z", "experiments"], text=True)
    for path in tracked.split("\0"):
        if path:
            runs = os.access(path, os.X_OK)
            files.append(File(f"share/upsilon/{path}", pathlib.Path(path).read_bytes(), runs))
    return files


def main():
    executable, out = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    facts = json.loads(subprocess.check_output([executable, "--version", "--json"]))
    version, machine = facts["version"], platform.machine()
    debian, container = PROCESSORS[machine]
    platforms = [f"manylinux_2_17_{machine}", f"musllinux_1_1_{machine}"]
    files = contents(executable)
    name = f"upsilon-{version}-linux-{machine}"
    made = {
        f"{name}.tar.gz": archive(files, name),
        f"upsilon_{version}_{debian}.deb": deb(files, version, debian),
        f"upsilon-{version}-py3-none-{'.'.join(platforms)}.whl": wheel(
            files, version, [f"py3-none-{tag}" for tag in platforms]
        ),
        f"{name}-oci.tar": image(files, version, container),
    }
    out.mkdir(parents=True, exist_ok=True)
    sums = []
    for name, data in sorted(made.items()):
        (out / name).write_bytes(data)
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
        print(f"{len(data):>12,}  {name}")
    (out / "SHA256SUMS").write_text("".join(sums))


if __name__ == "__main__":
    main()
