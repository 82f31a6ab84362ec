"""Makes small_network.json: forward pass and backpropagation of two small networks in float32, in plain Python.

Every product and every sum is rounded to float32. A weighted input is summed by ascending index, starting at the bias;
an error is the sum of four sums, the one of j mod 4 over the neurons j; activations, derivatives and costs are computed in float64 and rounded once. No term here is zero.

Run: python3 small_network.py > small_network.json
"""
import json
import math
import struct


def r(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def affine(weights, biases, a):
    z = []
    for row, total in zip(weights, biases):
        for w, x in zip(row, a):
            total = r(total + r(w * x))
        z.append(total)
    return z


def transposed(weights, delta):
    sums = [[0.0] * len(weights[0]) for _ in range(4)]
    for j, (row, d) in enumerate(zip(weights, delta)):
        sums[j % 4] = [r(total + r(w * d)) for total, w in zip(sums[j % 4], row)]
    return [r(r(s0 + s1) + r(s2 + s3)) for s0, s1, s2, s3 in zip(*sums)]


def hadamard(s, t):
    return [r(a * b) for a, b in zip(s, t)]


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def softmax(z):
    e = [math.exp(x - max(z)) for x in z]
    return [x / sum(e) for x in e]


ACTIVATIONS = {
    "sigmoid": (lambda z: [sigmoid(x) for x in z], lambda z: [sigmoid(x) * (1 - sigmoid(x)) for x in z]),
    "tanh": (lambda z: [math.tanh(x) for x in z], lambda z: [1 - math.tanh(x) ** 2 for x in z]),
    "softmax": (softmax, None),
}


def quadratic(z, a, y, slope):
    gradient = [r(p - q) for p, q in zip(a, y)]
    return sum((p - q) ** 2 for p, q in zip(a, y)) / 2, hadamard(gradient, [r(d) for d in slope(z)])


def categorical(z, a, y, _):
    m = max(z)
    total = math.log(sum(math.exp(x - m) for x in z))
    return sum(q * (total + (m - x)) for q, x in zip(y, z)), [r(p * sum(y) - q) for p, q in zip(a, y)]


COSTS = {"quadratic": quadratic, "crossEntropy": categorical}


def run(cost, layers, x, y):
    x, y = [r(v) for v in x], [r(v) for v in y]
    layers = [
        (name, [[r(w) for w in row] for row in weights], [r(b) for b in biases]) for name, weights, biases in layers
    ]
    zs, activations = [], [x]
    for name, weights, biases in layers:
        zs.append(affine(weights, biases, activations[-1]))
        activations.append([r(a) for a in ACTIVATIONS[name][0](zs[-1])])
    value, delta = COSTS[cost](zs[-1], activations[-1], y, ACTIVATIONS[layers[-1][0]][1])
    deltas = [delta]
    for l in range(len(layers) - 2, -1, -1):
        slope = [r(d) for d in ACTIVATIONS[layers[l][0]][1](zs[l])]
        deltas.insert(0, hadamard(transposed(layers[l + 1][1], deltas[0]), slope))
    return {
        "cost": cost,
        "input": x,
        "target": y,
        "layers": [{"activation": n, "units": len(b), "weights": sum(w, []), "biases": b} for n, w, b in layers],
        "weightedInputs": zs,
        "activations": activations,
        "sampleCost": value,
        "deltas": deltas,
        "weightGradients": [[r(d * a) for d in delta for a in activations[l]] for l, delta in enumerate(deltas)],
    }


out = {
    "quadratic": run(
        "quadratic",
        [
            ("sigmoid", [[0.1, -0.2], [0.3, 0.4]], [0.5, -0.6]),
            ("sigmoid", [[0.7, -0.8]], [0.9]),
        ],
        [1.5, -2.5],
        [0.25],
    ),
    "categorical": run(
        "crossEntropy",
        [
            ("tanh", [[0.11, -0.22, 0.33], [-0.44, 0.55, 0.66]], [0.1, -0.2]),
            ("softmax", [[0.77, -0.88], [0.99, 0.12], [-0.34, 0.56]], [0.3, -0.4, 0.5]),
        ],
        [0.3, -0.7, 1.1],
        [0.2, 0.7, 0.1],
    ),
}
print(json.dumps(out, indent=1))
