"""Makes session517.json: the published cells of Session 517, and others worked out here.

"disk-scan", "bulge-scan" and "sensitivity" pack the three reference lists, one row a cell: upsilon_disk, upsilon_bulge, n,
R2, leave-one-out R2, RMS and the seven coefficients. "checks" holds regressions at other cells, with
other terms and in other groups, worked out from the files of SPARC by this script with numpy alone,
straight from the definition of the session. Made with Python 3.11 and numpy 2.4.6:

    python3 Tests/Reference/session517.py FOLDER-OF-REFERENCE-LISTS SPARC-FOLDER
"""

import json
import os
import sys

import numpy as np

KPC = 3.0856775814913673e19
A0 = 1.2e-10


def read(folder):
    """Catalogue rows by name, and the points of each galaxy: R, V_obs, V_gas, V_disk, V_bulge."""

    def body(name):
        with open(os.path.join(folder, name)) as file:
            lines = file.read().splitlines()
        last = max(i for i, line in enumerate(lines) if line.startswith("-----"))
        return [line.split() for line in lines[last + 1 :] if line.strip()]

    catalogue = {}
    for f in body("SPARC_Lelli2016c.mrt"):
        catalogue[f[0]] = {"type": int(f[1]), "l": float(f[7]), "sb": float(f[10]), "v": float(f[15])}
    curves = {}
    for f in body("MassModels_Lelli2016c.mrt"):
        curves.setdefault(f[0], []).append([float(f[i]) for i in (2, 3, 5, 6, 7)])
    return catalogue, {k: np.array(v) for k, v in curves.items()}


def sample(catalogue, curves, disk, bulge):
    """One row a galaxy: name, type, offset, log V, log L, c_V, f_gas."""
    rows = []
    for name, c in catalogue.items():
        p = curves[name]
        if len(p) < 5 or c["v"] <= 0 or c["l"] <= 0 or c["sb"] <= 0:
            continue
        r, vo, vg, vd, vb = p.T
        bar = np.abs(vg**2 + disk * vd**2 + bulge * vb**2) * 1e6 / (r * KPC)
        obs = vo**2 * 1e6 / (r * KPC)
        ok = (bar > 0) & (obs > 0)
        if ok.sum() < 5:
            continue
        r, vo, vg, vd, bar, obs = (a[ok] for a in (r, vo, vg, vd, bar, obs))
        reff = np.sqrt(c["l"] * 1e9 / (2 * np.pi * max(c["sb"], 1))) / 1000
        if not r.min() <= reff <= r.max():
            continue
        low = bar < A0
        if low.sum() < 3:
            continue
        rar = bar / (1 - np.exp(-np.sqrt(bar / A0)))
        diff = np.log10(obs) - np.log10(rar)
        outer = low & (r > np.median(r[low]))
        used = outer if outer.sum() >= 2 else low
        gas, star = np.mean(vg[-5:] ** 2), np.mean(vd[-5:] ** 2)
        rows.append(
            (name, c["type"], diff[used].mean(), np.log10(c["v"]), np.log10(c["l"]),
             np.interp(reff, r, vo) / c["v"], gas / (gas + star))
        )
    return rows


def columns(rows):
    y, v, l, c, f = (np.array([row[i] for row in rows]) for i in (2, 3, 4, 5, 6))
    return y, {"log_v": v, "log_l": l, "c_v": c, "f_gas": f, "hubble_type": np.array([row[1] for row in rows], float)}


def regression(rows, terms):
    y, names = columns(rows)
    a = np.column_stack([np.ones_like(y)] + [eval(t.replace("^", "**"), {}, names) for t in terms])
    q, r = np.linalg.qr(a)
    b = np.linalg.solve(r, q.T @ y)
    res = y - a @ b
    h = (q**2).sum(axis=1)
    total = ((y - y.mean()) ** 2).sum()
    return {
        "n": len(y), "r2": 1 - (res**2).sum() / total, "looR2": 1 - ((res / (1 - h)) ** 2).sum() / total,
        "rms": float(np.sqrt((res**2).mean())), "coefficients": [float(x) for x in b],
    }


SIX = ["log_v", "log_l", "c_v", "f_gas", "log_v * c_v", "log_l * f_gas"]
OTHERS = [
    (0.33, 0.91, SIX), (1.17, 0.45, SIX), (0.62, 1.4, ["log_v", "c_v^2", "f_gas * c_v"]), (0.5, 0.7, ["log_v"]),
    (0.8, 0.8, ["log_v", "log_l", "c_v", "f_gas", "c_v^2", "log_l^2", "hubble_type"]), (2.5, 2.5, ["log_l", "f_gas"]),
]
HALF = [("hubble_type", "groups of types", [0, 4, 8, 12]), ("c_v", "c_v below and above a limit", [-9, 0.8, 99])]


def grouped(catalogue, curves):
    """Groups judged at one cell, fitted at another."""
    fixed = sample(catalogue, curves, 0.5, 0.7)
    found = []
    for disk in (0.4, 1.05):
        rows = sample(catalogue, curves, disk, 0.8)
        for name, what, edges in HALF:
            values = columns(fixed)[1][name]
            for low, high in zip(edges, edges[1:]):
                chosen = {row[0] for row, value in zip(fixed, values) if low <= value < high}
                part = [row for row in rows if row[0] in chosen]
                found.append({"by": name, "low": low, "high": high, "disk": disk, "bulge": 0.8,
                              "terms": ["log_v", "log_l", "c_v"], **regression(part, ["log_v", "log_l", "c_v"])})
        values = columns(fixed)[1]["log_v"]
        edges = [float(np.quantile(values, i / 3)) for i in range(4)]
        for i in range(3):
            top = edges[i + 1] + 0.02
            chosen = {row[0] for row, v in zip(fixed, values) if edges[i] <= v and (v < top or i == 2)}
            part = [row for row in rows if row[0] in chosen]
            found.append({"by": "quantiles", "low": i, "high": i, "disk": disk, "bulge": 0.8,
                          "terms": ["log_v", "f_gas"], **regression(part, ["log_v", "f_gas"])})
    return found


def main():
    lists, folder = sys.argv[1:]
    published = {}
    for name in ("disk-scan", "bulge-scan", "sensitivity"):
        with open(os.path.join(lists, f"session517-{name}.json")) as file:
            for row in json.load(file):
                published.setdefault(name, []).append(
                    [row["upsilon_disk"], row["upsilon_bulge"], row["n"], row["r2"], row["loo_r2"], row["rms_dex"]]
                    + row["coefficients"])
    catalogue, curves = read(folder)
    for row in (row for rows in published.values() for row in rows):
        mine = regression(sample(catalogue, curves, row[0], row[1]), SIX)
        theirs = row[2:]
        ours = [mine["n"], mine["r2"], mine["looR2"], mine["rms"]] + mine["coefficients"]
        assert all(abs(a - b) <= 1e-9 * abs(b) for a, b in zip(ours, theirs)), (row, ours)
    checks = [
        {"disk": d, "bulge": b, "terms": t, **regression(sample(catalogue, curves, d, b), t)} for d, b, t in OTHERS]
    made = {**published, "checks": checks, "groups": grouped(catalogue, curves)}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "session517.json"), "w") as file:
        parts = []
        for key, rows in made.items():
            parts.append(f'"{key}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]")
        file.write("{\n" + ",\n".join(parts) + "\n}\n")
    print(len(published), [c["n"] for c in checks], [(g["by"], g["n"]) for g in made["groups"]])


if __name__ == "__main__":
    main()
