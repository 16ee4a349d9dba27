import type { CardWords } from '#core/picture/sentences/prose.ts';
import type { DataRows } from '#web/ui/DataTable.tsx';

/** The words and rows of one chart, all from one pure function over the picture. */
export interface ChartWords extends CardWords {
  /** What a sighted reader takes from the drawing: construction, figures, direction. */
  alt: string;
  /** As many rows as the chart has marks, in the same order. */
  data: DataRows;
}
