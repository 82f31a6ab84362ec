"""Makes optimizer_steps.json: ten steps of each optimizer on one weight and one bias, in float64, from the papers' formulas.

Run: python3 optimizer_steps.py > optimizer_steps.json
"""
import json
import math

GRADIENTS = [[((t * 37) % 11 - 5) / 4, ((t * 53) % 7 - 3) / 8] for t in range(10)]
START = [0.5, -0.25]


def sgd(eta=0.1):
    def step(_, g, t, state):
        return -eta * g, state
    return step


def momentum(eta=0.1, mu=0.9, nesterov=False):
    def step(_, g, t, v):
        v = mu * (v or 0.0) + g
        return -eta * (g + mu * v if nesterov else v), v
    return step


def adagrad(eta=0.1, eps=1e-10):
    def step(_, g, t, s):
        s = (s or 0.0) + g * g
        return -eta * g / (math.sqrt(s) + eps), s
    return step


def rmsprop(eta=0.01, rho=0.9, eps=1e-8):
    def step(_, g, t, s):
        s = rho * (s or 0.0) + (1 - rho) * g * g
        return -eta * g / (math.sqrt(s) + eps), s
    return step


def adam(eta=0.01, beta1=0.9, beta2=0.999, eps=1e-8, decay=0.0):
    def step(w, g, t, state):
        m, v = state or (0.0, 0.0)
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g * g
        m_hat, v_hat = m / (1 - beta1 ** t), v / (1 - beta2 ** t)
        return -eta * m_hat / (math.sqrt(v_hat) + eps) - eta * decay * w, (m, v)
    return step


def run(weight_step, bias_step=None):
    parameters, states, rows = list(START), [None, None], []
    for t, gradients in enumerate(GRADIENTS, 1):
        for i, step in enumerate([weight_step, bias_step or weight_step]):
            update, states[i] = step(parameters[i], gradients[i], t, states[i])
            parameters[i] += update
        rows.append(list(parameters))
    return rows


print(json.dumps({
    "start": START,
    "gradients": GRADIENTS,
    "sgd": run(sgd()),
    "momentum": run(momentum()),
    "nesterov": run(momentum(nesterov=True)),
    "adagrad": run(adagrad()),
    "rmsprop": run(rmsprop()),
    "adam": run(adam()),
    "adamw": run(adam(decay=0.1), adam()),
}, indent=1))
