"""Makes normal.json: the standard normal distribution in high precision, from mpmath.

Rows of x and the probability up to x; rows of a, b and ln of the probability between them. Every
number is correctly rounded. Made with Python 3.11 and mpmath 1.3.0:

    python3 Tests/Reference/normal.py
"""

import json
import os
import random

from mpmath import erfc, log, mp, mpf, sqrt

mp.dps = 400
random.seed(1812)


def upper(x):
    return erfc(mpf(x) / sqrt(mpf(2))) / 2


def between(a, b):
    a, b = (-b, -a) if a < 0 and b <= 0 else (a, b)
    if a >= 0:
        return upper(a) - upper(b)
    return 1 - upper(-mpf(a)) - upper(b)


POINTS = [0.0, 1e-300, 1e-20, 1e-8, 0.1, 0.5, 1.0, 1.7, 1.76, 1.77, 1.78, 1.96, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0, 30.0,
          37.0, 38.4] + [random.uniform(0, 4) for _ in range(40)] + [random.uniform(4, 37) for _ in range(20)]
PAIRS = [(-1.0, 1.0), (0.0, 1.0), (-1.0, 0.0), (-3.0, 5.0), (2.0, 3.0), (-3.0, -2.0), (30.0, 31.0), (50.0, 60.0),
         (-1e4, -9999.0), (1e4, 1e6), (-40.0, 40.0), (-8.3, 8.3), (0.0, 1e-9), (1.0, 1.0 + 1e-12), (5.0, 5.001),
         (-1e-5, 2e-5), (700.0, 700.0 + 1e-9), (0.3, 0.3009), (0.3, 0.301), (-1e-3, 1e-3), (-0.5, 1e-13), (1e-13, 0.5),
         (3.0, 1e5)]
PAIRS += [tuple(sorted(random.uniform(-6, 6) for _ in range(2))) for _ in range(60)]
PAIRS += [(a, a + 10 ** random.uniform(-9, 2)) for a in [random.uniform(0, 60) for _ in range(60)]]

table = {
    "cumulative": [[s * x, float(upper(-s * mpf(x)))] for x in POINTS for s in (1, -1)],
    "between": [[a, b, float(log(between(mpf(a), mpf(b))))] for a, b in PAIRS if a < b],
}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "normal.json")
with open(path, "w") as file:
    file.write("{\n")
    file.write(",\n".join(f' "{name}": [\n' + ",\n".join("  " + json.dumps(r) for r in rows) + "\n ]" for name, rows in table.items()))
    file.write("\n}\n")
