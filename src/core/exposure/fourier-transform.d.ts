/** The part of `fourier-transform` in use; the package ships no types. */
declare module 'fourier-transform' {
  /** Half spectrum (0 to N/2) of N real numbers, unnormalised. Without `output` the arrays are reused by the next call. */
  export function fft(input: Float64Array, output?: [Float64Array, Float64Array]): [Float64Array, Float64Array];
  /** Inverse of `fft`, normalised. */
  export function ifft(re: Float64Array, im: Float64Array, output?: Float64Array): Float64Array;
}
