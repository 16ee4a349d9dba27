import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Risk } from '#core/record/entities.ts';
import { riskName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { RiskRule } from '#core/flags/flag-rule.ts';
import { money, name, theRisk } from '#core/flags/phrases.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';

const sentences = { main: '{risk} has no range in money.' } as const;
const nextSteps = {
  ask: 'Ask {person} two questions: a low and a high end, 90% sure.',
  neighbour: 'Ask {person} two questions: a low and a high end, 90% sure. A starting point: {neighbour}, {low} to {high}.',
  somebody: 'whoever knows the service best',
} as const;

export const i7NoRange: RiskRule = {
  over: 'risk',
  text: {
    id: 'I7',
    key: 'no-range',
    family: 'information',
    tier: 'second',
    leading: false,
    title: 'No range',
    subjectKind: 'risk',
    rule: 'No range, or one number for both ends, and accepted or open 14 days; on the slowest clock only once open 90 days.',
    thresholds: ['I7.days', 'I7.slowestClockDays'],
    sources: ['NIST CSF 2.0 GV.RM-06 Ex1', 'FAIR: ranges, not points'],
    sentences,
    nextSteps,
  },
  find(facts) {
    if (hasRange(facts.risk) || hasHarmRange(facts.risk)) return undefined;
    const since = firstDay(facts);
    if (facts.day < since) return undefined;
    return { since, sentence: say(sentences.main, { risk: theRisk(facts) }), nextStep: nextStep(facts) };
  },
};

function hasRange({ exposure }: Risk): boolean {
  return exposure !== undefined && exposure.low !== exposure.high;
}

/** A harm that is not money, such as people hurt: its own unit is range enough. */
function hasHarmRange({ harms = [] }: Risk): boolean {
  return harms.some(({ low, high }) => low !== high);
}

function firstDay({ index, inForce, opened, urgency }: RiskFacts): number {
  if (urgency === 'U180') return opened + index.policy.threshold('I7.slowestClockDays');
  const open = opened + index.policy.threshold('I7.days');
  return inForce?.kind === 'accept' ? Math.min(open, Math.max(opened, dayOf(inForce.at))) : open;
}

/** Asked where the work is, with a risk of the same service that has a range as the starting point. */
function nextStep({ index, risk, start }: RiskFacts): string {
  const person = start.state === 'found' ? name(index, start.personId) : say(nextSteps.somebody);
  const neighbour = neighbourOf(index, risk);
  if (neighbour?.exposure === undefined) return say(nextSteps.ask, { person });
  const { low, high } = neighbour.exposure;
  return say(nextSteps.neighbour, {
    person,
    neighbour: riskName(index.view, neighbour.id),
    low: money(index, low, 'modelled'),
    high: money(index, high, 'modelled'),
  });
}

function neighbourOf(index: RecordIndex, risk: Risk): Risk | undefined {
  for (const serviceId of risk.serviceIds) {
    for (const other of index.risksByService.get(serviceId) ?? []) {
      if (other.id !== risk.id && hasRange(other)) return other;
    }
  }
  return undefined;
}
