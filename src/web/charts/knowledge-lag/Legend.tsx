import { BeforeMark, DecidedMark, InformedMark, StillOpenMark, UnsharedMark } from '#web/charts/legend-marks.tsx';

/** How to read the lag chart. */
export function LagLegend() {
  return (
    <>
      <BeforeMark /> first known <UnsharedMark /> not shared <StillOpenMark /> still not <InformedMark /> decision owner informed <DecidedMark /> decided.
    </>
  );
}
