"""A network of two layers with NumPy or PyTorch, one thread.

Arguments: library, file of samples, how many, the three sizes, learning rate, samples a step (0: predict). On each line of
input, a number of milliseconds, one round; its answer is microseconds a sample.
"""
import sys
import time

library, path, count, inputs, hidden, outputs, rate, size = sys.argv[1:]
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

    def step(i):
        x = X[i : i + max(size, 1)]
        a1 = sigmoid(x @ w1.T + b1)
        a2 = sigmoid(a1 @ w2.T + b2)
        if size == 0:
            return
        d2 = (a2 - Y[i : i + size]) * a2 * (1 - a2)
        d1 = (d2 @ w2) * a1 * (1 - a1)
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
    net = torch.nn.Sequential(
        torch.nn.Linear(inputs, hidden), torch.nn.Sigmoid(), torch.nn.Linear(hidden, outputs), torch.nn.Sigmoid()
    )
    optimizer = torch.optim.SGD(net.parameters(), lr=rate)

    def step(i):
        if size == 0:
            with torch.no_grad():
                net(x_all[i : i + 1])
            return
        optimizer.zero_grad()
        loss = 0.5 * ((net(x_all[i : i + size]) - y_all[i : i + size]) ** 2).sum() / size
        loss.backward()
        optimizer.step()

    return step


step = {"numpy": numpy_run, "torch": torch_run}[library]()
print("ready", flush=True)
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
