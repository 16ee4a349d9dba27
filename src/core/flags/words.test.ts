import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay, dayOf } from '#core/time.ts';
import { viewAsOf } from '#core/record/view.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import { flagIds } from '#core/flags/flag.ts';
import { figureTexts } from '#core/flags/policy-catalogue.ts';
import { clockDefaults, thresholdDefaults } from '#core/flags/policy-defaults.ts';
import { matterTexts } from '#core/policy/matters.ts';
import { proposalTexts } from '#core/flags/proposals.ts';
import { flagRuleOf, recordRules, riskRules } from '#core/flags/rules.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { company, worldOf } from '#test/support/world.ts';

/** Words that judge people, or stand in for a number. */
const never = [
  'failed', 'failure', 'neglected', 'ignored', 'missed', 'should have', 'ought to', 'blame', 'fault', 'guilty', 'culprit', 'root cause',
  'violation', 'breach', 'non-compliant', 'negligent', 'careless', 'incompetent', 'reckless', 'responsible', 'accountable',
  'unauthori[sz]ed', 'concealed', 'hid', 'withheld', 'suppressed', 'rubber-stamped', 'scapegoat', 'victim', 'dumped', 'absent', 'asleep',
  'red', 'amber', 'green', 'traffic lights?', 'grade', 'score', 'ignorance', 'unaware', 'overdue', 'high risk', 'medium', 'low risk', 'posture', 'maturity',
];

function judging(text: string): readonly string[] {
  return never.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(text));
}

const rules = [...riskRules, ...recordRules];

describe('the words of the rules', () => {
  test('every flag has one rule, and no rule is without a flag', () => {
    expect(rules.map((rule) => rule.text.id).sort()).toEqual([...flagIds].sort());
    for (const id of flagIds) expect(flagRuleOf(id).text.id).toBe(id);
  });

  test('thirteen flags lead', () => {
    expect(rules.filter((rule) => rule.text.leading).map((rule) => rule.text.id).sort()).toEqual(
      ['A1', 'A2', 'A3', 'A5', 'A8', 'A9', 'I1', 'I3', 'I6', 'P1', 'P2', 'P3', 'P8'].sort(),
    );
  });

  test('24 flags are core, 7 refine them', () => {
    const counted = rules.filter((rule) => rule.text.id !== 'A5w');
    expect(counted.filter((rule) => rule.text.tier === 'core')).toHaveLength(24);
    expect(counted.filter((rule) => rule.text.tier === 'second')).toHaveLength(7);
  });

  test.each(rules.map((rule) => rule.text))('$id has a key, a title, a source, a sentence and a next step, and judges nobody', (text) => {
    expect(text.key).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(text.sources.length).toBeGreaterThan(0);
    expect(Object.keys(text.sentences).length).toBeGreaterThan(0);
    expect(Object.keys(text.nextSteps).length).toBeGreaterThan(0);
    const shown = [text.title, text.rule, ...Object.values(text.sentences), ...Object.values(text.nextSteps)];
    for (const words of shown) expect({ words, judging: judging(words) }).toEqual({ words, judging: [] });
  });

  test('no shared proposal and no reason for a threshold judges anybody', () => {
    const reasons = [...Object.values(thresholdDefaults), ...Object.values(clockDefaults)].map(({ why }) => why);
    const settings = [...Object.values(figureTexts).flatMap(({ label, meaning }) => [label, meaning]), ...Object.values(matterTexts).flatMap(({ meaning, why }) => [meaning, why])];
    for (const words of [...Object.values(proposalTexts), ...reasons, ...settings]) expect({ words, judging: judging(words) }).toEqual({ words, judging: [] });
  });

  test('every threshold of every rule has a default with a reason', () => {
    for (const { text } of rules) for (const name of text.thresholds) expect(thresholdDefaults[name].why).not.toBe('');
    const ofNoRule = ['headsUp.days', 'headsUp.clockShare', 'source.slackDays', 'source.silenceDays', 'silence.emptyFrom', 'silence.shrunkenFrom', 'silence.shrunkenShare'];
    const used = new Set([...rules.flatMap(({ text }) => text.thresholds), ...ofNoRule]);
    expect(Object.keys(thresholdDefaults).filter((name) => ![...used].some((one) => one === name))).toEqual([]);
  });

  test('a scan that would find such a word does find it', () => {
    expect(judging('The owner ignored it.')).toEqual(['ignored']);
    expect(judging('Default values for a range.')).toEqual([]);
  });
});

describe('the words of any record', () => {
  test('what is shown has no open placeholder and no stray value, and starts no later than the day', () => {
    fc.assert(
      fc.property(arbitraryEntries, fc.integer({ min: dayOf('2024-06-01'), max: dayOf('2026-11-21') }), (entries, day) => {
        for (const flag of evaluateRecord(viewAsOf(entries, isoDay(day))).flags) {
          for (const text of [flag.sentence, flag.nextStep]) {
            expect(text).not.toMatch(/\{\w+\}|undefined|NaN|Infinity/);
            expect(text.trim()).not.toBe('');
          }
          expect(dayOf(flag.since)).toBeLessThanOrEqual(day);
        }
      }),
      { seed: 31, numRuns: 150 },
    );
  });

  test('names of people in the record come from the record', () => {
    const entries = worldOf(company, 'person nora name="Nora Lind"', 'risk r exposure={"low":1,"high":600k}');
    const [flag] = evaluateRecord(viewAsOf(entries, '2026-06-30')).flags;
    expect(flag?.sentence).toContain('Nora Lind');
    expect(flag?.nextStep).toContain('Nora Lind');
  });
});
