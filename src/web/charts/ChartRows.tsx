import { createContext, useContext, type ReactNode } from 'react';
import { useWidth } from '#web/ui/use-width.ts';
import { useCoarsePointer } from '#web/ui/use-coarse-pointer.ts';
import '#web/charts/chart-rows.css';

export interface ChartRow {
  key: string;
  label: ReactNode;
  value: ReactNode;
}

export interface PlotFrame {
  width: number;
  rowHeight: number;
  axisHeight: number;
}

interface ChartRowsProps {
  rows: readonly ChartRow[];
  /** Height of a row with a fine pointer; a finger gets 44. */
  rowHeight?: number | undefined;
  /** Width of the plot on paper. */
  printWidth?: number | undefined;
  /** The marks of all rows, in the column between label and value; asks `usePlotFrame` for its room. */
  plot: ReactNode;
}

const AXIS = 20;
const PlotFrameContext = createContext<PlotFrame>({ width: 320, rowHeight: 26, axisHeight: AXIS });

/** The room of the plot inside `ChartRows`. */
export function usePlotFrame(): PlotFrame {
  return useContext(PlotFrameContext);
}

/** Rows of a chart: the words and figures as HTML with real links, the marks between them as one picture. */
export function ChartRows({ rows, rowHeight = 26, printWidth = 320, plot }: ChartRowsProps) {
  const { ref, width } = useWidth<HTMLDivElement>(320, printWidth);
  const height = useCoarsePointer() ? 44 : rowHeight;
  return (
    <div className="chart-rows" style={{ gridTemplateRows: `${AXIS}px`, gridAutoRows: `${height}px` }}>
      <ul>
        {rows.map((row, index) => (
          <li key={row.key}>
            <span className="chart-rows__label" style={{ gridRow: index + 2 }}>{row.label}</span>
            <span className="chart-rows__value" style={{ gridRow: index + 2 }}>{row.value}</span>
          </li>
        ))}
      </ul>
      <div ref={ref} className="chart-rows__plot" style={{ gridRow: `1 / span ${rows.length + 1}` }}>
        <PlotFrameContext value={{ width, rowHeight: height, axisHeight: AXIS }}>{plot}</PlotFrameContext>
      </div>
    </div>
  );
}
