"""Makes elliptic.json: complete elliptic integrals to thirty digits.

Each row holds a complement 1 - m, exact as a double, and K(m) and E(m) rounded to a double. Made
with Python 3 and mpmath 1.3.0:

    python3 Tests/Reference/elliptic.py
"""

import json
import os
import random

from mpmath import ellipe, ellipk, mp, mpf

mp.dps = 700  # 1 - (1 - m) keeps the digits of the least complement
random.seed(517)

complements = [1.0, 1 - 2**-53, 1 - 1e-12, 1 - 1e-6, 0.999, 0.9, 0.75, 0.5 + 1e-9, 0.5, 0.5 - 1e-9, 0.3, 0.1]
complements += [10.0**-k for k in range(2, 20)]
complements += [1e-30, 1e-60, 1e-100, 1e-200, 2.2250738585072014e-308, 5e-324]
complements += [random.random() for _ in range(40)]

rows = []
for c in complements:
    m = 1 - mpf(c)
    rows.append([c, float(ellipk(m)), float(ellipe(m))])

folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "elliptic.json"), "w") as file:
    file.write("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]\n")
