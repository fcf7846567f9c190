"""Makes elementary.json: exact arguments and high-precision results of the elementary functions.

Each row holds the bit patterns of the arguments, the bit pattern of the correctly rounded result,
and what the exact result exceeds it by, in units in the last place (of the rounded result). Where
the result overflows or is special the excess is 0. Made with Python 3 and mpmath 1.3.0:

    python3 Tests/Reference/elementary.py
"""

import json
import math
import os
import random
import struct

from mpmath import mp, mpf

mp.prec = 1300  # keeps the digits that cancel beside multiples of pi/2 and in expm1 of tiny numbers
random.seed(20260)

MAX = mpf(1.7976931348623157e308)


def bits(x):
    return f"{struct.unpack('<Q', struct.pack('<d', x))[0]:016x}"


def rounded(exact):
    """Correctly rounded double and the excess of the exact value in units of its last place."""
    limit = MAX + mp.ldexp(1, 970)
    if abs(exact) >= limit:
        return math.copysign(math.inf, exact), 0.0
    if exact == 0:
        return 0.0, 0.0
    _, e = mp.frexp(exact)
    unit = mp.ldexp(1, max(int(e) - 53, -1074))
    value = float(mp.nint(exact / unit) * unit)  # nint rounds ties to even, as IEEE 754 does
    return value, float((exact - mpf(value)) / mpf(math.ulp(value)))


def signed(values):
    return [s * v for v in values for s in (1, -1)]


def neighbours(x, count=2):
    up = down = x
    out = [x]
    for _ in range(count):
        up, down = math.nextafter(up, math.inf), math.nextafter(down, -math.inf)
        out += [up, down]
    return out


def powers(low, high, count):
    return [math.ldexp(1 + random.random(), random.randint(low, high)) for _ in range(count)]


tiny = [5e-324, 1.5e-323, 2.2250738585072014e-308, 2.225073858507201e-308, 1e-300, 1e-100, 1e-17, 2**-54, 2**-53, 2**-52, 1e-10]
uniform = lambda a, b, n: [random.uniform(a, b) for _ in range(n)]
halves = [(k + 0.5) * math.log(2) for k in range(-3, 4)]
reduction = [v for k in [*range(-6, 7), -1070, -1021, 53, 54, 1000, 1022] for v in neighbours((k + 0.5) * math.log(2), 1)]
ends = [v for x in (709.782712893384, 710.475860073944, -708.3964185322641, -744.4400719213812, -745.1332191019411, 37.0, 36.7, -36.7, -37.4, 19.06, 22.0) for v in neighbours(x, 2)]
near_one = [v for x in (1.0, math.sqrt(0.5), math.sqrt(2), 2.0, 0.5) for v in neighbours(x, 3)] + [1 + s * 2.0**-k for k in range(2, 53, 2) for s in (1, -1)]
positive = tiny + near_one + powers(-1074, 1022, 100) + uniform(0.4, 2.5, 100) + [1.7976931348623157e308, 10.0, 1e22, 1e23]
multiples = [v for k in [1, 2, 3, 4, 5, 6, 7, 8, 22, 44, 710, 355, 52174, 573204, 667543, *[random.randint(1, 667544) for _ in range(60)]]
             for v in neighbours(float(k * mp.pi / 2), 1) if abs(v) <= 2**20]
diagonals = [float((2 * k + 1) * mp.pi / 4) for k in range(12)]
angles = signed(tiny + multiples + diagonals + uniform(0, 7, 60) + powers(-30, 19, 60) + [2.0**20])

cases = {
    "exp": (mp.exp, signed(tiny + uniform(0, 709, 60) + powers(-30, 8, 40)) + reduction + ends + uniform(-745, -700, 40)),
    "expm1": (mp.expm1, signed(tiny + uniform(0, 3, 80) + uniform(3, 45, 40) + powers(-60, 8, 40)) + reduction + ends),
    "oneMinusExp": (lambda s: -mp.expm1(-s), signed(tiny) + uniform(0, 40, 60) + powers(-60, 5, 60)),
    "exp10": (lambda x: mp.power(10, x), signed(tiny + powers(-30, 7, 40)) + [float(k) for k in range(-324, 309, 3)] + [float(k) for k in range(23)] + uniform(-324, 308.3, 100) + [308.2547155599167, 308.2547155599168, -323.3062153431158, -307.65]),
    "log": (mp.log, positive),
    "log10": (mp.log10, positive + [float(f"1e{k}") for k in range(-20, 23)]),
    "log1p": (mp.log1p, signed(tiny + powers(-60, -2, 60)) + powers(0, 1000, 30) + uniform(-1, 2, 100) + [math.nextafter(-1, 0), -0.29, 0.41, 1.7976931348623157e308]),
    "tanh": (mp.tanh, signed(tiny + uniform(0, 2, 80) + uniform(2, 25, 40) + powers(-40, 4, 40) + [abs(v) / 2 for v in reduction])),
    "sinh": (mp.sinh, signed(tiny + uniform(0, 3, 80) + powers(-40, 9, 60) + neighbours(1.0) + neighbours(30.0)) + ends),
    "cosh": (mp.cosh, signed(tiny + uniform(0, 3, 80) + powers(-40, 9, 60) + neighbours(30.0)) + ends),
    "sin": (mp.sin, angles),
    "cos": (mp.cos, angles),
    "tan": (mp.tan, angles),
    "atan": (mp.atan, signed(tiny + uniform(0, 4, 80) + powers(-30, 80, 60) + [v for x in (0.4375, 0.6875, 1.1875, 2.4375, 0.5, 1.0, 1.5) for v in neighbours(x, 1)])),
}

table = {}
for name, (function, arguments) in cases.items():
    rows = []
    for x in dict.fromkeys(float(v) for v in arguments):
        value, excess = rounded(function(mpf(x)))
        rows.append([bits(x), bits(value), excess])
    table[name] = rows

pairs = []
for _ in range(250):
    x = powers(-1074, 1022, 1)[0] if random.random() < 0.5 else random.uniform(0.4, 2.5)
    if x != 1:
        pairs.append((x, float(mpf(random.uniform(-745.2, 710)) / mp.log(mpf(x)))))
pairs += [(1 + s * 2.0**-k, s * t * 2.0**k * 700) for k in range(3, 53, 4) for s in (1, -1) for t in (1, -1)]
pairs += [(float(b), float(e)) for b in (-3, -2, 2, 3, 5, 7, 10) for e in (-9, -2, -1, 1, 2, 3, 4, 11, 22)]
pairs += [(4.0, 0.5), (2.0, -1074.0), (2.0, 1023.0), (2.0, -1060.0), (-2.0, 1023.0), (1e-320, 0.5), (5e-324, 0.25), (1.7e308, 0.999), (0.5, 1e-300), (1e300, 1e-300)]
rows = []
for x, y in dict.fromkeys(pairs):
    value, excess = rounded(mp.power(mpf(x), mpf(y)).real if x > 0 or float(y).is_integer() else None)
    rows.append([bits(x), bits(y), bits(value), excess])
table["pow"] = rows

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "elementary.json")
with open(path, "w") as file:
    file.write("{\n")
    file.write(",\n".join(f' "{name}": [\n' + ",\n".join("  " + json.dumps(r) for r in rows) + "\n ]" for name, rows in table.items()))
    file.write("\n}\n")
print({name: len(rows) for name, rows in table.items()})
