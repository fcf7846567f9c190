"""Makes minimisers.json: what scipy's bounded Brent and Nelder-Mead searches do, call by call.

Every function is built from sums, products, quotients, square roots and comparisons, so that
`BoundedBrentTests` and `NelderMeadTests` can compute the same bits. Each row holds every point at
which scipy called the function. numpy's sorting by SIMD instructions does not keep the order of
equal values; it is switched off here, so that the paths on plateaus are defined. Made with
Python 3.11, numpy 2.4.6 and scipy 1.17.1:

    python3 Tests/Reference/minimisers.py
"""

import json
import os

os.environ["NPY_DISABLE_CPU_FEATURES"] = "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL AVX512_SPR AVX2"

import warnings

from scipy.optimize import minimize, minimize_scalar

warnings.simplefilter("ignore")
SCALAR = {
    "parabola": lambda x: (x - 0.3) * (x - 0.3) + 1,
    "quartic": lambda x: x * x * x * x - 3 * x * x + x,
    "reciprocal": lambda x: x + 1 / x,
    "cusp": lambda x: abs(x - 0.7),
    "cliff": lambda x: (x - 0.8) * (x - 0.8) if x < 1.5 else 1e10,
    "far cliff": lambda x: (1 / x - 2) * (1 / x - 2) if x < 1.2 else 1e10,
    "steps": lambda x: float(int(8 * (x - 0.6) * (x - 0.6))),
    "saw": lambda x: (x - 0.8) * (x - 0.8) + 0.25 * (4 * x - int(4 * x)),
    "constant": lambda x: 1e10,
    "falling": lambda x: -x,
    "rising": lambda x: x,
    "not a number": lambda x: (x - 0.2) * (x - 0.2) if x < 1 else float("nan"),
    "infinite": lambda x: (x - 0.2) * (x - 0.2) if x < 1 else float("inf"),
}


def scalar(name, a, b, xatol=1e-5, maxiter=500):
    path = []

    def function(x):
        path.append(float(x))
        return SCALAR[name](float(x))

    result = minimize_scalar(
        function, bounds=(a, b), method="bounded", options={"xatol": xatol, "maxiter": maxiter})
    return {
        "function": name, "lower": a, "upper": b, "tolerance": xatol, "limit": maxiter,
        "point": float(result.x), "evaluations": int(result.nfev),
        "hitLimit": int(result.status) == 1, "path": path}


PLANE = {
    "rosenbrock": lambda x, y: 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x),
    "bowl": lambda x, y: (x - 1) * (x - 1) + 4 * (y + 0.5) * (y + 0.5) + x * y,
    "ridge": lambda x, y: abs(x - 0.75) + 3 * abs(y - 0.8) + abs(x - y),
    "steps": lambda x, y: float(int(20 * ((x - 0.7) * (x - 0.7) + (y - 0.9) * (y - 0.9)))),
    "saw": lambda x, y: (x - 0.7) * (x - 0.7) + (y - 0.9) * (y - 0.9)
    + 0.02 * (8 * (x + 100) - int(8 * (x + 100))),
    "wall": lambda x, y: (x - 0.7) * (x - 0.7) + y * y if x + y < 1.25 else 1e10,
    "constant": lambda x, y: 1.0,
    "not a number": lambda x, y: x * x + y * y if x > 0.25 else float("nan"),
    "falling": lambda x, y: -x - y,
}


def plane(name, start, xatol=1e-4, fatol=1e-4, maxiter=None, maxfev=None):
    path = []

    def function(p):
        path.append([float(p[0]), float(p[1])])
        return PLANE[name](float(p[0]), float(p[1]))

    options = {"xatol": xatol, "fatol": fatol}
    if maxiter is not None:
        options |= {"maxiter": maxiter, "maxfev": maxfev}
    result = minimize(function, start, method="Nelder-Mead", options=options)
    return {
        "function": name, "start": start, "xatol": xatol, "fatol": fatol, "maxiter": maxiter,
        "maxfev": maxfev, "point": [float(x) for x in result.x], "iterations": int(result.nit),
        "evaluations": int(result.nfev), "hitLimit": int(result.status) != 0, "path": path}


table = {
    "scalar": [
        scalar("parabola", 0.0, 1.0),
        scalar("parabola", -50.0, 7.0),
        scalar("parabola", 0.5, 2.0),
        scalar("parabola", 0.0, 1.0, xatol=1e-12),
        scalar("parabola", 0.0, 1.0, xatol=0.0),
        scalar("parabola", 0.0, 1.0, xatol=0.1),
        scalar("parabola", 0.0, 1.0, maxiter=5),
        scalar("parabola", 0.0, 1.0, maxiter=1),
        scalar("parabola", 0.25, 0.25),
        scalar("quartic", -2.0, 2.0),
        scalar("quartic", -2.0, 2.0, xatol=1e-10),
        scalar("reciprocal", 0.01, 5.0),
        scalar("reciprocal", 0.01, 5.0, xatol=1e-9),
        scalar("cusp", 0.0, 5.0),
        scalar("cliff", 0.01, 5.0),
        scalar("cliff", 0.01, 3.0),
        scalar("far cliff", 0.01, 5.0),
        scalar("far cliff", 0.01, 2.0),
        scalar("steps", 0.01, 5.0),
        scalar("steps", -1.0, 1.0),
        scalar("saw", 0.01, 5.0),
        scalar("saw", 0.2, 2.0),
        scalar("constant", 0.01, 5.0),
        scalar("falling", 0.01, 5.0),
        scalar("rising", 0.01, 5.0),
        scalar("not a number", -1.0, 1.5),
        scalar("not a number", -1.0, 9.0),
        scalar("infinite", -1.0, 1.5),
        scalar("infinite", -1.0, 9.0),
    ],
    "plane": [
        plane("rosenbrock", [-1.2, 1.0]),
        plane("rosenbrock", [-1.2, 1.0], xatol=1e-9, fatol=1e-9),
        plane("rosenbrock", [0.0, 0.0]),
        plane("bowl", [0.0, 3.0]),
        plane("bowl", [0.8, 0.8], xatol=0.01),
        plane("bowl", [0.8, 0.8], maxiter=20, maxfev=25),
        plane("bowl", [0.8, 0.8], maxiter=5, maxfev=500),
        plane("bowl", [0.8, 0.8], maxiter=5, maxfev=2),
        plane("ridge", [0.8, 0.8]),
        plane("ridge", [-3.0, 2.0]),
        plane("steps", [0.8, 0.8], xatol=0.01),
        plane("steps", [2.0, -1.0]),
        plane("steps", [3.0, 4.0]),
        plane("saw", [0.8, 0.8], xatol=0.01),
        plane("saw", [2.0, 0.3]),
        plane("wall", [0.3, 0.8]),
        plane("wall", [1.2, 0.8]),
        plane("constant", [0.5, 0.0]),
        plane("not a number", [0.8, 0.8]),
        plane("falling", [0.8, 0.8]),
    ],
}


def lines(rows):
    return ",\n".join("  " + json.dumps(row) for row in rows)


target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "minimisers.json")
with open(target, "w") as file:
    body = ",\n".join(f' "{name}": [\n{lines(rows)}\n ]' for name, rows in table.items())
    file.write("{\n" + body + "\n}\n")
