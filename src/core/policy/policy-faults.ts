import { messages, say, sayHeld } from '#language/say.ts';
import { toleranceFault, type LossTolerance, type ToleranceFault } from '#core/record/loss-tolerance.ts';
import { urgencies } from '#core/record/entities.ts';
import type { Policy } from '#core/record/policy.ts';
import { policySettings } from '#core/flags/policy-defaults.ts';
import { figureText, isFigureName } from '#core/flags/policy-catalogue.ts';
import { changedPolicy, type PolicyChanges } from '#core/policy/policy-changes.ts';
import { figureWords } from '#core/policy/setting-words.ts';

/** A value that makes no sense, where it stands in the changes, and what would. */
export interface PolicyFault {
  /** `figures.P7.share`, `tolerance.points.1.atMost`, `reserved.0`. */
  place: string;
  message: string;
}

const LONGEST_CATEGORY = 200;

/** Everything that makes no sense about changes to a policy; an empty list is a policy that can be in force. */
export function policyFaults(policy: Policy, changes: PolicyChanges): readonly PolicyFault[] {
  return [
    ...figureFaults(changes),
    ...clockFaults(policy, changes),
    ...reservedFaults(changes.reserved ?? []),
    ...currencyFaults(changes.currency ?? null),
    ...(changes.tolerance === undefined || changes.tolerance === null ? [] : curveFaults(changes.tolerance)),
  ];
}

function figureFaults({ figures = {} }: PolicyChanges): readonly PolicyFault[] {
  return Object.entries(figures).flatMap(([name, value]): PolicyFault[] => {
    const place = `figures.${name}`;
    if (!isFigureName(name)) return [{ place, message: say('No setting is called {name}.', { name }) }];
    if (value === null || value === undefined) return [];
    const { least, most, unit, label: held } = figureText(name);
    const label = sayHeld(held);
    if (!(value >= least && value <= most)) {
      return [{ place, message: say('{label} is between {least} and {most}.', { label, least: figureWords(least, unit), most: figureWords(most, unit) }) }];
    }
    return unit !== 'share' && !Number.isInteger(value) ? [{ place, message: say('{label} is a whole number.', { label }) }] : [];
  });
}

/** A more urgent risk never has more time. */
function clockFaults(policy: Policy, changes: PolicyChanges): readonly PolicyFault[] {
  const { clock } = policySettings(changedPolicy(policy, changes));
  return urgencies.flatMap((urgency, index): PolicyFault[] => {
    const slower = urgencies[index + 1];
    if (slower === undefined || clock[urgency] <= clock[slower]) return [];
    return [{
      place: `figures.clock.${changes.figures?.[`clock.${urgency}`] === undefined ? slower : urgency}`,
      message: say('A more urgent clock cannot be longer: {longer} before {shorter}.', { longer: figureWords(clock[urgency], 'days'), shorter: figureWords(clock[slower], 'days') }),
    }];
  });
}

function reservedFaults(categories: readonly string[]): readonly PolicyFault[] {
  return categories.flatMap((category, index): PolicyFault[] => {
    if (category.trim() === '') return [{ place: `reserved.${index}`, message: say('A category has a name.') }];
    return category.length > LONGEST_CATEGORY ? [{ place: `reserved.${index}`, message: say('A category has at most {most, number} characters.', { most: LONGEST_CATEGORY }) }] : [];
  });
}

function currencyFaults(currency: string | null): readonly PolicyFault[] {
  if (currency === null || /^[A-Z]{3}$/.test(currency)) return [];
  return [{ place: 'currency', message: say('A currency is three capital letters of ISO 4217, such as USD or EUR.') }];
}

const curveMessages = messages({
  'no-points': 'The curve has at least one point; take the whole curve away to have none.',
  'loss-not-positive': 'A loss is an amount above zero.',
  'chance-outside-0-to-1': 'A chance is between 0% and 100%.',
  'same-loss-twice': 'Each loss stands once.',
  'larger-loss-larger-chance': 'A larger loss cannot be accepted more often than a smaller one.',
}) satisfies Readonly<Record<ToleranceFault['kind'], string>>;

function curveFaults({ points }: LossTolerance): readonly PolicyFault[] {
  const fault = toleranceFault(points);
  if (fault === undefined) return [];
  const field = { 'no-points': '', 'loss-not-positive': '.above', 'chance-outside-0-to-1': '.atMost', 'same-loss-twice': '.above', 'larger-loss-larger-chance': '.atMost' }[fault.kind];
  const place = fault.kind === 'no-points' ? 'tolerance.points' : `tolerance.points.${fault.index}${field}`;
  return [{ place, message: say(curveMessages[fault.kind]) }];
}
