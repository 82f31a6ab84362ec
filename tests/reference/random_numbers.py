"""Makes random_numbers.json from the formulas in the documentation, in plain Python:

- uniform: splitmix32, the state moved by the golden ratio of 2^32, scrambled by the finalizer of MurmurHash3;
- normal: the polar method, the second number of each pair thrown away;
- weights: the first parameters of each initializer for a layer of 3 inputs and 2 units, seed 7.

Run: python3 random_numbers.py > random_numbers.json
"""
import json
import math
import struct

WORD = 2**32


def next_random(seed):
    state = (seed + 0x9E3779B9) % WORD
    bits = state
    bits = (bits ^ (bits >> 16)) * 0x85EBCA6B % WORD
    bits = (bits ^ (bits >> 13)) * 0xC2B2AE35 % WORD
    bits = bits ^ (bits >> 16)
    return bits / WORD, state


def next_normal(seed):
    while True:
        first, seed = next_random(seed)
        second, seed = next_random(seed)
        u, v = 2 * first - 1, 2 * second - 1
        s = u * u + v * v
        if 0 < s < 1:
            return u * math.sqrt(-2 * math.log(s) / s), seed


def sequence(step, seed, count):
    values = []
    for _ in range(count):
        value, seed = step(seed)
        values.append(value)
    return values, seed


def float32(value):
    return struct.unpack("f", struct.pack("f", value))[0]


def weights(step, scale, random_biases):
    inputs, units = 3, 2
    values, seed = sequence(step, 7, inputs * units)
    biases = sequence(next_normal, seed, units)[0] if random_biases else [0.0] * units
    return [float32(scale(value)) for value in values] + [float32(bias) for bias in biases]


out = {
    "uniform": [
        {"seed": seed, "values": values, "next": state}
        for seed in (0, 1, 42, WORD - 1, -1, WORD + 42)
        for values, state in [sequence(next_random, seed, 6)]
    ],
    "normal": [
        {"seed": seed, "values": values, "next": state}
        for seed in (0, 1, 42, WORD - 1)
        for values, state in [sequence(next_normal, seed, 6)]
    ],
    "weights": {
        "scaledGaussian": weights(next_normal, lambda z: z * math.sqrt(1 / 3), True),
        "xavier": weights(next_random, lambda u: (2 * u - 1) * math.sqrt(6 / (3 + 2)), False),
        "he": weights(next_normal, lambda z: z * math.sqrt(2 / 3), False),
        "zeros": [0.0] * 8,
    },
}
print(json.dumps(out, indent=1))
