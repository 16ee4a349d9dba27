import { Said } from '#web/ui/Said.tsx';
import { BeforeMark, DecidedMark, InformedMark, StillOpenMark, UnsharedMark } from '#web/charts/legend-marks.tsx';

/** How to read the lag chart. */
export function LagLegend() {
  return (
    <><Said message="{beforeMark} first known {unsharedMark} not shared {stillOpenMark} still not {informedMark} decision owner informed {decidedMark} decided." values={{ beforeMark: <BeforeMark />, unsharedMark: <UnsharedMark />, stillOpenMark: <StillOpenMark />, informedMark: <InformedMark />, decidedMark: <DecidedMark /> }} /></>
  );
}
