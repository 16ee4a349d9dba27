import { createContext, useContext, type ReactNode } from 'react';
import { useCoarsePointer } from '#web/ui/use-coarse-pointer.ts';
import { useWidth } from '#web/ui/use-width.ts';
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
  /** Where in its row a mark stands: 0 at the top, 1 at the bottom. */
  markAt: number;
}

interface ChartRowsProps {
  rows: readonly ChartRow[];
  /** Height of a row with a fine pointer; a finger gets 44. */
  rowHeight?: number | undefined;
  /** What the figures on the right are, once for all of them. */
  valueName?: string | undefined;
  /** Width of the figures in pixels. */
  valueWidth?: number | undefined;
  /** Share of the room the words take beside the marks. */
  labelShare?: number | undefined;
  /** Width of the whole on paper. */
  printWidth?: number | undefined;
  /** The marks of all rows; asks `usePlotFrame` for its room. */
  plot: ReactNode;
}

const AXIS = 20;
const NARROW = 460;
const GAP = 12;

const PlotFrameContext = createContext<PlotFrame>({ width: 320, rowHeight: 26, axisHeight: AXIS, markAt: 0.5 });

/** The room of the plot inside `ChartRows`. */
export function usePlotFrame(): PlotFrame {
  return useContext(PlotFrameContext);
}

/**
 * Rows of a chart: the words and figures as HTML with real links, the marks between them as one picture.
 * Where there is no room for three columns the marks stand below their words.
 */
export function ChartRows({ rows, rowHeight = 26, valueName, valueWidth = 86, labelShare = 0.48, printWidth = 660, plot }: ChartRowsProps) {
  const { ref, width, measured } = useWidth<HTMLDivElement>(640, printWidth);
  const coarse = useCoarsePointer();
  const stacked = width < NARROW;
  const value = Math.min(valueWidth, width * 0.3);
  const label = Math.round((width - value - 2 * GAP) * labelShare);
  const frame: PlotFrame = stacked
    ? { width, rowHeight: coarse ? 60 : 46, axisHeight: AXIS, markAt: 0.76 }
    : { width: Math.max(1, Math.floor(width - label - value - 2 * GAP)), rowHeight: coarse ? 44 : rowHeight, axisHeight: AXIS, markAt: 0.5 };
  const columns = stacked ? 'minmax(0, 1fr) max-content' : `${label}px minmax(0, 1fr) ${value}px`;
  return (
    <div ref={ref} className={`chart-rows${stacked ? ' chart-rows--stacked' : ''}`}
      style={{ gridTemplateColumns: columns, gridTemplateRows: `${AXIS}px`, gridAutoRows: `${frame.rowHeight}px` }}>
      {valueName === undefined ? null : <span className="chart-rows__value chart-rows__value-name">{valueName}</span>}
      <ul>
        {measured && rows.map((row, index) => (
          <li key={row.key}>
            <span className="chart-rows__label" style={{ gridRow: index + 2 }}>{row.label}</span>
            <span className="chart-rows__value" style={{ gridRow: index + 2 }}>{row.value}</span>
          </li>
        ))}
      </ul>
      <div className="chart-rows__plot" style={{ gridRow: `1 / span ${rows.length + 1}` }}>
        {measured && <PlotFrameContext value={frame}>{plot}</PlotFrameContext>}
      </div>
    </div>
  );
}
