import { lazy, Suspense, useId, useRef, useState } from 'react';
import type { RiskRow } from '#core/picture/picture.ts';
import { AWAY_WORDS, useAway } from '#web/api/away-context.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import { useViewDates } from '#web/url/use-address.ts';

const EstimateForm = lazy(async () => ({ default: (await import('#web/pages/risk/EstimateForm.tsx')).EstimateForm }));

/** Opens the two questions. The engine that answers them is loaded only then. */
export function EstimateAct({ risk }: { risk: RiskRow }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const reason = useId();
  const { asOf } = useViewDates();
  const pack = usePack();
  const away = useAway();
  const label = risk.exposure === null ? 'State how often and how much' : 'State the range again';
  if (pack !== undefined) return <p className="sub">{label}: this is recorded in the live record, not in a pack.</p>;
  if (asOf !== undefined) {
    return (
      <div className="act">
        <button type="button" className="act__button" disabled aria-describedby={reason}>{label}</button>
        <p id={reason} className="sub">Off: the view is set to <DateText when={asOf} />, and a range is stated today.</p>
      </div>
    );
  }
  if (away && !open) {
    return (
      <div className="act">
        <button type="button" className="act__button" disabled aria-describedby={reason}>{label}</button>
        <p id={reason} className="sub">{AWAY_WORDS}</p>
      </div>
    );
  }
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div className="act">
      <button ref={button} type="button" className="act__button" aria-expanded={open} onClick={() => { setOpen(!open); }}>{label}</button>
      {open ? <Suspense fallback={<p className="sub">Loading the two questions …</p>}><EstimateForm risk={risk} close={close} /></Suspense> : null}
    </div>
  );
}
