import { Said } from '#web/ui/Said.tsx';
import '#web/charts/chart-rows.css';
import '#web/charts/evidence-age/evidence-age.css';

/** What the marks of the age strip mean. */
export function AgeLegend() {
  return (
    <><Said message="{svg} within its agreed age, {svg2} past it, {svg3} never measured. Upright line: the agreed age." values={{ svg: <svg className="legend-mark" width={11} height={11} aria-hidden="true" focusable="false"><circle className="age-within" cx={5.5} cy={5.5} r={4} /></svg>, svg2: <svg className="legend-mark" width={11} height={11} aria-hidden="true" focusable="false"><path className="age-older" d="M5.5 0l5.5 5.5-5.5 5.5-5.5-5.5z" /></svg>, svg3: <svg className="legend-mark" width={11} height={11} aria-hidden="true" focusable="false"><rect className="age-never" x={1} y={1} width={9} height={9} /></svg> }} /></>
  );
}
