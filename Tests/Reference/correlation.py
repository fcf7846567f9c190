"""Makes correlation.json: Student's t in high precision, and scipy's correlations.

The probabilities are correctly rounded, from mpmath; the correlations are those of scipy, the
partial ones by the residuals of numpy's least squares. Made with Python 3.11, numpy 2.4.6,
scipy 1.17.1 and mpmath 1.4.1:

    python3 Tests/Reference/correlation.py
"""

import json
import os
import random

import numpy as np
from mpmath import betainc, mp, mpf
from scipy import stats

mp.dps = 60
random.seed(441)


def probability(t, dof):
    """The regularised incomplete beta function, from the side that does not cancel."""
    t, dof = mpf(t), mpf(dof)
    return float(betainc(dof / 2, mpf(1) / 2, 0, dof / (dof + t * t), regularized=True))


TIMES = [1e-6, 1e-3, 0.01, 0.1, 0.5, 0.9, 1.0, 1.1, 1.5, 1.7, 1.8, 2.0, 2.5, 3.0, 5.0, 8.0, 12.5, 20.0, 40.0]
FREEDOMS = [0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 5.5, 7.0, 10.0, 17.0, 31.0, 32.0, 33.3, 64.0, 100.0, 124.0, 125.0,
            173.0, 300.0, 500.5, 1000.0]
EXTRA = [(1e-200, 3.0), (1e9, 1.0), (1e9, 2.5), (1e100, 3.0), (1e150, 2.0), (1e200, 1.0), (1e200, 0.5), (1e12, 20.0),
         (38.0, 1e6), (37.0, 1e5), (2.0, 1e6), (1.7, 1e8), (5.0, 1e8), (60.0, 1000.0), (50.0, 2000.0)]


def drawn(count):
    return [round(random.gauss(0, 1), 6) for _ in range(count)]


def correlated(x, weight):
    return [round(weight * a + b, 6) for a, b in zip(x, drawn(len(x)))]


def residuals(y, controls):
    a = np.column_stack([np.ones(len(y))] + [np.array(c) for c in controls])
    return np.array(y) - a @ np.linalg.lstsq(a, np.array(y), rcond=None)[0]


def row(x, y, controls):
    pearson, spearman = stats.pearsonr(x, y), stats.spearmanr(x, y)
    partial = stats.pearsonr(residuals(x, controls), residuals(y, controls)).statistic
    freedom = len(x) - 2 - len(controls)
    t = partial * np.sqrt(freedom / (1 - partial * partial))
    return {
        "x": x, "y": y, "controls": controls,
        "pearson": float(pearson.statistic), "pearsonProbability": float(pearson.pvalue),
        "spearman": float(spearman.statistic), "spearmanProbability": float(spearman.pvalue),
        "ranks": stats.rankdata(x).tolist(),
        "partial": float(partial), "partialProbability": float(2 * stats.t.sf(abs(t), freedom))}


def correlations():
    rows = []
    for count, weight, kinds in [(5, 0.5, 1), (12, -0.3, 2), (40, 1.0, 1), (128, 0.1, 2), (128, -4.0, 3), (30, 0.0, 0)]:
        x = drawn(count)
        controls = [correlated(x, 0.5) for _ in range(kinds)]
        rows.append(row(x, correlated(x, weight), controls))
    x = [float(random.randint(0, 6)) for _ in range(50)]  # ties
    rows.append(row(x, [float(random.randint(0, 3)) + 0.3 * a for a in x], [drawn(50)]))
    x = [1e6 + a for a in drawn(25)]  # far from zero
    rows.append(row(x, correlated([a - 1e6 for a in x], 2.0), [drawn(25)]))
    return rows


points = [(t, f) for f in FREEDOMS for t in TIMES] + EXTRA
points += [(round(10 ** random.uniform(-6, 1.6), 9), round(10 ** random.uniform(0, 3), 3)) for _ in range(300)]
students = [[t, f, probability(t, f)] for t, f in points]
target = os.path.join(os.path.dirname(os.path.abspath(__file__)), "correlation.json")
with open(target, "w") as file:
    file.write('{\n "studentT": [\n' + ",\n".join("  " + json.dumps(s) for s in students))
    file.write('\n ],\n "correlations": [\n' + ",\n".join("  " + json.dumps(r) for r in correlations()) + "\n ]\n}\n")
