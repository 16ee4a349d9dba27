import { messages, say } from '#language/say.ts';
import { findingSteps, type FindingStep } from '#core/release/finding-step.ts';
import type { MedianDays } from '#core/release/river-counts.ts';

/** The medians of one span, by the step they are of. */
export interface SpanMedians {
  shippedToFound: MedianDays;
  foundToTold: MedianDays;
  toldToDecided: MedianDays;
  decidedToFixed: MedianDays;
  foundToFixed: MedianDays;
}

export interface StepRow {
  step: FindingStep;
  before: MedianDays;
  now: MedianDays;
}

/** The steps in their order, each in two spans. */
export function stepRows(before: SpanMedians, now: SpanMedians): readonly StepRow[] {
  return findingSteps.map((step) => ({ step, before: medianOf(before, step), now: medianOf(now, step) }));
}

/** What a step is called. */
export const stepNames = messages({
  'shipped-to-found': 'Shipped to found',
  'found-to-told': 'Found to told',
  'told-to-decided': 'Told to decided',
  'decided-to-fixed': 'Decided to fixed',
  'found-to-fixed': 'Found to fixed, all',
});

/** `The longest wait of the last half year was from found to told: half took 41 days or more (12 cases)`. */
export function stepSentence(rows: readonly StepRow[]): string {
  const waits = rows.flatMap(({ step, now: { days, cases } }) => (days === null || step === 'found-to-fixed' ? [] : [{ step, days, cases }]));
  const [first] = waits;
  if (first === undefined) return say('No finding took a step from release to fix in the last half year');
  const longest = waits.reduce((most, wait) => (wait.days > most.days ? wait : most), first);
  const values = { days: Math.round(longest.days), cases: longest.cases };
  switch (longest.step) {
    case 'shipped-to-found': return say('The longest wait of the last half year was from shipped to found: half took {days, plural, one {# day} other {# days}} or more ({cases, plural, one {# case} other {# cases}})', values);
    case 'found-to-told': return say('The longest wait of the last half year was from found to told: half took {days, plural, one {# day} other {# days}} or more ({cases, plural, one {# case} other {# cases}})', values);
    case 'told-to-decided': return say('The longest wait of the last half year was from told to decided: half took {days, plural, one {# day} other {# days}} or more ({cases, plural, one {# case} other {# cases}})', values);
    case 'decided-to-fixed': return say('The longest wait of the last half year was from decided to fixed: half took {days, plural, one {# day} other {# days}} or more ({cases, plural, one {# case} other {# cases}})', values);
  }
}

function medianOf(span: SpanMedians, step: FindingStep): MedianDays {
  switch (step) {
    case 'shipped-to-found': return span.shippedToFound;
    case 'found-to-told': return span.foundToTold;
    case 'told-to-decided': return span.toldToDecided;
    case 'decided-to-fixed': return span.decidedToFixed;
    case 'found-to-fixed': return span.foundToFixed;
  }
}
