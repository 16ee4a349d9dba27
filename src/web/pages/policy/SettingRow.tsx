import type { ReactNode } from 'react';
import { say } from '#language/say.ts';
import { DateText } from '#web/ui/DateText.tsx';
import { FlagCounts } from '#web/pages/policy/FlagCounts.tsx';
import type { Setting } from '#web/pages/policy/draft.ts';
import { Said } from '#web/ui/Said.tsx';

interface SettingRowProps {
  setting: Setting;
  /** Id of the control, which `describedBy` tells its meaning and what is wrong with it. */
  id: string;
  /** The control. */
  children: ReactNode;
  trouble?: string | undefined;
  edited: boolean;
  readOnly: boolean;
  undo: () => void;
  /** Absent where the value in force is the product default. */
  toDefault?: (() => void) | undefined;
  /** A control of several fields has a legend instead of a label. */
  several?: boolean | undefined;
}

/** Ids of the texts that describe the control of a row. */
export function describedBy(id: string): string {
  return `${id}-meaning ${id}-note`;
}

/** One setting: what it means, the value in force, the product default and why, and the flags it moves. */
export function SettingRow({ setting, id, children, trouble, edited, readOnly, undo, toDefault, several = false }: SettingRowProps) {
  const { label, meaning, why, valueWords, defaultWords, changed } = setting;
  const heading = several || readOnly ? <span id={`${id}-label`}>{label}</span> : <label id={`${id}-label`} htmlFor={id}>{label}</label>;
  return (
    <div className={`policy-row${edited ? ' policy-row--edited' : ''}${several ? ' policy-row--wide' : ''}`} role="group" aria-labelledby={`${id}-label`}>
      <div>
        <h3>{heading}</h3>
        <p id={`${id}-meaning`} className="policy-row__meaning">{meaning}</p>
      </div>
      <div className="policy-row__value">
        {readOnly ? <p className="policy-row__fixed">{valueWords}</p> : children}
        <p id={`${id}-note`} className="sub">
          {trouble === undefined ? null : <span className="policy-trouble">{trouble} </span>}
          {edited ? <>{say('In force: {valueWords}.', { valueWords })}{' '}</> : null}
          {changed === null ? null : <Changed changed={changed} />}
        </p>
        {readOnly ? null : (
          <p className="policy-row__acts screen-only">
            {edited ? <button type="button" className="act__button act__button--quiet" onClick={undo}>{say('Undo')}<span className="visually-hidden"> {label}</span></button> : null}
            {!edited && toDefault !== undefined ? <button type="button" className="act__button act__button--quiet" onClick={toDefault}>{say('Use the default: {defaultWords}', { defaultWords })}<span className="visually-hidden">{' '}{say('for {label}', { label })}</span></button> : null}
          </p>
        )}
      </div>
      <p className="policy-row__why"><b>{say('Default {defaultWords}.', { defaultWords })}</b> {why}</p>
      <FlagCounts moves={setting.moves} words={setting.words} />
    </div>
  );
}

/** When and by whom the value in force was set, and what it was before. */
function Changed({ changed: { at, by, from } }: { changed: NonNullable<SettingRowProps['setting']['changed']> }) {
  const date = at === null ? null : <DateText when={at} />;
  if (date === null) return <>{by === null ? say('Changed, from {before}.', { before: from }) : say('Changed by {person}, from {before}.', { person: by, before: from })}</>;
  return by === null
    ? <Said message="Changed on {date}, from {before}." values={{ date, before: from }} />
    : <Said message="Changed on {date} by {person}, from {before}." values={{ date, person: by, before: from }} />;
}
