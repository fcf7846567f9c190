"""Times fits of NFW halos by scipy's curve_fit with bounds, on the curves of `upsilon-bench --curves`.

    python3 peers.py CURVES [GALAXIES]

Prints a JSON line; v200 and c200 within the published bounds, the baryons fixed.
"""

import json
import statistics
import sys
import time

import numpy
from scipy.optimize import curve_fit

RATE = 0.73  # 10 H0, km/s/kpc


def galaxies(path):
    """The points of each galaxy: shape [n, 6]."""
    points = []
    for line in open(path):
        words = line.split()
        if words[0][0].isalpha():
            points.append([])
        else:
            points[-1].append([float(word) for word in words])
    return [numpy.array(rows) for rows in points]


def mass(x):
    return numpy.log1p(x) - x / (1 + x)


def fit(rows):
    radius, observed, error = rows[:, 0], rows[:, 1], rows[:, 2]
    baryons = rows[:, 3] + 0.5 * rows[:, 4] + 0.7 * rows[:, 5]

    def speed(radius, v200, c200):
        size = v200 / RATE
        halo = v200**2 * size / radius * mass(c200 * radius / size) / mass(c200)
        return numpy.sqrt(numpy.maximum(baryons + halo, 0))

    curve_fit(
        speed, radius, observed, p0=[150, 8], sigma=error, absolute_sigma=True,
        bounds=([10, 1e-3], [500, 1000]))


def main():
    curves = [rows for rows in galaxies(sys.argv[1]) if len(rows) > 2]
    curves = curves[:: max(1, len(curves) // int(sys.argv[2] if len(sys.argv) > 2 else 20))]
    times = []
    for _ in range(3):
        begin = time.process_time()
        for rows in curves:
            try:
                fit(rows)
            except RuntimeError:
                pass  # no convergence costs its time all the same
        times.append((time.process_time() - begin) / len(curves))
    print(json.dumps({
        "count": len(curves), "name": "scipy/nfw", "ns_median": round(1e9 * statistics.median(times))
    }))


main()
