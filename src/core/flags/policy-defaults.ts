import { DEFAULT_POLICY_VERSION } from '#core/flags/default-policy-version.ts';
import { messages } from '#language/say.ts';
import { urgencies, type Urgency } from '#core/record/entities.ts';
import type { LossTolerance } from '#core/record/loss-tolerance.ts';
import type { Policy } from '#core/record/policy.ts';

/** A figure a rule compares with, and why it is that figure. Every one can be set by the organisation's policy. */
export interface Threshold {
  value: number;
  /** A message, said where it is shown: `sayHeld(why)`. */
  why: string;
}

/** Days to act for each urgency: the bands of CISA BOD 26-04, with "next upgrade" set to 180 days. */
export const clockDefaults: Readonly<Record<Urgency, Threshold>> = messages({
  U3: { value: 3, why: 'Reachable, total control, and exploited or automatable: the first band of BOD 26-04.' },
  U14: { value: 14, why: 'Reachable and exploited or automatable, or exploited with total control: its second band.' },
  U60: { value: 60, why: 'Everything else, and whenever data is missing: its third band.' },
  U180: { value: 180, why: 'Internal, known not exploited and not automatable, or no finding: its last band, as half a year.' },
});

/** Every threshold of every rule, by the name a policy overrides it with. */
export const thresholdDefaults = messages({
  'clock.ownerShare': { value: 20, why: 'A name is due within clock / 20: 0, 0, 3 and 9 days. Product default; no standard states a fraction.' },
  'clock.briefShare': { value: 6, why: 'Five sixths of the time must remain for acting: 1, 2, 10 and 30 days. Product default; no standard states a fraction.' },
  'headsUp.days': { value: 2, why: 'Time to add a line or to fix it, and short of the next meeting. Product default; no standard gives one.' },
  'headsUp.clockShare': { value: 6, why: 'As long as showing may take, and no longer: on a clock of six days a day, on a shorter one none. Product default; no standard states a fraction.' },
  'brief.minutesAPiece': { value: 5, why: 'Minutes to read one piece of evidence. Product default.' },
  'grantDown.days': { value: 90, why: 'A grant made for one decision ends after a quarter.' },
  'emergency.days': { value: 3, why: 'Act first, report within three days: the pattern of 14 CFR 91.3(b)-(c).' },
  'beforeRecords.days': { value: 60, why: 'Decisions brought in during the first 60 days were made before there was a record.' },
  'A5w.days': { value: 30, why: 'Notice one committee cycle ahead.' },
  'A6.clockShare': { value: 2, why: 'Many signatures that come quickly are no problem; half the clock is not quick.' },
  'A6.deciders': { value: 1, why: 'One person decides (Bain RAPID).' },
  'A6.vetoes': { value: 3, why: 'Security, legal or privacy, and finance: the widest ordinary set.' },
  'A7.days': { value: 365, why: 'One year of decisions.' },
  'A7.n': { value: 3, why: 'The smallest number that is a pattern.' },
  'A7.share': { value: 0.5, why: 'Below half, somebody else is the usual decider.' },
  'A8.days': { value: 180, why: 'Two quarters of recorded actions.' },
  'A8.actions': { value: 3, why: 'Fewer than three actions name nobody.' },
  'A8.share': { value: 0.5, why: 'At least half the weight of what was done.' },
  'A11.days': { value: 30, why: 'One review cycle (NIST SP 800-37 appendix F: the new official reviews and signs).' },
  'I6.scanU3': { value: 7, why: 'Weekly scans are the usual practice (Senate PSI on Equifax, p. 42).' },
  'I6.scanU14': { value: 14, why: 'CISA BOD 23-01 asks for enumeration every 14 days.' },
  'I6.scan': { value: 45, why: 'Monthly, with slack.' },
  'I6.metric': { value: 35, why: 'Monthly, with a few days of slack.' },
  'I6.attestation': { value: 90, why: 'Quarterly.' },
  'I6.statement': { value: 90, why: 'Quarterly.' },
  'I6.assessment': { value: 180, why: 'Half-yearly.' },
  'I6.audit': { value: 365, why: 'Yearly.' },
  'I6.test': { value: 365, why: 'Yearly.' },
  'I6.coverageExposed': { value: 0.95, why: 'Five not looked at in a hundred is the most one can call clean. Product default.' },
  'I6.coverageInternal': { value: 0.8, why: 'Internal services can be reached by fewer. Product default.' },
  'I7.days': { value: 14, why: 'Two weeks to state a range.' },
  'I7.slowestClockDays': { value: 90, why: 'On the slowest clock a range is due after half of it.' },
  'P1.days': { value: 14, why: 'Two weeks to set a date.' },
  'P2.days': { value: 3, why: 'BOD 19-02 asks for the reasons within three working days.' },
  'P2.daysWhenRaisedBefore': { value: 30, why: 'Raised before its date, it has a month.' },
  'P3.days': { value: 365, why: 'Annual re-approval is the usual policy maximum.' },
  'P4.days': { value: 180, why: 'Two quarters.' },
  'P4.n': { value: 10, why: 'Fewer decisions than ten show no pattern.' },
  'P4.share': { value: 0.6, why: 'Clearly more than half at ten decisions. Product default.' },
  'P5.days': { value: 90, why: 'One quarter.' },
  'P5.n': { value: 5, why: 'Fewer fixes than five show no pattern.' },
  'P5.share': { value: 0.25, why: 'One in four is routine, not rescue. Product default.' },
  'P6.days': { value: 7, why: 'A week to trace an origin. Product default.' },
  'P6.n': { value: 10, why: 'Fewer findings than ten show no share.' },
  'P6.share': { value: 0.2, why: 'One in five without an origin. Product default.' },
  'P7.days': { value: 180, why: 'Two quarters.' },
  'P7.n': { value: 10, why: 'Fewer decisions than ten show no pattern; a small firm raises it.' },
  'P7.share': { value: 0.5, why: 'A majority.' },
  'P7.waiting': { value: 15, why: 'About one a day for three weeks. Product default.' },
  'P9.days': { value: 180, why: 'Two quarters.' },
  'P9.n': { value: 3, why: 'Once is chance, twice coincidence. Product default.' },
  'P11.days': { value: 90, why: 'A block is tested every quarter.' },
  'source.slackDays': { value: 1, why: 'A nightly job that slips past midnight is no silence. Product default.' },
  'source.silenceDays': { value: 45, why: 'Monthly, with slack, as long as a scan stays good. Product default.' },
  'silence.emptyFrom': { value: 5, why: 'Fewer may well be fixed in one go. Product default.' },
  'silence.shrunkenFrom': { value: 20, why: 'Half of fewer than twenty is one good week. Product default.' },
  'silence.shrunkenShare': { value: 0.5, why: 'More than half gone at once is likelier a scanner that did not run than as many fixes. Product default.' },
}) satisfies Record<string, Threshold>;

export type ThresholdName = keyof typeof thresholdDefaults;

/** A policy with every gap filled by the product default. */
export interface PolicySettings {
  version: string;
  /** Days to act. */
  clock: Readonly<Record<Urgency, number>>;
  threshold(name: ThresholdName): number;
  isReserved(category: string | undefined): boolean;
  acceptanceNonDelegable: boolean;
  currency: string | undefined;
  /** Loss of a year the governing body accepts; undefined where it set none. */
  tolerance: LossTolerance | undefined;
}

export function policySettings(policy: Policy): PolicySettings {
  const { clock: days, thresholds, reserved, acceptanceNonDelegable = false } = policy;
  const changed = days !== undefined || thresholds !== undefined || reserved !== undefined || acceptanceNonDelegable;
  const clock = { U3: 0, U14: 0, U60: 0, U180: 0 };
  for (const urgency of urgencies) clock[urgency] = policy.clock?.[urgency] ?? clockDefaults[urgency].value;
  return {
    version: policy.version ?? (changed ? `${DEFAULT_POLICY_VERSION} with changes` : DEFAULT_POLICY_VERSION),
    clock,
    threshold: (name) => policy.thresholds?.[name] ?? thresholdDefaults[name].value,
    isReserved: (category) => category !== undefined && (policy.reserved?.includes(category) ?? false),
    acceptanceNonDelegable: policy.acceptanceNonDelegable ?? false,
    currency: policy.currency,
    tolerance: policy.tolerance,
  };
}
