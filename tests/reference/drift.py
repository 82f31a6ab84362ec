"""Makes drift.json: where seeded streams drift, by each detector written straight from its paper in float64.

ADWIN keeps every value of its window and the sizes of the buckets alone; each cut takes mean and variance of all values
anew with numpy. KSWIN takes its p-values from scipy 1.17, the exact ones, and its draws from splitmix32. The streams
"river..." are those of the examples in River's documentation, whose drifts stand in the tests.

Run: python3 drift.py > drift.json
"""
import json
import math
import random

import numpy as np
from scipy.stats import ks_2samp


def adwin(values, delta=0.002, clock=32, most=5, least=5, grace=10):
    """Bifet and Gavalda, 2007: the window W and the sizes of its buckets, the oldest first."""
    window, sizes, drifts = [], [], []

    def has_cut():
        values, n = np.array(window), len(window)
        confidence = math.log(2 * math.log(n) / delta)
        for cut in np.cumsum(sizes)[:-1]:
            if min(cut, n - cut) < least:
                continue
            m = 1 / (1 / (cut - least + 1) + 1 / (n - cut - least + 1))
            bound = math.sqrt(2 / m * np.var(values) * confidence) + 2 / (3 * m) * confidence
            if abs(np.mean(values[:cut]) - np.mean(values[cut:])) > bound:
                return True
        return False

    for i, value in enumerate(values):
        window.append(value)
        sizes.append(1)
        size = 1
        while sizes.count(size) > most:
            first = sizes.index(size)
            sizes[first:first + 2] = [2 * size]
            size *= 2
        if (i + 1) % clock != 0 or len(window) <= grace or not has_cut():
            continue
        drifts.append(i)
        while has_cut():
            del window[:sizes.pop(0)]
    return {"drift": drifts, "width": len(window)}


def page_hinkley(values, least=30, delta=0.005, threshold=50, alpha=0.9999, mode="both"):
    drifts, seen = [], []
    for i, value in enumerate(values):
        if not seen:
            rises, falls = [0.0], [0.0]
        seen.append(value)
        mean = math.fsum(seen) / len(seen)
        rises.append(alpha * rises[-1] + value - mean - delta)
        falls.append(alpha * falls[-1] + value - mean + delta)
        up = mode != "down" and rises[-1] - min(rises[1:]) > threshold
        down = mode != "up" and max(falls[1:]) - falls[-1] > threshold
        if len(seen) >= least and (up or down):
            drifts.append(i)
            seen = []
    return {"drift": drifts}


def ddm(errors, warm=30, warning=2.0, drift=3.0):
    """Gama et al., 2004; with > in place of >=, so that no error at all is no drift."""
    drifts, warnings, seen = [], [], []
    for i, error in enumerate(errors):
        if not seen:
            least = (math.inf, math.inf)
        seen.append(error)
        n, p = len(seen), sum(seen) / len(seen)
        if n <= warm:
            continue
        s = math.sqrt(p * (1 - p) / n)
        if p + s <= sum(least):
            least = (p, s)
        if p + s > least[0] + drift * least[1]:
            drifts.append(i)
            seen = []
        elif p + s > least[0] + warning * least[1]:
            warnings.append(i)
    return {"drift": drifts, "warning": warnings}


def next_random(seed):
    seed = bits = (seed + 0x9E3779B9) % 2**32
    bits = (bits ^ bits >> 16) * 0x85EBCA6B % 2**32
    bits = (bits ^ bits >> 13) * 0xC2B2AE35 % 2**32
    return (bits ^ bits >> 16) / 2**32, seed


def kswin(values, alpha=0.005, size=100, stat=30, seed=0):
    """Raab et al., 2020."""
    window, drifts = [], []
    for i, value in enumerate(values):
        window = window[-size + 1:] + [value]
        if len(window) < size:
            continue
        older, newest, drawn = window[:-stat], window[-stat:], []
        for k in range(stat):
            share, seed = next_random(seed)
            place = k + int(share * (len(older) - k))
            older[k], older[place] = older[place], older[k]
            drawn.append(older[k])
        result = ks_2samp(drawn, newest, method="exact")
        if result.pvalue <= alpha and result.statistic > 0.1:
            drifts.append(i)
            window = newest
    return {"drift": drifts}


def tests_of_two_samples():
    draws = np.random.RandomState(3)
    for n in [1, 2, 5, 10, 30, 100, 400]:
        for shift in [0, 1, 3]:
            a, b = draws.randint(0, 10, n), draws.randint(shift, 10 + shift, n)
            result = ks_2samp(a, b, method="exact")
            yield {"a": a.tolist(), "b": b.tolist(), "statistic": float(result.statistic), "pValue": float(result.pvalue)}


draws = np.random.RandomState(1)
bits = lambda *shares: [int(x < share) for share in shares for x in draws.rand(1)]
rng, other = random.Random(12345), random.Random(42)
streams = {
    "abrupt": bits(*[0.2] * 800, *[0.5] * 400, *[0.1] * 400),
    "gradual": bits(*[0.1] * 600, *np.linspace(0.1, 0.7, 600), *[0.7] * 300),
    "steady": bits(*[0.3] * 1500),
    "levels": (np.round(np.repeat([0, 3, -2], 400) * 16 + 16 * draws.randn(1200)) / 16).tolist(),
    "spread": (np.round(np.repeat([1, 4], 500) * 16 * draws.randn(1000)) / 16).tolist(),
    "riverLevels": rng.choices([0, 1], k=1000) + rng.choices(range(4, 8), k=1000),
    "riverErrors": other.choices([0, 1], k=1000) + other.choices([0, 1], k=1000, weights=[0.3, 0.7]),
}
detectors = [
    ({"name": "adwin"}, adwin, {}),
    ({"name": "adwin", "delta": 0.1, "clock": 1, "maxBuckets": 3, "minWindowLength": 15, "gracePeriod": 40}, adwin,
     {"delta": 0.1, "clock": 1, "most": 3, "least": 15, "grace": 40}),
    ({"name": "pageHinkley"}, page_hinkley, {}),
    ({"name": "pageHinkley", "minInstances": 10, "delta": 0.05, "threshold": 8, "alpha": 0.99, "mode": "up"}, page_hinkley,
     {"least": 10, "delta": 0.05, "threshold": 8, "alpha": 0.99, "mode": "up"}),
    ({"name": "pageHinkley", "threshold": 15, "alpha": 1, "mode": "down"}, page_hinkley,
     {"threshold": 15, "alpha": 1, "mode": "down"}),
    ({"name": "ddm"}, ddm, {}),
    ({"name": "ddm", "warmStart": 60, "warningThreshold": 1, "driftThreshold": 1.5}, ddm,
     {"warm": 60, "warning": 1, "drift": 1.5}),
    ({"name": "kswin"}, kswin, {}),
    ({"name": "kswin", "alpha": 0.05, "windowSize": 41, "statSize": 20, "seed": 7}, kswin,
     {"alpha": 0.05, "size": 41, "stat": 20, "seed": 7}),
]
print(json.dumps({
    "streams": streams,
    "detectors": [
        {"spec": spec, "stream": name, **detect(values, **options)}
        for spec, detect, options in detectors
        for name, values in streams.items()
        if spec["name"] != "ddm" or set(values) <= {0, 1}
    ],
    "kolmogorovSmirnov": list(tests_of_two_samples()),
}))
