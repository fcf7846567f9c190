"""Holds specs against the JSON Schema that the program prints.

Usage: python check_schema.py SCHEMA FOLDER
"""

import json
import pathlib
import sys

from jsonschema import Draft202012Validator


def main():
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    specs = sorted(pathlib.Path(sys.argv[2]).rglob("*.json"))
    assert specs, "no specs"
    for path in specs:
        spec = json.loads(path.read_text())
        for error in validator.iter_errors(spec):
            sys.exit(f"{path}: {error.json_path}: {error.message}")
        assert not validator.is_valid({**spec, "gird": {}}), "an unknown key must not fit"
    print(f"{len(specs)} specs fit the schema")


if __name__ == "__main__":
    main()
