"""Read the tables of an Upsilon run into astropy or pandas.

    from upsilon_run import Run

    run = Run("runs/quickstart-3fa9c1d27b04")
    run.tables                  # ['galaxies', 'fits', ...]
    run.astropy("fits")         # astropy.table.Table with units, missing values masked
    run.pandas("fits")          # pandas.DataFrame; units in frame.attrs["units"]
    run.verify()                # raises ValueError if a table is not what the manifest says

Written by 'upsilon export --reader python'. For Python 3.9 and later.
"""

import csv, hashlib, json, pathlib


class Run:
    """A run in its folder."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.manifest = json.loads((self.folder / "manifest.json").read_text("utf-8"))
        self._records = {table["name"]: table for table in self.manifest["tables"]}
        self.tables = list(self._records)

    def units(self, table):
        """The unit of each column that has one."""
        columns = self._record(table)["columns"]
        return {column["name"]: column["unit"] for column in columns if column["unit"]}

    def keys(self, table):
        """The columns that tell rows apart."""
        return self._record(table)["keys"]

    def path(self, table):
        """The ECSV file of a table."""
        return self.folder / self._record(table)["file"]

    def astropy(self, table):
        """A table as astropy.table.Table."""
        from astropy.table import Table

        return Table.read(self.path(table), format="ascii.ecsv")

    def pandas(self, table):
        """A table as pandas.DataFrame: whole numbers and flags may be missing."""
        import pandas

        kinds = {"integer": "Int64", "flag": "boolean", "word": "string", "real": "float64"}
        with open(self.path(table), newline="", encoding="utf-8") as lines:
            while (line := lines.readline()).startswith("#"):
                pass
            names = next(csv.reader([line]))
            rows = list(csv.reader(lines))
        frame = pandas.DataFrame(
            {name: [row[i] or None for row in rows] for i, name in enumerate(names)}, dtype=object
        )
        for column in self._record(table)["columns"]:
            name, kind = column["name"], column["kind"]
            if kind == "flag":
                frame[name] = frame[name].map({"True": True, "False": False, None: None})
            elif kind in ("integer", "real"):
                number = int if kind == "integer" else float
                frame[name] = [None if v is None else number(v) for v in frame[name]]
            frame[name] = frame[name].astype(kinds[kind])
        frame.attrs["units"] = self.units(table)
        return frame

    def verify(self):
        """Raises ValueError if a table is not the one that the manifest names."""
        for name, record in self._records.items():
            if hashlib.sha256(self.path(name).read_bytes()).hexdigest() != record["sha256"]:
                raise ValueError(f"{self.path(name)} has changed since the run was made")

    def _record(self, table):
        if table not in self._records:
            raise KeyError(f"no table '{table}'; there are {', '.join(self._records)}")
        return self._records[table]
