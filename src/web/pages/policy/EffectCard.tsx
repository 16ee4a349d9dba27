import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { readinessStates } from '#core/picture/readiness.ts';
import { say } from '#language/say.ts';
import { awayWords, useAway } from '#web/api/away-context.ts';
import { RequestProblem } from '#web/api/problem.ts';
import { sendAct } from '#web/api/request.ts';
import { ActRefusal } from '#web/features/acts/ActRefusal.tsx';
import { useKeepReceipt } from '#web/features/acts/Receipts.tsx';
import type { DraftReading, PolicyView } from '#web/pages/policy/draft.ts';
import { EffectRows } from '#web/pages/policy/EffectRows.tsx';
import { PREVIEW, type Preview, type usePreview } from '#web/pages/policy/use-preview.ts';
import { readinessWords } from '#web/ui/OwnerGlyph.tsx';
import { Said } from '#web/ui/Said.tsx';

interface EffectCardProps {
  view: PolicyView;
  reading: DraftReading;
  preview: ReturnType<typeof usePreview>;
  reload: () => void;
  /** Takes back everything that was typed. */
  discard: () => void;
}

/** What the changes typed so far would do to the flags of today, and the one button that records them. */
export function EffectCard({ view, reading, preview, reload, discard }: EffectCardProps) {
  const heading = useId();
  const { same, troubles } = reading;
  const known = same || troubles.size > 0 ? undefined : preview.data;
  const said = saidOf(reading, preview);
  return (
    <>
      <section id="effect" className="card policy-effect" aria-labelledby={heading}>
        <h2 id={heading}>{say('What the changes would do')}</h2>
        <output className="policy-effect__said" aria-busy={!same && preview.behind}>{said.replaceAll(' →', '\u00A0→').replaceAll('→ ', '→\u00A0')}</output>
        {preview.error === null || same || troubles.size > 0 ? null : <Refusal error={preview.error} />}
        {known === undefined ? null : (
          <>
            <EffectRows flags={known.flags} />
            <ReadinessChange readiness={known.readiness} />
            <h3>{say('Changed')}</h3>
            <ul className="policy-effect__changes">
              {known.changes.map(({ name, label, from, to }) => <li key={name}><Said message="{setting}: {now}, was {before}" values={{ setting: label, now: <b>{to}</b>, before: from }} /></li>)}
            </ul>
            <SaveForm view={view} reading={reading} ready={!preview.behind && preview.error === null} reload={reload} discard={discard} />
          </>
        )}
      </section>
      {same ? null : <p className="policy-bar screen-only"><span aria-hidden="true">{said}</span> <a href="#effect">{known === undefined ? say('See why') : say('See it by name, and save')}</a></p>}
    </>
  );
}

/** Why the values make no policy; each message stands at its field too. */
function Refusal({ error }: { error: Error }) {
  const messages = error instanceof RequestProblem ? (error.problem.errors ?? []).map(({ message }) => message) : [];
  return (
    <div className="policy-effect__changes" role="alert">
      {[...new Set(messages.length === 0 ? [error.message] : messages)].map((message) => <p key={message}>{message}</p>)}
    </div>
  );
}

function saidOf({ same, troubles }: DraftReading, { data, behind, error }: EffectCardProps['preview']): string {
  if (same && troubles.size === 0) return say('Nothing is changed yet. Change a value: before anything is saved, this shows which flags would appear and which would go, by name.');
  if (troubles.size > 0) return say('{count, plural, one {# value cannot be read: see the marked field.} other {# values cannot be read: see the marked fields.}}', { count: troubles.size });
  if (error !== null) return say('With these values there is no effect to show:');
  return data === undefined || behind ? say('Working it out on today’s record …') : data.sentence;
}

function ReadinessChange({ readiness: { before, after } }: Pick<Preview, 'readiness'>) {
  const changed = readinessStates.filter((state) => before[state] !== after[state]);
  if (changed.length === 0) return <p className="sub">{say('Who can decide and who has seen it stays as it is for every open risk.')}</p>;
  return (
    <>
      <h3>{say('Open risks by state')}</h3>
      <ul className="policy-effect__changes">
        {changed.map((state) => <li key={state}>{say(readinessWords[state])}: {before[state]} → <b>{after[state]}</b></li>)}
      </ul>
    </>
  );
}

interface SaveFormProps extends Pick<EffectCardProps, 'view' | 'reading' | 'reload' | 'discard'> {
  /** False while the effect of the newest typing is not known. */
  ready: boolean;
}

function SaveForm({ view, reading, ready, reload, discard }: SaveFormProps) {
  const id = useId();
  const client = useQueryClient();
  const keep = useKeepReceipt();
  const [reason, setReason] = useState('');
  const [version, setVersion] = useState('');
  const away = useAway();
  const save = useMutation({
    mutationFn: () => sendAct('policySave', {}, {
      ...reading.changes, base: view.revision, reason, version: version.trim() === '' ? undefined : version.trim(),
    }),
    onSuccess: async (receipt) => {
      keep(receipt);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== PREVIEW });
      discard();
    },
  });
  const stale = save.error instanceof RequestProblem && save.error.status === 409;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="policy-save screen-only" onSubmit={submit} aria-label={say('Save a version')}>
      <p className="act-panel__field">
        <label htmlFor={`${id}-reason`}>{say('Why it is changed (kept with the version)')}</label>
        <textarea id={`${id}-reason`} required rows={2} maxLength={2000} value={reason} onChange={(event) => { setReason(event.target.value); }} />
      </p>
      <p className="act-panel__field">
        <label htmlFor={`${id}-version`}>{say('Name of the version (empty: the next number)')}</label>
        <input id={`${id}-version`} type="text" maxLength={60} value={version} onChange={(event) => { setVersion(event.target.value); }} />
      </p>
      <p className="sub">{say('Recorded today, by the account you use here. Earlier versions, and what was judged by them, stay.')}</p>
      {away ? <p className="sub">{awayWords()}</p> : null}
      {save.error === null ? null : <ActRefusal error={save.error} />}
      {stale ? <p><button type="button" className="act__button" onClick={() => { save.reset(); reload(); }}>{say('Load the policy again, keep what I typed')}</button></p> : null}
      <div className="act-panel__acts">
        <button type="submit" className="act__button act__button--main" disabled={!ready || save.isPending || away}>{save.isPending ? say('Saving …') : say('Save this version')}</button>
        <button type="button" className="act__button" onClick={discard}>{say('Leave it as it is')}</button>
      </div>
    </form>
  );
}
