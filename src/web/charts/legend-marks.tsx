import type { ReactNode } from 'react';
import '#web/charts/chart-rows.css';

/** The marks of the charts as they stand in a line of text; the words beside them say what they are. */
function Mark({ children, width = 11 }: { children: ReactNode; width?: number }) {
  return <svg className="legend-mark" width={width} height={11} viewBox={`0 0 ${width} 11`} aria-hidden="true" focusable="false">{children}</svg>;
}

export function BeforeMark() {
  return <Mark><circle className="chart-before" cx={5.5} cy={5.5} r={4} /></Mark>;
}

export function NowMark() {
  return <Mark><circle className="chart-now" cx={5.5} cy={5.5} r={4.5} /></Mark>;
}

export function InformedMark() {
  return <Mark><rect className="chart-now" x={1} y={1} width={9} height={9} /></Mark>;
}

export function DecidedMark() {
  return <Mark width={13}><path className="chart-decided" d="M6.5 0l6 11h-12z" /></Mark>;
}

export function UnsharedMark() {
  return <Mark width={24}><line className="chart-gap" x1={0} x2={24} y1={5.5} y2={5.5} /></Mark>;
}

export function StillOpenMark() {
  return <Mark width={24}><line className="chart-gap chart-gap--open" x1={0} x2={24} y1={5.5} y2={5.5} /></Mark>;
}
