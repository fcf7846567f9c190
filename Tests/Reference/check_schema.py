"""Holds specs against the JSON Schema that the program prints, right ones and wrong ones.

Usage: python check_schema.py SCHEMA FOLDER CASES

Every spec of FOLDER must fit. Of the specs with mistakes in CASES those must not fit whose mistakes an
editor can know, and those with nothing but warnings must fit.
"""

import json
import pathlib
import re
import sys

from jsonschema import Draft202012Validator

# What no schema can know, as the program says it: names that depend on data or on tables made before,
# what an expression means, numbers against each other.
BEYOND = [
    r"unknown (column|table|galaxy|constant|bound|status)", r"has no (column|axis|key|model) '",
    r"expected a (condition|number), not a (condition|word|number)", r"holds? (words|numbers|true)",
    r"never holds", r"is not an operator", r"expected an operator", r"cannot compare", r"nothing follows",
    r"takes numbers, not a word", r"a list stands in parentheses", r"stands? twice", r"cannot choose between",
    r"there is a table '", r"two (columns|coefficients|groupings)", r"is a column of the result already",
    r"has a column '", r"compared with itself", r"among its own terms", r"a constant has no quantiles",
    r"does not divide", r"more than a million", r"too many digits", r"too (wide|close)", r"too large for a double",
    r"runs backwards", r"are reversed", r"outside its (bounds|range)", r"lies outside", r"prior beside bounds",
    r"bounded from", r"is fixed at", r"is made of numbers", r"lies between", r"must be positive: it is",
    r"lower end", r"units, more than the limit", r"values together", r"leave no galaxy", r"no galaxy has more",
    r"takes up to", r"nothing is free", r"is a table that the posteriors make", r"no evidences", r"tied to itself",
    r"depends on '", r"ties '", r"groups of each cell", r"control character", r"does not keep",
    r"the model computes nothing", r"nothing is computed", r"needs offsets", r"need offsets",
    r"no selected model has the parameter 'g_dagger'", r"only 'offsets' can", r"has a row for each",
    r"points, and", r"has no version", r"uses no method 'joint_optimum'", r"uses no (method )?'(thin_disk|thickness|beyond)'",
    r"statistics need", r"cannot name a quantity",
    r"nothing can be free", r"is a quantity of the fits already", r"search would cover",
    r"is a column of every table of draws",
]


def cases(path):
    """The specs of a file of cases, each with its title and what the program says."""
    template = ""
    for block in re.split(r"\n\n+", path.read_text("utf-8").strip("\n")):
        lines = block.split("\n")
        word, _, title = lines[0].partition(" ")
        if word == "spec":
            template = "\n".join(lines[1:])
        elif word == "case":
            cut = next((at for at, line in enumerate(lines) if line.startswith("----")), len(lines))
            part = "\n".join(lines[1:cut])
            text = template.replace("…", part).replace("⟨", "").replace("⟩", "")
            yield f"{path.stem}: {title}", text, lines[cut:]


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

    marked, beyond, missed = 0, 0, []
    for path in sorted(pathlib.Path(sys.argv[3]).glob("*.case")):
        for title, text, said in cases(path):
            try:
                spec = json.loads(text)
            except ValueError:
                continue  # What is no JSON any editor marks.
            # The cases have a dataset of their own, under a name that no schema knows.
            if isinstance(spec, dict) and spec.get("dataset") == "made-up":
                spec["dataset"] = "sparc"
            errors = [line for line in said if line.startswith("error: ")]
            knowable = [line for line in errors if not any(re.search(rule, line) for rule in BEYOND)]
            fits = validator.is_valid(spec)
            if not errors and not fits:
                missed.append(f"{title}: is refused, and the program takes it")
            elif knowable and fits:
                missed.append(f"{title}: fits, and the program says '{knowable[0]}'")
            marked += 0 if fits else 1
            beyond += 1 if fits and errors else 0
    print(f"{marked} specs with mistakes are marked; {beyond} have such as no schema can know")
    if missed:
        sys.exit("\n".join(missed))
    assert marked >= 60, "there are fewer malformed specs than there should be"


if __name__ == "__main__":
    main()
