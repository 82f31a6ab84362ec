"""Reads snapshot_v2.safetensors with nothing but Python's own modules, and prints what it holds: snapshot_v2.json.

The snapshot itself was made once, by encodeLearner of the second version of the format, and must be readable for ever. It
holds the learner

    const make = (hidden) => createTableLearner({ task: "classification", members: 1, hidden, replays: 1, memory: 20 });
    createChampion({ learners: { deep: make([{ units: 2, activation: "tanh" }]), linear: make([]) }, every: 8 })

after the 24 samples

    Array.from({ length: 24 }, (_, i) => ({
      features: { x: i % 3 - 1, y: i % 5 === 0 ? null : i % 4, color: i % 2 === 0 ? "red" : `blue ${i % 6}` },
      target: i % 3 === 0 ? "sell" : i > 9 && i % 4 === 1 ? "hold" : "keep",
      weight: i % 7 === 0 ? 0.5 : 1,
    }))

In the state, {"$number": text} is a number that JSON has not, {"$tensor": name} a tensor, and {"$entries": pairs} an object
whose keys look like marks. Of the tensors named state.packed.TYPE, each {"$packed": [TYPE, length]} is the next array of
that length, {"$packed": [TYPE, length, count]} a list of the next ones, and {"$numbers": count} a list of the next numbers
of F64. {"$columns": pairs} is a list of objects, given as one list a key. {"$network": shape, "parameters": block} is a
network, {"$network": 0} that of the tensors 0.weight, 0.bias and so on, and 1, 2, ... those that came before in the state.

What was packed is printed unpacked, each network as its parameters, and NaN and the infinities as texts.

Run: python3 snapshot_v2.py > snapshot_v2.json
"""
import json
import math
import struct
from pathlib import Path

FORMATS = {"F64": "d", "F32": "f", "I32": "i", "U32": "I", "I16": "h", "U16": "H", "I8": "b", "U8": "B"}

file = Path(__file__).with_suffix(".safetensors").read_bytes()
(length,) = struct.unpack("<Q", file[:8])
header = json.loads(file[8 : 8 + length])
backstream = json.loads(header.pop("__metadata__")["backstream"])
data = file[8 + length :]
tensors = {}
for name, entry in header.items():
    begin, end = entry["data_offsets"]
    letter = FORMATS[entry["dtype"]]
    tensors[name] = list(struct.unpack(f"<{(end - begin) // struct.calcsize('<' + letter)}{letter}", data[begin:end]))

layers = range(len(backstream["network"]["layers"]))
networks = [sum((tensors[f"{2 * l}.weight"] + tensors[f"{2 * l}.bias"] for l in layers), [])]
taken = {}


def take(kind, count):
    begin = taken.get(kind, 0)
    taken[kind] = begin + count
    numbers = tensors[f"state.packed.{kind}"][begin : begin + count]
    assert len(numbers) == count
    return numbers


def read(value):
    if isinstance(value, list):
        return [read(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "$number" in value:
        return float(value["$number"].replace("Infinity", "inf"))
    if "$tensor" in value:
        return tensors[value["$tensor"]]
    if "$numbers" in value:
        return take("F64", value["$numbers"])
    if "$packed" in value:
        kind, size, *count = value["$packed"]
        return [take(kind, size) for _ in range(count[0])] if count else take(kind, size)
    if "$columns" in value:
        columns = [(key, read(column)) for key, column in value["$columns"]]
        return [dict(zip([key for key, _ in columns], row)) for row in zip(*[column for _, column in columns])]
    if "$network" in value:
        if "parameters" in value:
            networks.append(read(value["parameters"]))
            return networks[-1]
        return networks[value["$network"]]
    return {key: read(item) for key, item in value.get("$entries", value.items())}


def plain(value):
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return str(value).replace("inf", "Infinity").replace("nan", "NaN")
    return value


state = plain(read(backstream["state"]))
assert all(taken[kind] == len(tensors[f"state.packed.{kind}"]) for kind in taken)
print(json.dumps({"learner": backstream["learner"], "network": networks[0], "state": state}))
