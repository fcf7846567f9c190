"""Makes halos.json: speeds of dark halos with their derivatives, to high precision.

Each row holds v200 (km/s), c200, alpha (0 where the halo has none), the radius (kpc), the speed of
the baryons (km/s), the total speed and its derivatives by v200, c200 and alpha. The masses are the
textbook integrals of the densities, the derivatives are differences at 60 digits. The axis "gamma"
has z, ln Gamma(z) and psi(z). Made with Python 3 and mpmath 1.4.1:

    python3 Tests/Reference/halos.py
"""

import json
import os
import random

from mpmath import mp, mpf, atan, diff, exp, gammainc, log, loggamma, psi, sqrt

mp.dps = 60
random.seed(200)


def einasto(x, alpha):
    a = 3 / alpha
    return exp(2 / alpha) / alpha * (alpha / 2) ** a * gammainc(a, 0, 2 / alpha * x**alpha)


MASSES = {
    "pseudo-isothermal": lambda x, _: x - atan(x),
    "nfw": lambda x, _: log(1 + x) - x / (1 + x),
    "burkert": lambda x, _: log(1 + x * x) / 2 + log(1 + x) - atan(x),
    "einasto": einasto,
}


def speed(mass, v, c, alpha, radius, baryons):
    r200 = v / (10 * mpf(73) / 1000)
    x = c * radius / r200
    return sqrt(baryons**2 + v**2 * r200 / radius * mass(x, alpha) / mass(c, alpha))


def row(name, v, c, alpha, radius, baryons):
    mass = MASSES[name]
    v, c, alpha, radius, baryons = given = [float(f"{a:.6g}") for a in (v, c, alpha, radius, baryons)]
    values = [mpf(a) for a in given]
    value = speed(mass, *values)
    slopes = []
    for k in range(3 if name == "einasto" else 2):
        h = values[k] * mpf(10) ** -20
        up, down = list(values), list(values)
        up[k] += h
        down[k] -= h
        slopes.append((speed(mass, *up) - speed(mass, *down)) / (2 * h))
    slopes += [mpf(0)] * (3 - len(slopes))
    return given + [float(a) for a in [value] + slopes]


def power(low, high):
    return 10 ** random.uniform(low, high)


def rows(name):
    alpha = lambda: power(-1.3, 0.69) if name == "einasto" else 0
    made = []
    for k in range(60):  # as fits have them
        made.append(row(name, power(1.3, 2.5), power(-1, 2.5), alpha(), power(-1, 2), 60 * (k % 3)))
    for k in range(60):  # far inside, far outside, almost without concentration
        v, c, x = power(1, 2.69), power(-8, 3), power(-8, 5)
        made.append(row(name, v, c, alpha(), x / c * v / 0.73, 0))
    return made


gamma = [[z, float(loggamma(mpf(z))), float(psi(0, mpf(z)))] for z in
         [0.5, 0.6, 1.0, 1.25, 1.4616, 2.0, 3.5, 9.99, 10.0, 10.5, 18.6, 61.0, 301.0]]
table = {name: rows(name) for name in MASSES}
target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "halos.json")
with open(target, "w") as file:
    parts = [f' "{name}": [\n' + ",\n".join("  " + json.dumps(r) for r in rows) + "\n ]"
             for name, rows in {**table, "gamma": gamma}.items()]
    file.write("{\n" + ",\n".join(parts) + "\n}\n")
