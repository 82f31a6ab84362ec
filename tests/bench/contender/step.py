"""A network of two layers with NumPy or PyTorch, one thread.

Arguments: library, file of samples, how many, the three sizes, learning rate, samples a step (0: predict), sigmoid
or softmax. Says first which version computes with which BLAS. On each line of input, a number of milliseconds, one round; its answer is microseconds a sample.
"""
import sys
import time

library, path, count, inputs, hidden, outputs, rate, size, neurons = sys.argv[1:]
count, inputs, hidden, outputs, size = int(count), int(inputs), int(hidden), int(outputs), int(size)
rate = float(rate)

import numpy as np

samples = np.fromfile(path, dtype=np.float32).reshape(count, inputs + outputs)
X, Y = np.ascontiguousarray(samples[:, :inputs]), np.ascontiguousarray(samples[:, inputs:])


def numpy_run():
    rng = np.random.default_rng(1)
    w1 = (rng.standard_normal((hidden, inputs)) / inputs ** 0.5).astype(np.float32)
    w2 = (rng.standard_normal((outputs, hidden)) / hidden ** 0.5).astype(np.float32)
    b1, b2 = np.zeros((1, hidden), np.float32), np.zeros((1, outputs), np.float32)
    r = np.float32(rate)

    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    def forward(x):
        if neurons == "sigmoid":
            a1 = sigmoid(x @ w1.T + b1)
            return a1, sigmoid(a1 @ w2.T + b2)
        a1 = np.maximum(x @ w1.T + b1, 0)
        z = a1 @ w2.T + b2
        e = np.exp(z - z.max(1, keepdims=True))
        return a1, e / e.sum(1, keepdims=True)

    def step(i):
        x = X[i : i + max(size, 1)]
        a1, a2 = forward(x)
        if size == 0:
            return
        y = Y[i : i + size]
        d2 = a2 - y
        if neurons == "sigmoid":
            costs = 0.5 * (d2 * d2).sum(1)
            d2 *= a2 * (1 - a2)
            d1 = (d2 @ w2) * (a1 * (1 - a1))
        else:
            costs = -(y * np.log(a2)).sum(1)
            d1 = (d2 @ w2) * (a1 > 0)
        s = r / np.float32(size)
        w2[...] -= s * (d2.T @ a1)
        b2[...] -= s * d2.sum(0)
        w1[...] -= s * (d1.T @ x)
        b1[...] -= s * d1.sum(0)

    return step


def torch_run():
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(1)
    x_all, y_all = torch.from_numpy(X), torch.from_numpy(Y)
    softmax = neurons == "softmax"
    layers = [torch.nn.Linear(inputs, hidden), torch.nn.ReLU() if softmax else torch.nn.Sigmoid()]
    layers += [torch.nn.Linear(hidden, outputs)] + ([] if softmax else [torch.nn.Sigmoid()])
    net = torch.nn.Sequential(*layers)
    optimizer = torch.optim.SGD(net.parameters(), lr=rate)

    def step(i):
        if size == 0:
            with torch.no_grad():
                output = net(x_all[i : i + 1])
                output.softmax(1) if softmax else output
            return
        optimizer.zero_grad()
        output, y = net(x_all[i : i + size]), y_all[i : i + size]
        loss = torch.nn.functional.cross_entropy(output, y) if softmax else 0.5 * ((output - y) ** 2).sum() / size
        loss.backward()
        optimizer.step()

    return step


step = {"numpy": numpy_run, "torch": torch_run}[library]()


def blas():
    """The name of the file that multiplies matrices, as it was loaded."""
    try:
        names = {line.split("/")[-1].strip() for line in open("/proc/self/maps") if "/" in line}
    except OSError:
        return "unknown BLAS"
    for word, name in (("openblas", "OpenBLAS"), ("mkl_", "MKL"), ("blis", "BLIS"), ("libblas", "reference BLAS")):
        if any(word in file.lower() for file in names):
            return name
    return "own BLAS"


np.ones((2, 2), np.float32) @ np.ones((2, 2), np.float32)
print("ready", sys.modules[library].__version__, blas(), flush=True)
each = max(size, 1)
for line in sys.stdin:
    limit = float(line) / 1e3
    start, n, i = time.perf_counter(), 0, 0
    while True:
        step(i)
        n += each
        i = i + each if i + 2 * each <= count else 0
        elapsed = time.perf_counter() - start
        if elapsed >= limit:
            break
    print(1e6 * elapsed / n, flush=True)
