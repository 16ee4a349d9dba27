import { Said } from '#web/ui/Said.tsx';
import '#web/charts/chart-rows.css';
import '#web/charts/evidence-strip/evidence-strip.css';

/** What the marks of the evidence strip mean. */
export function StripLegend() {
  return (
    <><Said message="Each tick is one piece of evidence, on the day it is of: {svg} reached the person in detail, {svg2} has not. {svg3} decided." values={{ svg: <svg className="legend-mark" width={9} height={14} aria-hidden="true" focusable="false"><rect className="strip-seen" x={1.5} y={1} width={6} height={12} /></svg>, svg2: <svg className="legend-mark" width={9} height={14} aria-hidden="true" focusable="false"><rect className="strip-unseen" x={1.5} y={1} width={6} height={12} /></svg>, svg3: <svg className="legend-mark" width={13} height={12} aria-hidden="true" focusable="false"><path className="chart-decided" d="M6.5 0l6.5 12h-13z" /></svg> }} /></>
  );
}
