"""Makes regression.json: linear regressions in high precision.

Coefficients, errors, R2, adjusted R2 and leverages are worked out with 60 digits by mpmath from the
normal equations; leave-one-out R2 by leaving out each row in turn and predicting it. The last set
has nearly dependent terms. Made with Python 3.11 and mpmath 1.3.0:

    python3 Tests/Reference/regression.py
"""

import json
import os
import random

from mpmath import lu_solve, matrix, mp, mpf, sqrt

mp.dps = 60
random.seed(517)


def solve(rows, response):
    """The coefficients and the inverse of the normal matrix."""
    a = matrix([[mpf(1)] + [mpf(x) for x in row] for row in rows])
    y = matrix([mpf(v) for v in response])
    gram = a.T * a
    return a, y, lu_solve(gram, a.T * y), gram ** -1


def reference(rows, response):
    a, y, b, inverse = solve(rows, response)
    n, k = a.rows, a.cols
    fitted = a * b
    residuals = [y[i] - fitted[i] for i in range(n)]
    mean = sum(y) / n
    total = sum((v - mean) ** 2 for v in y)
    squares = sum(r ** 2 for r in residuals)
    leverages = [(a[i, :] * inverse * a[i, :].T)[0] for i in range(n)]
    left = mpf(0)
    for i in range(n):
        others = [j for j in range(n) if j != i]
        _, _, without, _ = solve([rows[j] for j in others], [response[j] for j in others])
        left += (y[i] - (a[i, :] * without)[0]) ** 2
    return {
        "terms": [[row[j] for row in rows] for j in range(k - 1)],
        "response": response,
        "coefficients": [float(v) for v in b],
        "errors": [float(sqrt(inverse[j, j] * squares / (n - k))) for j in range(k)],
        "r2": float(1 - squares / total),
        "adjustedR2": float(1 - squares / total * (n - 1) / (n - k)),
        "looR2": float(1 - left / total),
        "rms": float(sqrt(squares / n)),
        "residuals": [float(r) for r in residuals],
        "leverages": [float(h) for h in leverages],
    }


def drawn(n, terms, noise, nearly=0.0):
    rows = []
    for _ in range(n):
        row = [round(random.uniform(-2, 3), 6) for _ in range(terms)]
        if nearly:
            row[-1] = round(row[0] + nearly * row[-1], 9)
        rows.append(row)
    response = [
        round(0.7 + sum((0.5 - j) * x for j, x in enumerate(row)) + random.gauss(0, noise), 6) for row in rows
    ]
    return reference(rows, response)


if __name__ == "__main__":
    made = [drawn(5, 1, 0.3), drawn(8, 2, 0.5), drawn(30, 3, 2.0), drawn(40, 6, 0.1), drawn(25, 3, 0.2, nearly=1e-4)]
    folder = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "regression.json"), "w") as file:
        json.dump(made, file, indent=0)
        file.write("\n")
