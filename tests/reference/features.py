"""Makes features.json: rows scaled by the recurrence of River's StandardScaler, written out in plain Python, and names hashed
by scikit-learn 1.2's FeatureHasher.

Run: python3 features.py > features.json
"""
import json
import random

from sklearn.feature_extraction import FeatureHasher

draw = random.Random(7)


def standard_scaler(rows):
    counts, means, variances, scaled = {}, {}, {}, []
    for row in rows:
        for i, x in enumerate(row):
            counts[i] = counts.get(i, 0) + 1
            before = means.get(i, 0.0)
            means[i] = before + (x - before) / counts[i]
            variance = variances.get(i, 0.0)
            variances[i] = variance + ((x - before) * (x - means[i]) - variance) / counts[i]
        scaled.append([(x - means[i]) / variances[i] ** 0.5 if variances[i] else 0.0 for i, x in enumerate(row)])
    return scaled


rows = [[draw.gauss(0, 1), draw.gauss(1e5, 3), draw.randint(0, 4), 2.5, draw.expovariate(1) ** 4] for _ in range(200)]
rows.insert(100, [0, -1e30, 1e-30, 2.5, 1e20])


def hashed(bits, features):
    kind = "string" if isinstance(features, list) else "dict"
    row = FeatureHasher(n_features=2**bits, input_type=kind).transform([features])
    row.sum_duplicates()
    row.sort_indices()
    pairs = [(int(i), float(v)) for i, v in zip(row.indices, row.data) if v != 0]
    return {"bits": bits, "features": features, "indices": [i for i, _ in pairs], "values": [v for _, v in pairs]}


words = "the quick brown fox jumps over the lazy dog and the dog sleeps on Ærø in Łódź under 木 trees 😀".split()
examples = [
    {"dog": 1, "cat": 2, "elephant": 4},
    {"dog": 2, "run": 5},
    {"city": "Paris", "age": 42.5, "": 1, "ß": -3},
    ["dog", "cat", "snake"],
    words,
]
names = [f"{word} {i}" for i in range(50) for word in words]
names = (list(dict.fromkeys(words)) + names)[:1000]


def sign_and_bucket(name):
    row = FeatureHasher(n_features=2**20, input_type="string").transform([[name]])
    return [name, int(row.indices[0]), int(row.data[0])]


print(json.dumps({
    "standardScaler": {"rows": rows, "scaled": standard_scaler(rows)},
    "hashed": [hashed(bits, features) for bits in (3, 10) for features in examples],
    "signs": [sign_and_bucket(name) for name in names],
}))
