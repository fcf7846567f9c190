"""Reads exports with astropy, pandas, sqlite3, xarray and getdist, and compares every value with the ECSV.

Usage: python read_exports.py UPSILON RUN_FOLDER...
       python read_exports.py --files FOLDER

The first exports the tables of runs in every format. The second takes the files that the tests of
exports write where UPSILON_EXPORTS names a folder: NAME.ecsv, and NAME.SUFFIX for each format.
"""

import csv
import json
import math
import pathlib
import sqlite3
import struct
import subprocess
import sys
import tempfile

import numpy
import pandas
import xarray
from astropy.table import Table
from getdist import loadMCSamples

SUFFIXES = {"csv": "csv", "json": "json", "mrt": "mrt", "votable": "vot", "fits": "fits"}
MANY = 20_000


def truth(path):
    """The columns of an ECSV file: name -> (kind, values with None for what is missing)."""
    kinds = {}
    with open(path, newline="", encoding="utf-8") as lines:
        while (line := lines.readline()).startswith("#"):
            if line.startswith("# - {"):
                name = json.loads(line[len("# - {name: "):].split(", ")[0])
                kinds[name] = line.split("datatype: ")[1].split(",")[0]
        names = next(csv.reader([line]))
        rows = list(csv.reader(lines))
    convert = {"float64": float, "int64": int, "bool": "True".__eq__, "string": str}

    def value(text, kind):
        if text == "":
            return None
        read = convert[kind](text)
        return None if kind == "float64" and not numpy.isfinite(read) else read

    return {
        name: (kinds[name], [value(row[i], kinds[name]) for row in rows])
        for i, name in enumerate(names)
    }


def escaped(text):
    """A word as formats have it that know printable ASCII alone."""
    ends = (len(text) - len(text.lstrip(" ")), len(text.rstrip(" ")))
    return "".join(
        c if "!" <= c <= "~" or (c == " " and ends[0] <= i < ends[1])
        else (f"\\U{ord(c):08x}" if ord(c) > 0xFFFF else f"\\u{ord(c):04x}")
        for i, c in enumerate(text)
    )


def same(kind, wanted, found):
    """Whether a value came back, floats to the last bit; zero may lose its sign in a database."""
    if wanted is None:
        return found is None
    if found is None:
        return False
    if kind == "float64":
        return struct.pack(">d", wanted) == struct.pack(">d", float(found)) or wanted == 0 == found
    return wanted == found


def compare(where, columns, read):
    """Compares columns with what `read` gives for the place of a column."""
    for index, (name, (kind, wanted)) in enumerate(columns.items()):
        found = read(index)
        assert len(found) == len(wanted), f"{where}: {len(found)} rows for {len(wanted)}"
        for row, (one, other) in enumerate(zip(wanted, found)):
            if kind == "string" and one is not None and escaped(one) != one:
                ok = other in (one, escaped(one)) or escaped(other or "") == escaped(one)
            else:
                ok = same(kind, one, other)
            assert ok, f"{where}: {name} of row {row + 1} is {other!r}, not {one!r}"


def astropy_column(column):
    """The values of a column of astropy, with None for what is missing."""
    mask = numpy.ma.getmaskarray(column)
    values = numpy.ma.getdata(column)
    if values.dtype.kind == "S":
        values = numpy.char.decode(values, "ascii")

    def plain(value, is_missing):
        if is_missing or (isinstance(value, float) and numpy.isnan(value)):
            return None
        return None if isinstance(value, str) and value == "" else value

    return [plain(v, m) for v, m in zip(values.tolist(), mask.tolist())]


def through_astropy(path, columns, **options):
    table = Table.read(path, **options)
    assert len(table.colnames) == len(columns), f"{path}: columns differ"
    compare(path, columns, lambda index: astropy_column(table.columns[index]))


def through_pandas(path, columns):
    frame = pandas.read_csv(
        path, dtype=str, keep_default_na=False, na_values=[""], quoting=csv.QUOTE_MINIMAL,
        encoding="utf-8", lineterminator=None)
    assert list(frame.columns) == list(columns), f"{path}: columns differ"
    convert = {"float64": float, "int64": int, "bool": "True".__eq__, "string": str}
    kinds = [kind for kind, _ in columns.values()]
    compare(path, columns, lambda index: [
        None if v is None or v != v else convert[kinds[index]](v)
        for v in frame.iloc[:, index].tolist()])


def through_json(path, name, columns):
    tables = {table["name"]: table for table in json.loads(path.read_text("utf-8"))["tables"]}
    names = list(columns)
    compare(path, columns, lambda index: [row[names[index]] for row in tables[name]["rows"]])


def through_sqlite(path, name, columns):
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)], path
    assert base.execute("PRAGMA foreign_key_check").fetchall() == [], path
    rows = base.execute(f'SELECT * FROM "{name}" ORDER BY rowid').fetchall()
    compare(path, columns, lambda index: [row[index] for row in rows])


def through_zarr(path, name, columns):
    """A group of a store; draws of equal weight are in groups of their own."""
    tree = xarray.open_datatree(path, engine="zarr")
    if "/posterior" in tree.groups and name == "draws":
        return through_arrays(tree, columns)
    group = next(node for node in tree.children.values() if node.attrs.get("name") == name)
    arrays = [group[array] for array in group.attrs["columns"]]
    assert [array.attrs["name"] for array in arrays] == list(columns), f"{path}: columns differ"
    kinds = [kind for kind, _ in columns.values()]

    def plain(value, kind):
        if value is None or value != value or (kind == "string" and value == ""):
            return None
        return {"int64": int, "bool": bool}.get(kind, lambda v: v)(value)

    compare(path, columns, lambda index: [
        plain(value, kinds[index]) for value in arrays[index].values.tolist()])


def through_arrays(tree, columns):
    """Draws over chain, draw, axes, galaxy and model, against the rows of the table."""
    posterior = tree["posterior"].to_dataset()
    rows = len(columns["draw"][1])
    for name, array in posterior.data_vars.items():
        wanted = columns[name][1]
        assert array.dims[:2] == ("chain", "draw")
        for row in range(rows):
            place = {d: columns[d][1][row] for d in array.dims[2:]}
            place |= {"chain": 0, "draw": columns["draw"][1][row] - 1}
            found = float(array.sel(place))
            assert same("float64", wanted[row], None if found != found else found), (name, row)
        assert int(array.notnull().sum()) == sum(value is not None for value in wanted)
    arviz = __import__("arviz")
    summary = arviz.summary(posterior, kind="stats")
    assert len(summary) > 0


def through_getdist(folder, columns):
    """The chains of all units: their rows, and what getdist makes of them."""
    least = 0
    for chain in sorted(folder.glob("*.txt")):
        samples = loadMCSamples(str(chain)[:-4], settings={"ignore_rows": 0}, no_cache=True)
        least += len(samples.weights)
        for name, mean in zip(samples.getParamNames().list(), samples.getMeans()):
            assert numpy.isfinite(mean), (chain, name)
            assert samples.getParamNames().parWithName(name).label
    # getdist leaves out what weighs next to nothing.
    total = len(columns["draw"][1])
    assert least == total or ("weight" in columns and 0 < least < total), f"{folder}: {least}"


def one_table(name, columns, paths):
    """Reads the files of one table: format -> path."""
    through_pandas(paths["csv"], columns)
    through_json(paths["json"], name, columns)
    rows = len(next(iter(columns.values()))[1])
    # astropy refuses a table of this format without rows, and takes minutes for very many.
    if 0 < rows <= MANY:
        through_astropy(paths["mrt"], columns, format="ascii.mrt")
    through_astropy(paths["votable"], columns, format="votable", table_id=None)
    through_sqlite(paths["sqlite"], name, columns)
    through_zarr(paths["zarr"], name, columns)


def profiles(path):
    """Works V_bary of the curves of a database out anew from its measured points."""
    base = sqlite3.connect(path)
    names = {row[0] for row in base.execute("SELECT name FROM sqlite_master")}
    assert {"galaxies", "radial_profiles"} <= names, names
    assert ("omega_fits" in names) == ("fits" in names), names
    if "curves" not in names:
        return
    query = """SELECT c.upsilon_gas, c.upsilon_disk, c.upsilon_bulge, p.v_gas, p.v_disk, p.v_bulge,
                      c.v_bary FROM curves c JOIN radial_profiles p USING (galaxy, radius)"""
    count = 0
    for *ratios, gas, disk, bulge, found in base.execute(query):
        total = sum(u * (abs(v) * v) for u, v in zip(ratios, (gas, disk, bulge)))
        wanted = math.sqrt(max(0.0, total))
        assert found == wanted, f"V_bary {found!r}, and from the points {wanted!r}"
        count += 1
    assert count == base.execute("SELECT count(*) FROM curves").fetchone()[0]


def files(folder):
    """The files of the tests."""
    count = 0
    for ecsv in sorted(folder.glob("*.ecsv")):
        name, columns = ecsv.stem, truth(ecsv)
        paths = {f: folder / f"{name}.{suffix}" for f, suffix in SUFFIXES.items()}
        paths["zarr"] = folder / f"{name}.zarr"
        paths["sqlite"] = folder / f"{name}.db"
        paths["sqlite"].unlink(missing_ok=True)
        with open(folder / f"{name}.sqlite", "rb") as statements:
            subprocess.run(
                ["sqlite3", "-batch", "-bail", paths["sqlite"]], stdin=statements, check=True,
                stdout=subprocess.DEVNULL)
        one_table(name, columns, paths)
        through_astropy(paths["fits"], columns, format="fits", hdu=1)
        count += 1
    return count


def run(upsilon, folder, scratch):
    """Exports the tables of a run, one by one and all together."""
    def export(words, form, path):
        command = [upsilon, "export", folder, *words, "--format", form, "-o", path]
        subprocess.run(command, check=True, capture_output=True)

    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    scratch = scratch / folder.name
    scratch.mkdir()
    for form in ("fits", "sqlite", "zarr"):
        export([], form, scratch / f"all.{form}")
    profiles(scratch / "all.sqlite")
    for number, record in enumerate(manifest["tables"], start=1):
        name, columns = record["name"], truth(folder / record["file"])
        paths = {form: scratch / f"all.{form}" for form in ("sqlite", "zarr")}
        for form in ("csv", "json", "mrt", "votable"):
            paths[form] = scratch / f"table.{form}"
            export([name], form, paths[form])
        one_table(name, columns, paths)
        through_astropy(scratch / "all.fits", columns, format="fits", hdu=number)
        if name.startswith("draws"):
            export([name], "getdist", scratch / f"{name}.getdist")
            through_getdist(scratch / f"{name}.getdist", columns)
    reader(upsilon, folder, manifest, scratch)
    return len(manifest["tables"])


def reader(upsilon, folder, manifest, scratch):
    """Reads a run with the helper that the program writes."""
    script = scratch / "upsilon_run.py"
    subprocess.run([upsilon, "export", "--reader", "python", "-o", script], check=True,
                   capture_output=True)
    space = {}
    exec(compile(script.read_text("utf-8"), str(script), "exec"), space)
    helper = space["Run"](folder)
    helper.verify()
    assert helper.tables == [record["name"] for record in manifest["tables"]]
    for record in manifest["tables"]:
        frame, columns = helper.pandas(record["name"]), truth(folder / record["file"])
        assert helper.astropy(record["name"]).colnames == list(columns)
        compare(script, columns, lambda index: [
            None if v is pandas.NA or v is None or v != v else v
            for v in frame.iloc[:, index].tolist()])


def main():
    first, *rest = sys.argv[1:]
    if first == "--files":
        count = sum(files(pathlib.Path(folder)) for folder in rest)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            count = sum(run(first, pathlib.Path(folder), pathlib.Path(scratch)) for folder in rest)
    assert count > 0, "no tables"
    print(f"{count} tables exported and read back in every format")


if __name__ == "__main__":
    main()
