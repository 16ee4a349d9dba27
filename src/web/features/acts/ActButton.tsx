import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { namesOf } from '#web/charts/names.ts';
import { ActFields } from '#web/features/acts/ActFields.tsx';
import { sendPlanned, type ActPlan } from '#web/features/acts/act-plan.ts';
import { awayWords, useAway } from '#web/api/away-context.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { ActRefusal } from '#web/features/acts/ActRefusal.tsx';
import { useKeepReceipt } from '#web/features/acts/Receipts.tsx';
import { AsOfLink } from '#web/ui/AsOfLink.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { usePlace, useViewDates } from '#web/url/use-address.ts';
import '#web/features/acts/acts.css';

/** One act as a button. Opens what would be recorded; nothing is sent before it is confirmed there. */
export function ActButton({ plan, quiet = false }: { plan: ActPlan; quiet?: boolean }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const reason = useId();
  const { asOf } = useViewDates();
  const pack = usePack();
  const away = useAway();
  const place = usePlace();
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  if (pack !== undefined) return <p className="sub">{say('{plan}: this is recorded in the live record, not in a pack.', { plan: plan.label })}</p>;
  if (asOf !== undefined) {
    return (
      <div className="act">
        <button type="button" className={quiet ? 'act__button act__button--quiet' : 'act__button'} disabled aria-describedby={reason}>{plan.label}</button>
        <p id={reason} className="sub"><Said message="Off: the view is set to {date}, and acts are recorded today." values={{ date: <DateText when={asOf} /> }} />{place === undefined ? null : <>{' '}<AsOfLink to={place} asOf={undefined}>{say('Go to today')}</AsOfLink></>}</p>
      </div>
    );
  }
  // What is already typed stays; sending it says that nothing was recorded.
  if (away && !open) {
    return (
      <div className="act">
        <button type="button" className={quiet ? 'act__button act__button--quiet' : 'act__button'} disabled aria-describedby={reason}>{plan.label}</button>
        <p id={reason} className="sub">{awayWords()}</p>
      </div>
    );
  }
  return (
    <div className="act">
      <button ref={button} type="button" className={quiet ? 'act__button act__button--quiet' : 'act__button'} aria-expanded={open} onClick={() => { setOpen(!open); }}>{plan.label}</button>
      {open ? <Confirm plan={plan} close={close} /> : null}
    </div>
  );
}

function Confirm({ plan, close }: { plan: ActPlan; close: () => void }) {
  const picture = usePicture();
  const client = useQueryClient();
  const keep = useKeepReceipt();
  const [values, setValues] = useState(plan.initial);
  const heading = useId();
  const start = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const element = form.current;
    start.current?.focus();
    // Escape closes from anywhere inside; the same is on the button "Leave it".
    const onKey = (event: KeyboardEvent) => { if (event.key === 'Escape') close(); };
    element?.addEventListener('keydown', onKey);
    return () => { element?.removeEventListener('keydown', onKey); };
  }, [close]);
  const act = useMutation({
    mutationFn: () => sendPlanned(plan.request(values)),
    onSuccess: async (receipt) => {
      keep(receipt);
      close();
      await client.invalidateQueries();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  return (
    <form ref={form} className="act-panel" aria-labelledby={heading} onSubmit={submit}>
      <h3 ref={start} id={heading} tabIndex={-1}>{say('What will be recorded')}</h3>
      <p>{plan.records}</p>
      <dl className="act-panel__facts">
        {plan.about === '' ? null : <><dt>{say('About')}</dt><dd>{namesOf(picture).personName(plan.about)}</dd></>}
        <dt>{say('By')}</dt><dd>{say('the account you use here, with today’s date')}</dd>
        <dt>{say('For good')}</dt><dd>{say('nothing in the record is overwritten; a later entry can correct it')}</dd>
      </dl>
      <ActFields fields={plan.fields} values={values} change={(changed) => { setValues({ ...values, ...changed }); }} />
      {act.error === null ? null : <ActRefusal error={act.error} />}
      <div className="act-panel__acts">
        <button type="submit" className="act__button act__button--main" disabled={act.isPending}>{act.isPending ? say('Recording …') : say('Record it')}</button>
        <button type="button" className="act__button" onClick={close}>{say('Leave it')}</button>
      </div>
    </form>
  );
}
