"""Works the curves of runs out anew with numpy, from the data and the fitted quantities.

Usage: python check_curves.py DATA_FOLDER RUN_FOLDER...

For every table of a step `curves` each column is compared with an independent computation, to
1e-12 of the largest speed of its curve, and the squares of the pulls with chi2.
"""

import json
import pathlib
import sys

import numpy as np
from astropy.table import Table

METRES_PER_KILOPARSEC = 3.0856775814913673e19
RADIAN = np.pi / 180


def sparc(folder):
    """Points and catalogue of SPARC by galaxy, from the files as they are published."""
    catalogue, points = {}, {}
    for line in (folder / "SPARC_Lelli2016c.mrt").read_text().splitlines()[98:]:
        field = line.split()
        catalogue[field[0]] = {
            "distance": float(field[2]), "inclination": float(field[5]), "r_disk": float(field[11])}
    for line in (folder / "MassModels_Lelli2016c.mrt").read_text().splitlines():
        field = line.split()
        if len(field) == 10 and field[0] in catalogue:
            points.setdefault(field[0], []).append([float(word) for word in field[2:8]])
    return catalogue, {name: np.array(rows) for name, rows in points.items()}


def m33(folder, run):
    """M33 with the speeds of its components as the run worked them out."""
    parts = Table.read(run / "tables/components.ecsv", format="ascii.ecsv")
    observed = Table.read(folder / "points.csv", format="ascii.csv", comment="#")
    speeds = [
        observed["radius"], observed["v_obs"], observed["e_v_obs"], parts["v_gas"],
        parts["v_disk"], np.zeros(len(parts))]
    catalogue = Table.read(folder / "catalogue.csv", format="ascii.csv", comment="#")[0]
    known = {name: float(catalogue[name]) for name in ("distance", "inclination")}
    return {"M33": known | {"r_disk": np.nan}}, {"M33": np.array(speeds, float).T}


def einasto_mass(x, alpha):
    """The mass within x by its series, up to a factor that does not depend on x."""
    a, u = 3 / alpha, 2 / alpha * x**alpha
    term, total = np.ones_like(u), np.ones_like(u)
    for n in range(1, 2000):
        term = term * u / (a + n)
        total = total + term
    return x**3 * np.exp(-u) * total


MASSES = {
    "nfw": lambda x, _: np.log1p(x) - x / (1 + x),
    "burkert": lambda x, _: np.log1p(x * x) / 2 + np.log1p(x) - np.arctan(x),
    "pseudo-isothermal": lambda x, _: x - np.arctan(x),
    "einasto": einasto_mass,
}
TERMS = {
    "linear": lambda r, q, _: q["omega"] * r,
    "rational-taper": lambda r, q, _: q["omega"] * r / (1 + r / q["r_t"]),
    "rational-taper-kRd": lambda r, q, scale: q["omega"] * r / (1 + r / (q["k"] * scale)),
    "tanh-taper": lambda r, q, _: q["v_max"] * np.tanh(r / q["r_t"]),
}


def model(name, r, square, q, r_disk):
    """The speed of a law, km/s."""
    baryons = np.sqrt(np.maximum(square, 0))
    if name in TERMS:
        return baryons + TERMS[name](r, q, r_disk)
    if name == "rar":
        g = np.maximum(square, 1e-300) * 1e6 / (r * METRES_PER_KILOPARSEC)
        return baryons / np.sqrt(-np.expm1(-np.sqrt(g / q["g_dagger"])))
    if name == "quadrature":
        return np.sqrt(np.maximum(square + (q["omega"] * r) ** 2, 0))
    mass, r200 = MASSES[name], q["v200"] / 0.73
    shape = q.get("alpha")
    # The mass near the centre is a small difference of large terms: more digits keep those of it.
    c200 = np.longdouble(q["c200"])
    inner = np.array(mass(c200 * r / r200, shape) / mass(c200, shape), float)
    return np.sqrt(np.maximum(square + q["v200"] ** 2 * r200 / r * inner, 0))


def signed_root(square):
    return np.sign(square) * np.sqrt(np.abs(square))


def check(table, fits, catalogue, points):
    """Compares all curves of a table; returns how many there are and the largest difference."""
    keys = [name for name in table.meta["keys"] if name != "point"]
    rows = {}
    for index, key in enumerate(zip(*(table[name] for name in keys))):
        rows.setdefault(key, []).append(index)
    fitted = {key: fits[i] for i, key in enumerate(zip(*(fits[name] for name in keys)))}
    worst = 0.0
    for key, indices in rows.items():
        curve, fit = table[indices], fitted[key]
        known = catalogue[fit["galaxy"]]
        q = {name: float(fit[name]) for name in fits.colnames
             if not np.ma.is_masked(fit[name]) and fits[name].dtype.kind == "f"}
        length = q.get("distance", known["distance"]) / known["distance"]
        sine = np.sin(q.get("inclination", known["inclination"]) * RADIAN)
        factor = np.sin(known["inclination"] * RADIAN) / sine
        data = points[fit["galaxy"]]
        near = np.argmin(np.abs(data[:, 0:1] * length - np.array(curve["radius"])), axis=0)
        r, v, e, gas, disk, bulge = data[near].T
        parts = {
            "v_gas": q.get("upsilon_gas", 1.0) * np.abs(gas) * gas * length,
            "v_disk": q.get("upsilon_disk", 0.0) * np.abs(disk) * disk * length,
            "v_bulge": q.get("upsilon_bulge", 0.0) * np.abs(bulge) * bulge * length}
        square, r = sum(parts.values()), r * length
        clamped = "v1" in str(fit["method"]) and fit["model"] not in TERMS
        inward = np.maximum(square, 0) if clamped else square
        total = model(fit["model"], r, inward, q, known["r_disk"] * length)
        extra = total - signed_root(square)
        if fit["model"] not in TERMS:
            extra = signed_root(total * total - square)
        expected = {name: signed_root(part) for name, part in parts.items()} | {
            "radius": r, "v_obs": v * factor, "v_bary": signed_root(square), "v_model": total}
        scale = max(np.abs(total).max(), np.abs(v * factor).max())
        for name, values in expected.items():
            worst = max(worst, np.abs(np.array(curve[name]) - values).max() / scale)
        # A root of a difference of squares loses half of its digits where they are alike.
        loss = np.abs(np.array(curve["v_extra"]) - extra) * (np.abs(extra) / scale)
        worst = max(worst, loss.max() / scale)
        pulls = np.sum(np.array(curve["pull"]) ** 2)
        if q.get("chi2", 0) > 0:
            worst = max(worst, abs(pulls - q["chi2"]) / q["chi2"])
    return len(rows), worst


def main():
    data, curves = pathlib.Path(sys.argv[1]), 0
    largest = 0.0
    for folder in map(pathlib.Path, sys.argv[2:]):
        spec = json.loads((folder / "spec.json").read_text())
        steps = [step for step in spec["analyses"] if "curves" in step
                 and (folder / f"tables/{step['name']}.ecsv").exists()]
        if not steps or spec["dataset"] not in ("sparc", "m33"):
            continue
        own = pathlib.Path(__file__).parents[2] / "data/m33"
        known = sparc(data / "sparc") if spec["dataset"] == "sparc" else m33(own, folder)
        fits = Table.read(folder / "tables/fits.ecsv", format="ascii.ecsv")
        for step in steps:
            path = folder / f"tables/{step['name']}.ecsv"
            count, worst = check(Table.read(path, format="ascii.ecsv"), fits, *known)
            curves, largest = curves + count, max(largest, worst)
            assert worst < 1e-12, f"{path}: off by {worst}"
    assert curves > 0, "no curves"
    print(f"{curves} curves worked out anew, the largest difference {largest:.1e}")


if __name__ == "__main__":
    main()
