import { say } from '#language/say.ts';
import type { BodyOf, ResponseOf } from '#contract/endpoints.ts';
import { isFigureName, type FigureName } from '#core/flags/policy-catalogue.ts';
import { percent } from '#core/policy/setting-words.ts';

/** What is sent: the changes as the contract takes them. */
export type PolicyChanges = BodyOf<'policyPreview'>;
export type PolicyView = ResponseOf<'policyView'>;
export type Setting = PolicyView['settings'][number];
export type FigureSetting = Extract<Setting, { kind: 'figure' }>;
export type SettingOf<K extends Setting['kind']> = Extract<Setting, { kind: K }>;

export interface CurvePoint {
  above: string;
  /** In percent. */
  atMost: string;
}

export interface CurveDraft {
  points: readonly CurvePoint[];
  setBy: string;
  setAt: string;
  source: string;
}

/** What was typed and is not saved. Absent = untouched. */
export interface Draft {
  figures: Readonly<Partial<Record<FigureName, string>>>;
  /** One category a line. */
  reserved?: string | undefined;
  acceptanceNonDelegable?: boolean | undefined;
  currency?: string | undefined;
  tolerance?: CurveDraft | undefined;
}

export const emptyDraft: Draft = { figures: {} };

/** What a draft asks for, and what in it cannot be read, by its place. */
export interface DraftReading {
  changes: PolicyChanges;
  troubles: ReadonlyMap<string, string>;
  /** True when nothing differs from what is in force. */
  same: boolean;
}

/** The changes a draft stands for. What equals the value in force is no change; the product default is sent as `null`. */
export function readDraft(view: PolicyView, draft: Draft): DraftReading {
  const troubles = new Map<string, string>();
  const figures: Partial<Record<FigureName, number | null>> = {};
  const changes: PolicyChanges = {};
  for (const setting of view.settings) {
    switch (setting.kind) {
      case 'figure': readFigure(setting, draft, figures, troubles); break;
      case 'reserved': {
        const typed = draft.reserved?.split('\n').map((line) => line.trim()).filter((line) => line !== '');
        if (typed !== undefined && typed.join('\n') !== setting.value.join('\n')) changes.reserved = typed;
        break;
      }
      case 'acceptanceNonDelegable':
        if (draft.acceptanceNonDelegable !== undefined && draft.acceptanceNonDelegable !== setting.value) changes.acceptanceNonDelegable = draft.acceptanceNonDelegable;
        break;
      case 'currency': {
        const typed = draft.currency?.trim().toUpperCase();
        if (typed !== undefined && typed !== setting.inUse) changes.currency = typed === '' ? null : typed;
        break;
      }
      case 'tolerance': readCurve(setting, draft.tolerance, changes, troubles); break;
    }
  }
  if (Object.keys(figures).length > 0) changes.figures = figures;
  return { changes, troubles, same: Object.keys(changes).length === 0 };
}

function readFigure(setting: FigureSetting, draft: Draft, into: Partial<Record<FigureName, number | null>>, troubles: Map<string, string>): void {
  const { name } = setting;
  if (!isFigureName(name)) return;
  const text = draft.figures[name];
  if (text === undefined || text === figureText(setting, setting.value)) return;
  const typed = numberOf(text);
  if (typed === undefined) {
    troubles.set(`figures.${name}`, text.trim() === '' ? say('Type a number, or use the default.') : say('{text} is not a number.', { text }));
    return;
  }
  const value = setting.unit === 'share' ? Number((typed / 100).toPrecision(12)) : typed;
  if (value !== setting.value) into[name] = value === setting.default ? null : value;
}

function readCurve({ value }: SettingOf<'tolerance'>, draft: CurveDraft | undefined, changes: PolicyChanges, troubles: Map<string, string>): void {
  if (draft === undefined) return;
  const rows = draft.points.filter(({ above, atMost }) => above.trim() !== '' || atMost.trim() !== '');
  const points = rows.flatMap(({ above, atMost }, index) => {
    const loss = moneyOf(above);
    const chance = numberOf(atMost);
    if (loss === undefined) troubles.set(`tolerance.points.${index}.above`, say('A loss is an amount such as 5,000,000 or 5M.'));
    if (chance === undefined) troubles.set(`tolerance.points.${index}.atMost`, say('A chance is a percentage such as 20.'));
    return loss === undefined || chance === undefined ? [] : [{ above: loss, atMost: Number((chance / 100).toPrecision(12)) }];
  });
  if (rows.length === 0) {
    if (value !== null) changes.tolerance = null;
    return;
  }
  const next = { points, ...said('setBy', draft.setBy), ...said('setAt', draft.setAt), ...said('source', draft.source) };
  if (JSON.stringify(next) !== JSON.stringify(value)) changes.tolerance = next;
}

function said<K extends string>(key: K, text: string): { [P in K]?: string } {
  const entries: { [P in K]?: string } = {};
  if (text.trim() !== '') entries[key] = text.trim();
  return entries;
}

/** A curve in force as it stands in the fields. */
export function curveDraft(value: SettingOf<'tolerance'>['value']): CurveDraft {
  return {
    points: (value?.points ?? []).map(({ above, atMost }) => ({ above: grouped(above), atMost: percent(atMost) })),
    setBy: value?.setBy ?? '', setAt: value?.setAt ?? '', source: value?.source ?? '',
  };
}

/** A figure as it stands in its field: shares in percent. */
export function figureText({ unit }: Pick<FigureSetting, 'unit'>, value: number): string {
  return unit === 'share' ? percent(value) : String(value);
}

function numberOf(text: string): number | undefined {
  const plain = text.trim().replaceAll(',', '').replace(/%$/, '').trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** `5,000,000`, `5M`, `$450k`, `1.2 billion`. */
function moneyOf(text: string): number | undefined {
  const match = /^\D{0,4}?([\d,]+(?:\.\d+)?)\s*(k|m|million|b|billion)?$/i.exec(text.trim());
  const digits = numberOf(match?.[1] ?? '');
  if (digits === undefined) return undefined;
  const scale = match?.[2]?.charAt(0).toLowerCase();
  return digits * (scale === 'k' ? 1e3 : scale === 'm' ? 1e6 : scale === 'b' ? 1e9 : 1);
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
