"""Makes nielsen_ten_steps.json: ten online steps of a network [4, 5, 3] in float64, in plain Python.

The algorithm is that of Nielsen, "Neural networks and deep learning", chapters 1 and 2: sigmoid neurons, quadratic
cost, stochastic gradient descent with mini-batches of one sample and learning rate 3.0. First weights and samples are
drawn by Python's own generator and rounded to float32, so that both sides start from the same numbers.

Run: python3 nielsen_ten_steps.py > nielsen_ten_steps.json
"""
import json
import math
import random
import struct

SIZES = [4, 5, 3]
LEARNING_RATE = 3.0
draw = random.Random(20)


def float32(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def sigmoid(z):
    return 1 / (1 + math.exp(-z))


def backprop(weights, biases, x, y):
    activations = [x]
    for w, b in zip(weights, biases):
        activations.append(
            [sigmoid(sum(wjk * ak for wjk, ak in zip(row, activations[-1])) + bj) for row, bj in zip(w, b)]
        )
    output = activations[-1]
    cost = sum((a - t) ** 2 for a, t in zip(output, y)) / 2
    delta = [(a - t) * a * (1 - a) for a, t in zip(output, y)]
    nabla_w, nabla_b = [], []
    for l in range(len(weights) - 1, -1, -1):
        nabla_b.insert(0, delta)
        nabla_w.insert(0, [[d * a for a in activations[l]] for d in delta])
        if l > 0:
            back = [sum(row[k] * d for row, d in zip(weights[l], delta)) for k in range(SIZES[l])]
            delta = [e * a * (1 - a) for e, a in zip(back, activations[l])]
    return cost, output, nabla_w, nabla_b


def block(weights, biases):
    """All parameters in one row: for each layer its weights, row after row, then its biases."""
    return [v for w, b in zip(weights, biases) for v in [wjk for row in w for wjk in row] + list(b)]


weights = [[[float32(draw.gauss(0, 1)) for _ in range(n)] for _ in range(m)] for n, m in zip(SIZES, SIZES[1:])]
biases = [[float32(draw.gauss(0, 1)) for _ in range(m)] for m in SIZES[1:]]
out = {"sizes": SIZES, "learningRate": LEARNING_RATE, "parameters": block(weights, biases), "steps": []}
for step in range(10):
    x = [float32(draw.random()) for _ in range(SIZES[0])]
    y = [1.0 if j == step % SIZES[-1] else 0.0 for j in range(SIZES[-1])]
    cost, output, nabla_w, nabla_b = backprop(weights, biases, x, y)
    weights = [
        [[wjk - LEARNING_RATE * g for wjk, g in zip(row, grow)] for row, grow in zip(w, nw)]
        for w, nw in zip(weights, nabla_w)
    ]
    biases = [[bj - LEARNING_RATE * g for bj, g in zip(b, nb)] for b, nb in zip(biases, nabla_b)]
    out["steps"].append(
        {
            "features": x,
            "target": y,
            "cost": cost,
            "output": output,
            "gradients": block(nabla_w, nabla_b),
            "parameters": block(weights, biases),
        }
    )
print(json.dumps(out, indent=1))
