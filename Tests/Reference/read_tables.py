"""Reads the tables of runs with astropy and pandas, and compares every value with the file's text.

Usage: python read_tables.py RUN_FOLDER...
"""

import csv
import pathlib
import sys

import numpy
import pandas
from astropy.table import Table


def compare(path):
    """Compares one table; returns how many floats were equal to the last bit."""
    table = Table.read(path, format="ascii.ecsv")
    frame = pandas.read_csv(path, comment="#")
    with open(path, newline="") as lines:
        names, *rows = csv.reader(line for line in lines if not line.startswith("#"))
    assert len(table) == len(frame) == len(rows), f"{path}: rows differ"
    assert table.colnames == list(frame.columns) == names, f"{path}: columns differ"
    equal = 0
    for index, name in enumerate(names):
        if table[name].dtype.kind != "f":
            continue
        for row, fields in enumerate(rows):
            text = fields[index]
            if text == "":
                assert numpy.ma.is_masked(table[name][row]), f"{path}: {name} of row {row}"
                assert numpy.isnan(frame[name].iloc[row]), f"{path}: {name} of row {row}"
                continue
            value = float(text)
            assert value == float(table[name][row]) == float(frame[name].iloc[row])
            assert float(repr(value)) == value
            equal += 1
    return equal


def main():
    tables = 0
    floats = 0
    for folder in sys.argv[1:]:
        for path in sorted(pathlib.Path(folder).glob("tables/*.ecsv")):
            floats += compare(path)
            tables += 1
    assert tables > 0, "no tables"
    print(f"{tables} tables read, {floats} floats equal to the last bit")


if __name__ == "__main__":
    main()
