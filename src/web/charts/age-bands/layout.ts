export interface AgeBandsLayout {
  width: number;
  height: number;
  pixelsPerFinding: number;
  bars: readonly { y: number; width: number; height: number }[];
}

const BAR = 14;

/** One bar a band on one linear scale from zero, as long as its count. */
export function layoutAgeBands(counts: readonly number[], { width, rowHeight, axisHeight, markAt }: { width: number; rowHeight: number; axisHeight: number; markAt: number }): AgeBandsLayout {
  const pixelsPerFinding = Math.max(1, width) / Math.max(1, ...counts);
  return {
    width,
    height: axisHeight + rowHeight * counts.length,
    pixelsPerFinding,
    bars: counts.map((count, index) => ({ y: axisHeight + rowHeight * (index + markAt) - BAR / 2, width: count * pixelsPerFinding, height: BAR })),
  };
}
