import { messages, say, sayHeld } from '#language/say.ts';
import type { Policy } from '#core/record/policy.ts';
import { DEFAULT_CURRENCY } from '#core/exposure/money-words.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';
import { clockUrgency, figureNames, figureText, isClockName, isFigureName, type FigureName } from '#core/flags/policy-catalogue.ts';
import { categoryWords, figureWords, toleranceWords } from '#core/policy/setting-words.ts';

/** What a policy may set beside its figures. */
export const matterNames = ['reserved', 'acceptanceNonDelegable', 'tolerance', 'currency'] as const;
export type MatterName = (typeof matterNames)[number];
export type SettingName = FigureName | MatterName;

/** Every setting, in the order of the page. */
export const settingNames: readonly SettingName[] = [...figureNames, ...matterNames];

const matterLabels = messages({
  reserved: 'Reserved categories',
  acceptanceNonDelegable: 'Acceptance cannot be passed on',
  tolerance: 'Loss of a year the board accepts',
  currency: 'Currency',
}) satisfies Readonly<Record<MatterName, string>>;

/** One setting that is not the same in two versions, each value in words. */
export interface SettingChange {
  name: SettingName;
  label: string;
  from: string;
  to: string;
}

/** What a version says otherwise than an earlier one, in the order of the page. Compares what is in force, gaps filled. */
export function policyDifference(before: Policy, after: Policy): readonly SettingChange[] {
  return settingNames.flatMap((name) => {
    const from = settingWords(before, name);
    const to = settingWords(after, name);
    return from === to ? [] : [{ name, label: settingLabel(name), from, to }];
  });
}

/** The value of a setting in force under a policy, in words. */
export function settingWords(policy: Policy, name: SettingName): string {
  return isFigureName(name) ? figureWords(figureInForce(policy, name), figureText(name).unit) : matterWords(policy, name);
}

export function settingLabel(name: SettingName): string {
  return isFigureName(name) ? sayHeld(figureText(name).label) : say(matterLabels[name]);
}

/** A figure under a policy: what it sets, else the product default. */
export function figureInForce(policy: Policy, name: FigureName): number {
  const { clock, threshold } = policySettings(policy);
  return isClockName(name) ? clock[clockUrgency[name]] : threshold(name);
}

function matterWords(policy: Policy, name: MatterName): string {
  const currency = policy.currency ?? DEFAULT_CURRENCY;
  switch (name) {
    case 'reserved': return categoryWords(policy.reserved ?? []);
    case 'acceptanceNonDelegable': return policy.acceptanceNonDelegable === true ? say('yes') : say('no');
    case 'currency': return currency;
    case 'tolerance': return toleranceWords(policy.tolerance ?? null, currency);
  }
}
