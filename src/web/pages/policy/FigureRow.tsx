import { useId } from 'react';
import { isFigureName } from '#core/flags/policy-catalogue.ts';
import { messages, say } from '#language/say.ts';
import { figureText, type Draft, type FigureSetting } from '#web/pages/policy/draft.ts';
import { describedBy, SettingRow } from '#web/pages/policy/SettingRow.tsx';

const unitWords = messages({
  days: 'days', minutes: 'minutes', decisions: 'decisions', findings: 'findings', fixes: 'fixes', actions: 'actions',
  people: 'people', approvers: 'approvers', risks: 'risks',
}) satisfies Readonly<Record<Exclude<FigureSetting['unit'], 'share' | 'part'>, string>>;

/** What stands behind the field; a part of a clock says what it is before it. */
function unitOf(unit: FigureSetting['unit']): string {
  if (unit === 'part') return '';
  return unit === 'share' ? '%' : say(unitWords[unit]);
}

interface FigureRowProps {
  setting: FigureSetting;
  draft: Draft;
  change: (draft: Draft) => void;
  trouble: string | undefined;
  readOnly: boolean;
}

/** One figure with its field. */
export function FigureRow({ setting, draft, change, trouble, readOnly }: FigureRowProps) {
  const id = useId();
  const { name, unit } = setting;
  if (!isFigureName(name)) return null;
  const inForce = figureText(setting, setting.value);
  const text = draft.figures[name] ?? inForce;
  const put = (typed: string | undefined) => { change({ ...draft, figures: { ...draft.figures, [name]: typed } }); };
  const edited = text !== inForce;
  return (
    <SettingRow
      setting={setting}
      id={id}
      trouble={trouble}
      edited={edited}
      readOnly={readOnly}
      undo={() => { put(undefined); }}
      toDefault={setting.value === setting.default ? undefined : () => { put(figureText(setting, setting.default)); }}
    >
      <span className="policy-field">
        {unit === 'part' ? <span aria-hidden="true">{say('clock ÷')}</span> : null}
        <input
          id={id} type="text" inputMode="decimal" size={5} autoComplete="off" value={text} aria-describedby={describedBy(id)}
          aria-invalid={trouble !== undefined} onChange={(event) => { put(event.target.value); }}
        />
        {unitOf(unit) === '' ? null : <span>{unitOf(unit)}</span>}
      </span>
    </SettingRow>
  );
}
