"""Reads snapshot_v1.safetensors with nothing but Python's own modules, and prints what it holds: snapshot_v1.json.

The snapshot itself was made once, by encodeLearner of the first version of the format, and must be readable for ever. It
holds the learner

    createLearner({
      network: {
        inputs: 3,
        layers: [{ units: 4, activation: "tanh" }, { units: 2, activation: "softmax" }],
        cost: "crossEntropy",
        seed: 7,
      },
      optimizer: chain(clipByNorm({ maxNorm: 1 }), adam({ learningRate: warmUp({ steps: 2, then: 0.1 }) })),
      labels: ["left", "right"],
    })

after the samples { features: [1, 2, 3], target: "left" }, { features: [0.5, -1, 0.25], target: "right" } and
{ features: [-2, 0, 1], target: [0.25, 0.75], weight: 0.5 }.

Run: python3 snapshot_v1.py > snapshot_v1.json
"""
import json
import struct
from pathlib import Path

file = Path(__file__).with_suffix(".safetensors").read_bytes()
(length,) = struct.unpack("<Q", file[:8])
header = json.loads(file[8 : 8 + length])
metadata = header.pop("__metadata__")
data = file[8 + length :]
tensors = {}
for name, entry in header.items():
    begin, end = entry["data_offsets"]
    assert entry["dtype"] == "F32"
    tensors[name] = {"shape": entry["shape"], "values": list(struct.unpack(f"<{(end - begin) // 4}f", data[begin:end]))}
print(json.dumps({"backstream": json.loads(metadata["backstream"]), "tensors": tensors}, indent=1))
