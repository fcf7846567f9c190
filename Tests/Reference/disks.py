"""Makes disks.json: circular speeds of disks, by other ways than the program's.

- "thick": an exponential disk (1e10 Msun, scale length 2 kpc, scale height 0.3 kpc) by its Hankel
  transform, V^2 = 2 pi G R int k S(k) F(k) J1(kR) dk, where S and F transform the surface density and
  the density across the plane.
- "profiles": tables of a surface density, continued by the rules that the program states, in a thin
  disk: scipy's monotone cubic, adaptive quadrature and its elliptic integrals.
- "rings": M33 by the sums of the published analysis, all pairs of rings and nodes.

G is 4.30091727e-6 kpc (km/s)^2/Msun but for the rings. Made with Python 3, numpy, scipy and mpmath
1.3.0 in some three minutes:

    python3 Tests/Reference/disks.py
"""

import json
import os
from math import exp, log, pi

import mpmath
import numpy as np
from scipy.integrate import quad
from scipy.interpolate import PchipInterpolator
from scipy.special import ellipe, ellipk, ellipkm1

G = 4.30091727e-6

# M33, Table 1 of Corbelli et al. 2014, A&A 572, A23: kpc, Msun/pc2 of hydrogen, of stars.
M33 = """
0.24 7.12 316.59  0.28 7.09 292.13  0.46 6.76 230.46  0.64 6.38 184.39  0.73 6.32 164.93  0.82 6.22 151.18
1.08 5.84 124.13  1.22 5.52 111.64  1.45 5.75 93.78  1.71 6.12 77.0  1.87 6.46 68.51  2.2 6.98 57.8
2.28 7.07 55.47  2.69 6.27 44.91  2.7 6.26 44.68  3.12 6.33 35.99  3.18 6.29 34.89  3.53 6.77 29.14
3.66 6.83 27.25  4.15 6.69 21.17  4.64 6.47 16.45  5.13 6.19 12.78  5.62 6.13 9.93  6.11 5.94 7.72
6.6 5.62 6.0  7.09 5.14 4.66  7.57 4.35 3.64  8.06 3.2 2.83  8.55 2.41 2.2  9.04 1.78 1.71  9.53 1.26 1.33
10.02 0.99 1.04  10.51 0.82 0.96  10.99 0.72 0.89  11.48 0.65 0.82  11.97 0.57 0.76  12.46 0.48 0.7
12.95 0.42 0.65  13.44 0.36 0.6  13.93 0.34 0.55  14.41 0.33 0.51  14.9 0.33 0.47  15.39 0.26 0.44
15.88 0.23 0.4  16.37 0.22 0.37  16.86 0.21 0.34  17.35 0.15 0.32  17.84 0.15 0.29  18.32 0.11 0.27
18.81 0.14 0.25  19.3 0.15 0.23  19.79 0.17 0.22  20.28 0.12 0.2  20.77 0.1 0.18  21.26 0.09 0.17
21.74 0.09 0.16  22.23 0.08 0.15  22.72 0.07 0.13
"""


def hankel(radius, vertical):
    """V^2 of the exponential disk whose density across the plane transforms to vertical(k)."""
    mpmath.mp.dps = 20
    radius, length = mpmath.mpf(radius), mpmath.mpf(2)
    central = mpmath.mpf(10) ** 10 / (2 * mpmath.pi * length**2)

    def integrand(k):
        transform = central * length**2 / (1 + (k * length) ** 2) ** 1.5
        return k * mpmath.besselj(1, k * radius) * transform * vertical(k)

    integral = mpmath.quadosc(
        integrand, [0, mpmath.inf], zeros=lambda n: mpmath.besseljzero(1, n) / radius)
    return float(2 * mpmath.pi * mpmath.mpf(str(G)) * radius * integral)


def sech2(k, height=mpmath.mpf("0.3")):
    a = k * height
    half = mpmath.mpf(1) / 2
    return a / 2 * (mpmath.psi(0, a / 4 + half) - mpmath.psi(0, a / 4)) - 1


def exponential(k, height=mpmath.mpf("0.3")):
    return 1 / (1 + k * height)


def slope(radii, logs):
    return np.polyfit(radii, logs, 1)[0] if len(radii) > 1 else 0.0


def pieces(radii, densities):
    """(start, end, dSigma/dR) of every piece of the continued profile."""
    radii, densities = np.array(radii), np.array(densities)
    n, zeros = len(radii), np.where(np.array(densities) == 0)[0]
    made = []
    if densities[0] > 0:
        count = min(max(np.sum(radii <= 2 * radii[0]), 3), zeros[0] if len(zeros) else n)
        s = max(slope(radii[:count], np.log(densities[:count])), -4 / radii[0])
        made.append((0.0, radii[0], lambda u, s=s: s * densities[0] * exp(s * (u - radii[0]))))
    start = 0
    for stop in list(zeros) + [n]:
        if stop - start >= 2:
            cubic = PchipInterpolator(radii[start:stop], np.log(densities[start:stop])) if stop - start > 2 else None
            for i in range(start, stop - 1):
                if cubic is None:
                    s = log(densities[i + 1] / densities[i]) / (radii[i + 1] - radii[i])
                    made.append((radii[i], radii[i + 1], lambda u, s=s, i=i: s * densities[i] * exp(s * (u - radii[i]))))
                else:
                    made.append((radii[i], radii[i + 1], lambda u, c=cubic: float(c(u, 1) * np.exp(c(u)))))
        start = stop + 1
    for i in range(n - 1):
        if densities[i] == 0 or densities[i + 1] == 0:
            rise = (densities[i + 1] - densities[i]) / (radii[i + 1] - radii[i])
            made.append((radii[i], radii[i + 1], lambda u, r=rise: r))
    if densities[-1] > 0:
        first = zeros[-1] + 1 if len(zeros) else 0
        outer = [i for i in range(first, n) if radii[i] >= 0.8 * radii[-1]]
        low = max(min(outer[0], n - 3), first)
        s = min(slope(radii[low:], np.log(densities[low:])), -2 / radii[-1])
        made.append((radii[-1], radii[-1] - 30 / s, lambda u, s=s: s * densities[-1] * exp(s * (u - radii[-1]))))
    return made


def thin(radius, made):
    """V^2 = -4G int dSigma/du w (K - E) du with w the larger of R and u."""
    def kernel(u):
        small, large = min(u, radius), max(u, radius)
        complement = (large - small) * (large + small) / large**2
        if complement == 0:
            return 0.0  # a node of the quadrature that has rounded to the singular end
        return large * (ellipkm1(complement) - ellipe(1 - complement))

    total = 0.0
    for start, end, derivative in made:
        steps = max(1, int((end - start) / max(start, 1.0)))
        cuts = set(np.linspace(start, end, steps + 1)) | ({radius} if start < radius < end else set())
        cuts = sorted(cuts)
        for low, high in zip(cuts, cuts[1:]):
            # u = end -+ width t^4 takes the singularity out of an interval that touches R.
            width = high - low
            if low == radius:
                f = lambda t: 4 * t**3 * derivative(low + width * t**4) * kernel(low + width * t**4)
            elif high == radius:
                f = lambda t: 4 * t**3 * derivative(high - width * t**4) * kernel(high - width * t**4)
            else:
                f = lambda t: derivative(low + width * t) * kernel(low + width * t)
            total += width * quad(f, 0, 1, epsabs=0, epsrel=1e-11, limit=200)[0]
    return -4e6 * G * total


def rings(radii, densities):
    """V of the method of rings at the radii of the table."""
    g = 4.302e-3
    radii = 1e3 * np.array(radii)
    nodes = np.linspace(max(0.5 * radii[0], 5), 1.3 * radii[-1], max(5000, 20 * len(radii)))
    step = nodes[1] - nodes[0]
    masses = 2 * np.pi * nodes * np.interp(nodes, radii, densities, left=0, right=0) * step
    places = nodes + step / 2
    potential = np.empty(len(nodes))
    for i, place in enumerate(places):
        square = (place + nodes) ** 2 + (0.1 * step) ** 2
        parameter = np.minimum(4 * place * nodes / square, 1 - 1e-10)
        potential[i] = np.sum(-2 * g * masses * ellipk(parameter) / (np.pi * np.sqrt(square)))
    speeds = np.sqrt(np.maximum(places * np.gradient(potential, places), 0))
    return [float(v) for v in np.interp(radii, places, speeds)]


numbers = np.array([float(word) for word in M33.split()]).reshape(-1, 3)
radius, hydrogen, stars = (list(map(float, column)) for column in numbers.T)
gas = [1.33 * value for value in hydrogen]
between = [0.05, 0.26, 2.695, 9.3, 17.5, 22.9, 30.0, 60.0]
profiles = {
    "M33 gas": (radius, gas, between + radius),
    "M33 stars": (radius, stars, between + radius[::5]),
    "zeros": ([1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 0, 4, 6, 5, 0, 3, 0, 0], [0.5, 1, 1.5, 2.5, 3, 4, 5.2, 6, 7, 8, 8.5, 12]),
    "ring": ([2, 3, 4, 5, 6], [1, 5, 20, 5, 1], [0.3, 1, 2, 2.5, 3, 3.7, 4, 5, 6, 7, 20]),
    "two points": ([1, 3], [50, 20], [0.2, 1, 2, 3, 5]),
    "one point": ([2], [30], [0.2, 1, 2, 3, 5]),
    "rising to the end": ([0.5, 1, 1.5, 2, 2.5], [2, 2.1, 2, 2.6, 3], [0.25, 0.5, 1.2, 2.5, 3]),
    "steep": ([1, 2, 3, 4], [1000, 900, 1e-6, 1e-7], [0.5, 1, 2, 2.2, 2.5, 3, 3.5, 4, 6]),
}
places = [0.05, 0.5, 1, 2, 4, 8, 20]
table = {
    "thick": [
        {"thickness": name, "at": places, "squaredSpeeds": [hankel(r, transform) for r in places]}
        for name, transform in [("sech2", sech2), ("exponential", exponential)]
    ],
    "profiles": [
        {"name": name, "radius": r, "density": s, "at": at, "squaredSpeeds": [thin(x, pieces(r, s)) for x in at]}
        for name, (r, s, at) in profiles.items()
    ],
    "rings": {"radius": radius, "gas": gas, "stars": stars, "gasSpeeds": rings(radius, gas), "starSpeeds": rings(radius, stars)},
}
folder = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(folder, "disks.json"), "w") as file:
    json.dump(table, file, indent=1)
    file.write("\n")
