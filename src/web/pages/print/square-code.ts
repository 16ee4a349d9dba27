import { encode } from 'uqr';

export interface SquareCode {
  /** Modules along one side, the quiet zone included. */
  size: number;
  /** The dark modules as one SVG path in a box of `size` by `size`. */
  path: string;
}

/** Light modules around the code that a reader needs to find it (ISO/IEC 18004: four). */
const QUIET = 4;

/** A text as a QR code (ISO/IEC 18004) that survives a fold or a stain: correction level M, 15% of it may be lost. */
export function squareCode(text: string): SquareCode {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET });
  const runs = data.flatMap((row, y) => [...darkRuns(row)].map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`));
  return { size, path: runs.join('') };
}

function* darkRuns(row: readonly boolean[]): Iterable<{ from: number; length: number }> {
  let from = -1;
  for (const [x, dark] of [...row, false].entries()) {
    if (dark && from === -1) from = x;
    if (!dark && from !== -1) {
      yield { from, length: x - from };
      from = -1;
    }
  }
}
