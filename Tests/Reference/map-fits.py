"""Makes map-fits.json: maxima a posteriori of eight laws for every fourth SPARC galaxy.

Laws, baryons, scaling with distance and inclination, and priors are written out anew in numpy.
scipy's bounded least squares starts at the centre and at 40 random places within the bounds (those
with a prior: within three standard deviations), and the best end is followed once more to the last
digits. A record holds, by galaxy, set of priors and law: chi-squared, the prior term, how many of the
starts ended within 1e-3 of the best, and the quantities in the order law, Y_disk, Y_bulge, Y_gas, D,
i. A fit with no more points than free quantities is left out. Made with Python 3, numpy and scipy:

    python3 Tests/Reference/map-fits.py SPARC-FOLDER
"""

import json
import os
import sys

import numpy as np
from scipy.optimize import least_squares

STARTS = 40


def series(x, terms):
    return sum(coefficient * x**power for power, coefficient in terms)


def nfw(x):
    small = [(n, (-1) ** n * (n - 1) / n) for n in range(2, 14)]
    return np.where(x < 0.03, series(x, small), np.log1p(x) - x / (1 + x))


def burkert(x):
    small = [(n, 2 / n * s) for k in range(3, 16, 4) for n, s in ((k, 1), (k + 1, -1))]
    exact = 0.5 * np.log1p(x * x) + np.log1p(x) - np.arctan(x)
    return np.where(x < 0.03, series(x, small), exact)


def isothermal(x):
    small = [(n, (-1) ** ((n - 3) // 2) / n) for n in range(3, 16, 2)]
    return np.where(x < 0.03, series(x, small), x - np.arctan(x))


def halo(mass):
    def law(b, r, d, v200, c):
        x = c * r / (v200 / 0.73)
        return np.sqrt(b * b + v200**2 * (c / x) * mass(x) / mass(np.float64(c)))

    return law


LAWS = {
    "linear": (lambda b, r, d, w: b + w * r, [(-50, 50)]),
    "quadrature": (lambda b, r, d, w: np.sqrt(b * b + (w * r) ** 2), [(0, 50)]),
    "rational-taper": (lambda b, r, d, w, t: b + w * r / (1 + r / t), [(0, 50), (0.1, 50)]),
    "tanh-taper": (lambda b, r, d, v, t: b + v * np.tanh(r / t), [(0, 500), (0.1, 50)]),
    "rational-taper-kRd": (
        lambda b, r, d, w, k: b + w * r / (1 + r / (k * d)),
        [(0, 200), (0.1, 20)],
    ),
    "nfw": (halo(nfw), [(10, 500), (1e-7, 1000)]),
    "burkert": (halo(burkert), [(10, 500), (1e-7, 1000)]),
    "pseudo-isothermal": (halo(isothermal), [(10, 500), (1e-7, 1000)]),
}


def sets(g):
    """The sets of priors: five quantities of the galaxy, each (low, high, prior)."""
    i = (1, 90, ("normal", g["i"], g["ei"]))
    distance = (0.001, 10000, ("normal", g["D"], g["eD"]))
    fixed = lambda value: (value, value, None)
    return {
        "catalogue": [
            (0, 100, ("lognormal", 0.5, 0.1)),
            (0, 100, ("lognormal", 0.7, 0.1)),
            fixed(1),
            distance,
            i,
        ],
        "bounds": [(0.3, 0.8, None), fixed(0.7), fixed(1), fixed(g["D"]), fixed(g["i"])],
        "mixed": [
            (0.1, 1.5, ("normal", 0.5, 0.1)),
            (0.2, 1.5, None),
            (0, 100, ("lognormal", 1, 0.05)),
            (0.8 * g["D"], 1.2 * g["D"], None),
            i,
        ],
    }


def rows(folder, file):
    """The rows of a machine-readable table, split at white space."""
    lines = open(os.path.join(folder, file)).read().split("\n")
    start = max(i for i, line in enumerate(lines) if line.startswith("---"))
    return [line.split() for line in lines[start + 1 :] if line.strip()]


def fit(g, points, name, galaxy, generator):
    law, bounds = LAWS[name]
    count = len(bounds)
    radius, speed, error, gas, disk, bulge = points
    error = np.where(error > 0, error, error[error > 0].min())
    space = [(low, high, None) for low, high in bounds] + list(galaxy)
    if not np.any(bulge):
        space[count + 1] = (0, 0, None)
    low, high = (np.array([s[k] for s in space], float) for k in (0, 1))
    for k, (_, _, prior) in enumerate(space):
        if prior and prior[2] == 0:
            low[k] = high[k] = prior[1]
    free = [k for k in range(len(space)) if low[k] < high[k]]
    if len(speed) <= len(free):
        return None

    def full(x):
        q = low.copy()
        q[free] = x
        return q

    def data(q):
        yd, yb, yg, d, i = q[count:]
        factor = d / g["D"]
        square = factor * (yg * abs(gas) * gas + yd * abs(disk) * disk + yb * abs(bulge) * bulge)
        model = law(np.sqrt(np.maximum(square, 0)), radius * factor, g["Rd"] * factor, *q[:count])
        scale = np.sin(np.radians(g["i"])) / np.sin(np.radians(i))
        return (speed * scale - model) / (error * scale)

    def prior(q):
        out = []
        for k in free:
            kind = space[k][2]
            if kind and kind[0] == "normal":
                out.append((q[k] - kind[1]) / kind[2])
            elif kind:
                out.append(np.log10(q[k] / kind[1]) / kind[2])
        return np.array(out)

    def residual(x):
        q = full(x)
        return np.concatenate([data(q), prior(q)])

    # Open at zero, where a logarithm has no value.
    lower = np.maximum(low[free], [1e-6 if space[k][2] else -np.inf for k in free])
    upper = high[free]
    best, values = None, []
    for start in range(STARTS + 1):
        x = []
        for k in free:
            kind = space[k][2]
            u = 0.5 if start == 0 else generator.uniform()
            if kind and kind[0] == "normal":
                x.append(kind[1] + kind[2] * (6 * u - 3))
            elif kind:
                x.append(kind[1] * 10 ** (kind[2] * (6 * u - 3)))
            elif high[k] == 1000:
                x.append(10 ** (5 * u - 2))
            else:
                x.append(low[k] + u * (high[k] - low[k]))
        x = np.clip(x, lower + 1e-9, upper - 1e-9)
        try:
            end = least_squares(residual, x, bounds=(lower, upper), x_scale="jac", max_nfev=300)
        except ValueError:
            continue
        values.append(2 * end.cost)
        if best is None or end.cost < best.cost:
            best = end
    for _ in range(2):
        end = least_squares(
            residual, best.x, jac="3-point", bounds=(lower, upper), x_scale="jac",
            ftol=1e-15, xtol=1e-15, gtol=1e-15, max_nfev=1000,
        )
        if end.cost <= best.cost:
            best = end
    q = full(best.x)
    chi2, term = float(np.sum(data(q) ** 2)), float(np.sum(prior(q) ** 2))
    near = sum(1 for value in values if value < 2 * best.cost + 1e-3)
    return [chi2, term, near] + [float(value) for value in q]


def main(folder):
    generator = np.random.default_rng(1)
    catalogue = {row[0]: [float(field) for field in row[1:17]] for row in rows(folder, "SPARC_Lelli2016c.mrt")}
    points = {}
    for row in rows(folder, "MassModels_Lelli2016c.mrt"):
        points.setdefault(row[0], []).append([float(field) for field in row[2:8]])
    packed = {}
    for name in sorted(points)[::4]:
        row = catalogue[name]
        g = {"D": row[1], "eD": row[2], "i": row[4], "ei": row[5], "Rd": row[10]}
        curve = np.array(points[name]).T
        packed[name] = {}
        for kind, galaxy in sets(g).items():
            packed[name][kind] = {}
            for law in LAWS:
                found = fit(g, curve, law, galaxy, generator)
                if found:
                    packed[name][kind][law] = found
        print(name, flush=True)
        lines = [f" {json.dumps(galaxy)}: {json.dumps(packed[galaxy])}" for galaxy in packed]
        target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "map-fits.json")
        with open(target, "w") as out:
            out.write("{\n" + ",\n".join(lines) + "\n}\n")


main(*sys.argv[1:])
