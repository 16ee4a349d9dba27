import type { DataRows } from '#web/ui/DataTable.tsx';

/** The words and rows of one chart, all from one pure function over the picture. */
export interface ChartWords {
  /** The answer, with a number and a name or place. */
  headline: string;
  /** Measure, scope, period, and how to read the marks. */
  subtitle: string;
  /** What a sighted reader takes from the drawing: construction, figures, direction. */
  alt: string;
  /** As many rows as the chart has marks, in the same order. */
  data: DataRows;
}

/** `1 risk`, `4 risks`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
