"""Makes elementary_functions.json: [x, f(x)] with f(x) computed to 60 digits by mpmath and rounded once to float64.

Run: python3 elementary_functions.py > elementary_functions.json
"""
import json
import random

import mpmath

mpmath.mp.dps = 60
draw = random.Random(1)


def uniform(low, high, count):
    return [draw.uniform(low, high) for _ in range(count)]


def powers(low, high, count):
    return [2.0 ** draw.uniform(low, high) for _ in range(count)]


FUNCTIONS = {
    "exp": (mpmath.exp, [1.0, -1.0, 0.5, -0.5, 709.0, -708.0] + uniform(-1, 1, 40) + uniform(-700, 700, 60)),
    "expm1": (mpmath.expm1, [1.0, -1.0, 0.5, -0.5, 1e-10, -1e-300] + uniform(-1, 1, 60) + uniform(-30, 30, 30)),
    "log": (mpmath.log, [2.0, 10.0, 0.5, 1.0000001, 5e-324, 1e308] + uniform(0.5, 2, 60) + powers(-1070, 1020, 40)),
    "log1p": (mpmath.log1p, [1.0, -0.5, 1e-10, -1e-300, 1e300] + uniform(-0.9, 1, 60) + powers(-60, 60, 30)),
    "tanh": (mpmath.tanh, [1.0, -1.0, 1e-10, -1e-300, 19.0] + uniform(-1, 1, 50) + uniform(-20, 20, 40)),
    "erf": (mpmath.erf, [1.0, -1.0, 1e-10, -1e-300, 5.9] + uniform(-1, 1, 40) + uniform(-6, 6, 60)),
    "cosPi": (lambda x: mpmath.cos(mpmath.pi * x), [0.25, 0.75, 1e-10] + uniform(0, 1, 60)),
}


def pairs(function, xs):
    return [[x, float(function(mpmath.mpf(x)))] for x in xs]


rows = {name: pairs(function, xs) for name, (function, xs) in FUNCTIONS.items()}
print("{\n" + ",\n".join(f'  "{name}": {json.dumps(row)}' for name, row in rows.items()) + "\n}")
