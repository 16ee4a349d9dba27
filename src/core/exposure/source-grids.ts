import type { Spectrum } from '#core/exposure/spectrum.ts';

/** What one risk is on one money grid: the costly part of a portfolio, and the same in every portfolio that holds it. */
export interface SourceGrid {
  /**
   * Where the rate is known, the transform of `tilted`; where it is a range, that of the year's losses of this risk.
   * Kept under the key of its contribution: that of what a year's losses bring, to be weighed with the years of the others.
   */
  value: Spectrum;
  /** One loss on the grid, tilted; absent where it is asked for so seldom that it is made again. */
  tilted: Float64Array | undefined;
}

export interface SourceGrids {
  /** The grid kept under a key, or what `make` makes. The key says everything the grid is made from. */
  gridOf(key: string, make: () => SourceGrid): SourceGrid;
}

/** Keeps nothing: for what is computed once. */
export const noSourceGrids: SourceGrids = { gridOf: (_, make) => make() };

export interface KeptSourceGrids extends SourceGrids {
  /** Starts a run. What was used neither in it nor in the one before may give way. */
  startRun(): void;
  /** Grids made so far, for those who count. */
  made(): number;
}

/**
 * Keeps grids up to `most` bytes. When that is full the one longest unused gives way, but never one of the run
 * that is under way or of the one before: a portfolio larger than the room keeps what fits instead of throwing out
 * each in turn.
 */
export function keptSourceGrids(most: number): KeptSourceGrids {
  const held = new Map<string, { grid: SourceGrid; bytes: number; run: number }>();
  let used = 0;
  let run = 0;
  let made = 0;
  const makeRoom = (bytes: number): boolean => {
    for (const [key, old] of held) {
      if (used + bytes <= most) break;
      if (old.run >= run - 1) return false;
      held.delete(key);
      used -= old.bytes;
    }
    return used + bytes <= most;
  };
  return {
    startRun: () => { run += 1; },
    made: () => made,
    gridOf: (key, make) => {
      const known = held.get(key);
      if (known !== undefined) {
        held.delete(key);
        held.set(key, { ...known, run });
        return known.grid;
      }
      const grid = make();
      made += 1;
      const bytes = (grid.tilted?.byteLength ?? 0) + grid.value.re.byteLength + grid.value.im.byteLength;
      if (makeRoom(bytes)) {
        held.set(key, { grid, bytes, run });
        used += bytes;
      }
      return grid;
    },
  };
}
