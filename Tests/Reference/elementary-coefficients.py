"""Prints the polynomial coefficients in Sources/Numerics/Elementary/ as hexadecimal literals.

Each polynomial interpolates its function at Chebyshev nodes (close to the best approximation), in
60 digits; the coefficients are then rounded to the nearest double. Run: python3 elementary-coefficients.py
"""

from mpmath import mp, mpf, cos, pi, exp, log, atanh, sin, sinh, atan, sqrt, polyval, lu_solve, matrix

mp.dps = 60


def series(f, n, lower, upper):
    """Power-basis coefficients of the degree n - 1 interpolant of f on [lower, upper]."""
    nodes = [(lower + upper) / 2 + (upper - lower) / 2 * cos((2 * i + 1) * pi / (2 * n)) for i in range(n)]
    a = matrix(n, n)
    b = matrix(n, 1)
    for i, x in enumerate(nodes):
        for j in range(n):
            a[i, j] = x**j
        b[i] = f(x)
    return list(lu_solve(a, b))


def show(name, f, first, n, lower, upper, scale=lambda x: mpf(1)):
    """One polynomial of n coefficients; the first is the value at zero, the others fit the rest."""
    rest = series(lambda x: (f(x) - first) / x, n - 1, mpf(lower), mpf(upper))
    c = [mpf(float(x)) for x in [first] + rest]
    worst = mpf(0)
    for i in range(2001):
        x = mpf(lower) + (mpf(upper) - mpf(lower)) * i / 2000
        if x == 0:
            continue
        worst = max(worst, abs(polyval(c[::-1], x) - f(x)) * scale(x))
    print(f"{name}: weighted error 2^{float(mp.log(worst, 2)):.1f}")
    for i, x in enumerate(c):
        print(f"    c{i} = {float(x).hex()}  // {mp.nstr(x, 12)}")


def parts(name, value, bits):
    """The value as doubles, each but the last holding the given number of bits."""
    out = []
    rest = mpf(value)
    for b in bits:
        m, e = mp.frexp(rest)
        head = mp.ldexp(mp.floor(mp.ldexp(m, b)), int(e) - b) if b else mpf(float(rest))
        out.append(float(head).hex())
        rest -= head
    print(name, out)


show("exp: (e^r - 1 - r)/r^2", lambda r: (exp(r) - 1 - r) / r**2, mpf(1) / 2, 11, "-0.3467", "0.3467",
     lambda r: r**2 / exp(r))
show("log: (2 atanh(s) - 2s)/s^3", lambda z: (2 * atanh(sqrt(z)) - 2 * sqrt(z)) / sqrt(z) ** 3, mpf(2) / 3, 8, "0", "0.02945",
     lambda z: z)
show("power: (atanh(s)/s - 1 - z/3 - z^2/5)/z^3",
     lambda z: (atanh(sqrt(z)) / sqrt(z) - 1 - z / 3 - z**2 / 5) / z**3, mpf(1) / 7, 9, "0", "0.02945", lambda z: z**3)
show("sin: (sin r - r)/r^3", lambda z: (sin(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3, mpf(-1) / 6, 7, "0", "0.6172", lambda z: z)
show("cos: (cos r - 1 + r^2/2)/r^4", lambda z: (cos(sqrt(z)) - 1 + z / 2) / z**2, mpf(1) / 24, 6, "0", "0.6172", lambda z: z**2)
show("sinh: (sinh x - x)/x^3", lambda z: (sinh(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3, mpf(1) / 6, 9, "0", "1", lambda z: z)
show("atan: (atan t - t)/t^3", lambda z: (atan(sqrt(z)) - sqrt(z)) / sqrt(z) ** 3, mpf(-1) / 3, 12, "0", "0.1915", lambda z: z)

parts("ln 2, for log", mp.log(2), [32, 0])
parts("ln 2, for exp", mp.log(2), [42, 0])
parts("1/ln 2", 1 / mp.log(2), [0])
parts("ln 10", mp.log(10), [0, 0])
parts("1/ln 10", 1 / mp.log(10), [0, 0])
parts("pi/2", pi / 2, [33, 33, 33, 0])
parts("pi/2 (two)", pi / 2, [0, 0])
parts("2/pi", 2 / pi, [0])
for c in ["0.5", "1", "1.5"]:
    parts(f"atan {c}", atan(mpf(c)), [0, 0])
parts("1/3", mpf(1) / 3, [0, 0])
parts("1/5", mpf(1) / 5, [0, 0])
