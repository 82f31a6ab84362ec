/** Where a layer's numbers lie in memory: a record of pointers and sizes, written by the host, one behind the other. */
export const RECORD: usize = 48;

// @ts-ignore: decorator
@inline
export function unitsOf(layer: usize): i32 { return load<i32>(layer); }
/** Bytes from one column of weights to the next: the units rounded up to four lanes, or one lane for a single unit. */
// @ts-ignore: decorator
@inline
export function strideOf(layer: usize): usize { return <usize>load<u32>(layer, 4); }
// @ts-ignore: decorator
@inline
export function activationOf(layer: usize): i32 { return load<i32>(layer, 8); }
/** Column 0 holds the biases, column k + 1 the weights from neuron k of the layer before. */
// @ts-ignore: decorator
@inline
export function weightsOf(layer: usize): usize { return <usize>load<u32>(layer, 12); }
// @ts-ignore: decorator
@inline
export function weightedInputsOf(layer: usize): usize { return <usize>load<u32>(layer, 16); }
/** The activations of this sample and of the one before, by parity; the four bytes before them hold 1, the input of the biases. */
// @ts-ignore: decorator
@inline
export function activationsOf(layer: usize, parity: i32): usize { return <usize>load<u32>(layer + (<usize>parity << 2), 20); }
// @ts-ignore: decorator
@inline
export function slopesOf(layer: usize): usize { return <usize>load<u32>(layer, 28); }
// @ts-ignore: decorator
@inline
export function deltaOf(layer: usize): usize { return <usize>load<u32>(layer, 32); }
/** The columns of the weights that the next pass goes over. */
// @ts-ignore: decorator
@inline
export function listOf(layer: usize): usize { return <usize>load<u32>(layer, 36); }
/** Float64 values of a softmax. */
// @ts-ignore: decorator
@inline
export function exactOf(layer: usize): usize { return <usize>load<u32>(layer, 40); }
/** Which activations are not zero, by parity: their number in eight bytes, then a bit each. */
// @ts-ignore: decorator
@inline
export function bitsOf(layer: usize, parity: i32): usize {
  const bits = <usize>load<u32>(layer, 44);
  return parity == 0 ? bits : bits + (<usize>(unitsOf(layer) + 63 >> 6) + 1 << 3);
}
