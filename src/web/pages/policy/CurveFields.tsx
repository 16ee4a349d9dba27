import { useId } from 'react';
import { say } from '#language/say.ts';
import type { CurveDraft, CurvePoint } from '#web/pages/policy/draft.ts';

interface CurveFieldsProps {
  curve: CurveDraft;
  change: (curve: CurveDraft) => void;
  describedBy: string;
}

/** The points of the tolerance curve, and who set it. */
export function CurveFields({ curve, change, describedBy }: CurveFieldsProps) {
  const id = useId();
  const { points } = curve;
  const put = (index: number, point: Partial<CurvePoint>) => {
    change({ ...curve, points: points.map((one, at) => (at === index ? { ...one, ...point } : one)) });
  };
  return (
    <div className="policy-curve" aria-describedby={describedBy}>
      {points.length === 0 ? <p className="sub">{say('No curve is set.')}</p> : (
        <ol>
          {points.map(({ above, atMost }, index) => (
            // Points have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="policy-field">
              <label htmlFor={`${id}-above-${index}`}>{say('More than')}<span className="visually-hidden">{' '}{say('this loss in a year, point {point, number}', { point: index + 1 })}</span></label>
              <input id={`${id}-above-${index}`} type="text" size={11} autoComplete="off" value={above} onChange={(event) => { put(index, { above: event.target.value }); }} />
              <label htmlFor={`${id}-most-${index}`}>{say('in at most')}<span className="visually-hidden">{' '}{say('this share, point {point, number},', { point: index + 1 })}</span></label>
              <input id={`${id}-most-${index}`} type="text" inputMode="decimal" size={4} autoComplete="off" value={atMost} onChange={(event) => { put(index, { atMost: event.target.value }); }} />
              <span>{say('% of years')}</span>
              <button type="button" className="act__button act__button--quiet screen-only" onClick={() => { change({ ...curve, points: points.filter((_, at) => at !== index) }); }}>{say('Take out')}<span className="visually-hidden">{' '}{say('point {point, number}', { point: index + 1 })}</span></button>
            </li>
          ))}
        </ol>
      )}
      <p><button type="button" className="act__button act__button--quiet screen-only" onClick={() => { change({ ...curve, points: [...points, { above: '', atMost: '' }] }); }}>{say('Add a point')}</button></p>
      {points.length === 0 ? null : (
        <div className="policy-curve__set">
          <p><label htmlFor={`${id}-by`}>{say('Set by')}</label><input id={`${id}-by`} type="text" value={curve.setBy} onChange={(event) => { change({ ...curve, setBy: event.target.value }); }} /></p>
          <p><label htmlFor={`${id}-at`}>{say('On')}</label><input id={`${id}-at`} type="date" value={curve.setAt} onChange={(event) => { change({ ...curve, setAt: event.target.value }); }} /></p>
          <p><label htmlFor={`${id}-source`}>{say('Written down in')}</label><input id={`${id}-source`} type="text" value={curve.source} onChange={(event) => { change({ ...curve, source: event.target.value }); }} /></p>
        </div>
      )}
    </div>
  );
}
