import { useId } from 'react';
import { messages, say } from '#language/say.ts';
import type { DecisionKind } from '#core/record/entities.ts';
import type { ActField, ActValues, StatedLevel } from '#web/features/acts/act-plan.ts';

const kindWords = messages({
  mitigate: 'Reduce it by a measure', accept: 'Accept it until the date', transfer: 'Transfer it', avoid: 'Avoid it',
  stop: 'Stop what causes it', defer: 'Decide later, by the date', 'pass-up': 'Pass it up',
}) satisfies Readonly<Record<DecisionKind, string>>;
const levelWords = messages({
  detail: 'opened the evidence itself', summary: 'saw a summary', colour: 'saw a colour only', attested: 'attested to reading it',
}) satisfies Readonly<Record<StatedLevel, string>>;
const kinds = ['mitigate', 'accept', 'transfer', 'avoid', 'stop', 'defer', 'pass-up'] as const satisfies readonly DecisionKind[];
const levels = ['detail', 'summary', 'colour', 'attested'] as const satisfies readonly StatedLevel[];

interface FieldsProps {
  fields: readonly ActField[];
  values: ActValues;
  change: (changed: Partial<ActValues>) => void;
}

/** What the person confirming may still choose. */
export function ActFields({ fields, values, change }: FieldsProps) {
  return fields.map((field) => <Field key={field} field={field} values={values} change={change} />);
}

function Field({ field, values, change }: { field: ActField; values: ActValues; change: FieldsProps['change'] }) {
  const id = useId();
  switch (field) {
    case 'date':
    case 'end-date': return (
      <p className="act-panel__field">
        <label htmlFor={id}>{field === 'date' ? say('New date') : say('Until')}</label>
        <input id={id} type="date" required value={values.date} onChange={(event) => { change({ date: event.target.value }); }} />
      </p>
    );
    case 'kind': return (
      <p className="act-panel__field">
        <label htmlFor={id}>{say('Decision')}</label>
        <select id={id} value={values.kind} onChange={(event) => { change({ kind: chosen(kinds, event.target.value) ?? values.kind }); }}>
          {kinds.map((kind) => <option key={kind} value={kind}>{say(kindWords[kind])}</option>)}
        </select>
      </p>
    );
    case 'level': return (
      <p className="act-panel__field">
        <label htmlFor={id}>{say('How closely')}</label>
        <select id={id} value={values.level} onChange={(event) => { change({ level: chosen(levels, event.target.value) ?? values.level }); }}>
          {levels.map((level) => <option key={level} value={level}>{say(levelWords[level])}</option>)}
        </select>
      </p>
    );
    case 'rationale': return (
      <p className="act-panel__field">
        <label htmlFor={id}>{say('Why')}</label>
        <textarea id={id} required rows={3} maxLength={4000} value={values.rationale} onChange={(event) => { change({ rationale: event.target.value }); }} />
      </p>
    );
  }
}

function chosen<V extends string>(options: readonly V[], text: string): V | undefined {
  return options.find((value) => value === text);
}
