import { useId } from 'react';
import { say } from '#language/say.ts';
import { curveDraft, type CurveDraft, type Draft, type PolicyView, type SettingOf } from '#web/pages/policy/draft.ts';
import { CurveFields } from '#web/pages/policy/CurveFields.tsx';
import { describedBy, SettingRow } from '#web/pages/policy/SettingRow.tsx';

interface MatterProps {
  draft: Draft;
  change: (draft: Draft) => void;
  troubles: ReadonlyMap<string, string>;
  readOnly: boolean;
}

/** What is no figure: reserved categories, acceptance, the curve, the currency. */
export function MatterRows({ view, ...rest }: MatterProps & { view: PolicyView }) {
  return view.settings.map((setting) => {
    switch (setting.kind) {
      case 'figure': return null;
      case 'reserved': return <ReservedRow key={setting.name} setting={setting} {...rest} />;
      case 'acceptanceNonDelegable': return <AcceptanceRow key={setting.name} setting={setting} {...rest} />;
      case 'tolerance': return <CurveRow key={setting.name} setting={setting} {...rest} />;
      case 'currency': return <CurrencyRow key={setting.name} setting={setting} {...rest} />;
    }
  });
}

function ReservedRow({ setting, draft, change, troubles, readOnly }: MatterProps & { setting: SettingOf<'reserved'> }) {
  const id = useId();
  const inForce = setting.value.join('\n');
  const text = draft.reserved ?? inForce;
  return (
    <SettingRow
      setting={setting} id={id} edited={text !== inForce} readOnly={readOnly} trouble={first(troubles, 'reserved')}
      undo={() => { change({ ...draft, reserved: undefined }); }}
      toDefault={setting.value.length === 0 ? undefined : () => { change({ ...draft, reserved: '' }); }}
    >
      <>
        <textarea id={id} rows={Math.max(2, text.split('\n').length)} value={text} aria-describedby={describedBy(id)} onChange={(event) => { change({ ...draft, reserved: event.target.value }); }} />
        <p className="sub">{setting.onRecord.length === 0
          ? say('One a line. No open risk carries a category.')
          : say('One a line. On open risks today: {categories}.', { categories: setting.onRecord.map(({ category, openRisks }) => `${category} (${openRisks})`).join(', ') })}</p>
      </>
    </SettingRow>
  );
}

function AcceptanceRow({ setting, draft, change, readOnly }: MatterProps & { setting: SettingOf<'acceptanceNonDelegable'> }) {
  const id = useId();
  const on = draft.acceptanceNonDelegable ?? setting.value;
  return (
    <SettingRow
      setting={setting} id={id} edited={on !== setting.value} readOnly={readOnly}
      undo={() => { change({ ...draft, acceptanceNonDelegable: undefined }); }}
      toDefault={setting.value ? () => { change({ ...draft, acceptanceNonDelegable: false }); } : undefined}
    >
      <select id={id} value={on ? 'yes' : 'no'} aria-describedby={describedBy(id)} onChange={(event) => { change({ ...draft, acceptanceNonDelegable: event.target.value === 'yes' }); }}>
        <option value="no">{say('no')}</option>
        <option value="yes">{say('yes')}</option>
      </select>
    </SettingRow>
  );
}

function CurrencyRow({ setting, draft, change, troubles, readOnly }: MatterProps & { setting: SettingOf<'currency'> }) {
  const id = useId();
  const text = draft.currency ?? setting.inUse;
  return (
    <SettingRow
      setting={setting} id={id} edited={text !== setting.inUse} readOnly={readOnly} trouble={troubles.get('currency')}
      undo={() => { change({ ...draft, currency: undefined }); }}
    >
      <span className="policy-field">
        <input id={id} type="text" size={5} autoComplete="off" value={text} aria-describedby={describedBy(id)} aria-invalid={troubles.has('currency')} onChange={(event) => { change({ ...draft, currency: event.target.value }); }} />
      </span>
    </SettingRow>
  );
}

function CurveRow({ setting, draft, change, troubles, readOnly }: MatterProps & { setting: SettingOf<'tolerance'> }) {
  const id = useId();
  const curve = draft.tolerance ?? curveDraft(setting.value);
  const put = (next: CurveDraft | undefined) => { change({ ...draft, tolerance: next }); };
  return (
    <SettingRow
      several setting={setting} id={id} edited={draft.tolerance !== undefined} readOnly={readOnly} trouble={first(troubles, 'tolerance')}
      undo={() => { put(undefined); }}
      toDefault={setting.value === null ? undefined : () => { put(curveDraft(null)); }}
    >
      <CurveFields curve={curve} change={put} describedBy={describedBy(id)} />
    </SettingRow>
  );
}

/** The first trouble at a place or below it. */
function first(troubles: ReadonlyMap<string, string>, place: string): string | undefined {
  for (const [at, message] of troubles) if (at === place || at.startsWith(`${place}.`)) return message;
  return undefined;
}
