import { sayHeld } from '#language/say.ts';
import type { When } from '#core/time.ts';
import type { Entry } from '#core/record/entry.ts';
import type { LossTolerance } from '#core/record/loss-tolerance.ts';
import { personName } from '#core/record/names.ts';
import type { Policy } from '#core/record/policy.ts';
import type { RecordView } from '#core/record/view.ts';
import { DEFAULT_CURRENCY } from '#core/exposure/money-words.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import type { FlagId } from '#core/flags/flag.ts';
import { figureDefault, figureNames, figureText, type FigureGroup, type FigureName, type FigureUnit } from '#core/flags/policy-catalogue.ts';
import { flagRuleOf } from '#core/flags/rules.ts';
import { matterTexts } from '#core/policy/matters.ts';
import { figureInForce, matterNames, policyDifference, settingLabel, settingWords, type MatterName, type SettingChange, type SettingName } from '#core/policy/policy-difference.ts';
import { inForce, policyVersions, type PolicyVersion } from '#core/policy/policy-versions.ts';
import { shownFlags } from '#core/policy/shown-flags.ts';
import { policyWords } from '#core/policy/version-words.ts';

/** A flag and how many are up. */
export interface FlagTally {
  flag: FlagId;
  title: string;
  count: number;
}

export interface SettingCommon {
  name: SettingName;
  label: string;
  meaning: string;
  /** Why the product default is what it is. */
  why: string;
  valueWords: string;
  defaultWords: string;
  /** Flags a change can raise or clear, with how many are up. */
  moves: readonly FlagTally[];
  /** Flags whose sentence or next step it changes. */
  words: readonly FlagId[];
  /** The newest version that changed it, by whom, when and from what. `null` = never changed on the record. */
  changed: { words: string; at: When | null; by: string | null; from: string } | null;
}

export interface FigureSetting extends SettingCommon {
  kind: 'figure';
  group: FigureGroup;
  value: number;
  default: number;
  unit: FigureUnit;
  least: number;
  most: number;
  larger: 'fewer' | 'more' | 'either' | 'words-only';
}

export type MatterSetting = SettingCommon & (
  | { kind: 'reserved'; value: readonly string[]; onRecord: readonly { category: string; openRisks: number }[] }
  | { kind: 'acceptanceNonDelegable'; value: boolean }
  | { kind: 'tolerance'; value: LossTolerance | null }
  | { kind: 'currency'; value: string | null; inUse: string }
);

export type PolicySetting = FigureSetting | MatterSetting;

export interface PolicyVersionRow {
  revision: number;
  version: string;
  /** `policy 2 of 3 Mar 2026`. */
  words: string;
  recordedAt: When | null;
  recordedBy: string | null;
  reason: string | null;
  /** Against the version before it. */
  changes: readonly SettingChange[];
}

/** The policy in force on a day, setting by setting, and how it came to be. */
export interface PolicyView {
  asOf: When;
  /** The day on which changes are recorded. */
  today: When;
  revision: number;
  inForce: PolicyVersionRow;
  settings: readonly PolicySetting[];
  /** Newest first. */
  versions: readonly PolicyVersionRow[];
}

/** The policy of a view. `entries` hold its versions; those recorded after the view's day are not read. */
export function policyView(view: RecordView, entries: readonly Entry[], today: When): PolicyView {
  const versions = policyVersions(entries, view.asOf);
  const named = (policy: Policy): Policy => withNames(view, policy);
  const rows = versions.map((version, index) => versionRow(version, versions[index - 1], named));
  const newest = inForce(versions);
  const shown = shownFlags(evaluateRecord(view));
  const common = (name: SettingName, text: { meaning: string; why: string; moves: readonly FlagId[]; words: readonly FlagId[] }): SettingCommon => ({
    name,
    label: settingLabel(name),
    meaning: sayHeld(text.meaning),
    why: sayHeld(text.why),
    valueWords: settingWords(named(newest.policy), name),
    defaultWords: settingWords(versions[0].policy, name),
    moves: text.moves.map((flag) => ({ flag, title: sayHeld(flagRuleOf(flag).text.title), count: shown.get(flag)?.length ?? 0 })),
    words: text.words,
    changed: lastChange(rows, name),
  });
  return {
    asOf: view.asOf,
    today,
    revision: newest.revision,
    inForce: rows.at(-1) ?? versionRow(newest, undefined, named),
    settings: [
      ...figureNames.map((name) => figureSetting(newest, name, common(name, { ...figureText(name), why: figureDefault(name).why }))),
      ...matterNames.map((name) => matterSetting(view, newest, name, common(name, { ...matterTexts[name], words: [] }))),
    ],
    versions: rows.toReversed(),
  };
}

function figureSetting({ policy }: PolicyVersion, name: FigureName, common: SettingCommon): FigureSetting {
  const { group, unit, least, most, larger } = figureText(name);
  return { kind: 'figure', ...common, group, value: figureInForce(policy, name), default: figureDefault(name).value, unit, least, most, larger };
}

function matterSetting(view: RecordView, { policy }: PolicyVersion, name: MatterName, common: SettingCommon): MatterSetting {
  switch (name) {
    case 'reserved': return { kind: name, ...common, value: policy.reserved ?? [], onRecord: categoriesOf(view) };
    case 'acceptanceNonDelegable': return { kind: name, ...common, value: policy.acceptanceNonDelegable ?? false };
    case 'tolerance': return { kind: name, ...common, value: policy.tolerance ?? null };
    case 'currency': return { kind: name, ...common, value: policy.currency ?? null, inUse: policy.currency ?? DEFAULT_CURRENCY };
  }
}

/** Categories that open risks carry, by name. */
function categoriesOf(view: RecordView): readonly { category: string; openRisks: number }[] {
  const counts = new Map<string, number>();
  for (const id of evaluateRecord(view).risks.keys()) {
    const category = view.risks.get(id)?.category;
    if (category !== undefined) counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return [...counts].map(([category, openRisks]) => ({ category, openRisks })).sort((a, b) => (a.category < b.category ? -1 : 1));
}

function lastChange(rows: readonly PolicyVersionRow[], name: SettingName): SettingCommon['changed'] {
  for (const { changes, words, recordedAt, recordedBy } of rows.toReversed()) {
    const change = changes.find((one) => one.name === name);
    if (change !== undefined) return { words, at: recordedAt, by: recordedBy, from: change.from };
  }
  return null;
}

/** Whoever set the curve, by name where the record holds the person. */
function withNames(view: RecordView, policy: Policy): Policy {
  const { tolerance } = policy;
  if (tolerance?.setBy === undefined) return policy;
  return { ...policy, tolerance: { ...tolerance, setBy: personName(view, tolerance.setBy) } };
}

function versionRow(version: PolicyVersion, before: PolicyVersion | undefined, named: (policy: Policy) => Policy): PolicyVersionRow {
  const { revision, recordedAt, recordedBy, reason } = version;
  return {
    revision,
    version: version.version,
    words: policyWords(version.version, recordedAt),
    recordedAt,
    recordedBy,
    reason,
    changes: before === undefined ? [] : policyDifference(named(before.policy), named(version.policy)),
  };
}
