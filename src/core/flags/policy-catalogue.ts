import { messages } from '#language/say.ts';
import type { Urgency } from '#core/record/entities.ts';
import type { FlagId } from '#core/flags/flag.ts';
import { clockDefaults, thresholdDefaults, type Threshold, type ThresholdName } from '#core/flags/policy-defaults.ts';

/** The name of a figure a policy may set: a clock, or a threshold by the name a policy overrides it with. */
export type FigureName = ClockName | ThresholdName;

export const figureGroups = ['clocks', 'authority', 'information', 'process'] as const;
export type FigureGroup = (typeof figureGroups)[number];

/** What a figure counts. A `share` is between 0 and 1; a `part` is n in "clock / n". */
export type FigureUnit =
  | 'days' | 'minutes' | 'share' | 'part' | 'decisions' | 'findings' | 'fixes' | 'actions' | 'people' | 'approvers' | 'risks';

/** A figure in plain words, with the values that make sense and the flags it moves. */
export interface FigureText {
  group: FigureGroup;
  /** A message, said where it is shown: `sayHeld(label)`. */
  label: string;
  /** One sentence a board member can read without knowing the rule; a message too. */
  meaning: string;
  unit: FigureUnit;
  /** Smallest and largest value taken, both included. */
  least: number;
  most: number;
  /** Flags that a change of the figure can raise or clear. */
  moves: readonly FlagId[];
  /** Flags whose sentence or next step it changes and that stand as they did. */
  words: readonly FlagId[];
  /** What a larger figure does to the number of flags; a longer window can do either. */
  larger: 'fewer' | 'more' | 'either' | 'words-only';
}

const days = { unit: 'days', least: 1, most: 3_650 } as const;
const share = { unit: 'share', least: 0.01, most: 1 } as const;
const number = { least: 1, most: 1_000 } as const;
const fewer = { words: [], larger: 'fewer' } as const;
const more = { words: [], larger: 'more' } as const;
const either = { words: [], larger: 'either' } as const;
const wording = { moves: [], larger: 'words-only' } as const;

const clocked = ['A1', 'A2', 'A6', 'A11', 'I1', 'I2', 'I3', 'I6', 'P1', 'P8'] as const;
const clock = { group: 'clocks', ...days, most: 730, ...fewer, moves: clocked } as const;
const measured = { group: 'information', ...days, ...fewer, moves: ['I6'] } as const;

/** Every figure of the policy. The one source for the page, the checks and the sentences about a change. */
export const figureTexts = {
  'clock.U3': { ...clock, moves: [...clocked, 'P5'], ...messages({ label: 'Clock: total control, used in attacks', meaning: 'Days to act when a risk can be reached from outside, gives total control, and is exploited or can be automated.' }) },
  'clock.U14': { ...clock, ...messages({ label: 'Clock: used in attacks', meaning: 'Days to act when a risk can be reached and is exploited or can be automated, or is exploited with total control.' }) },
  'clock.U60': { ...clock, ...messages({ label: 'Clock: everything else', meaning: 'Days to act on every other risk, and wherever data is missing.' }) },
  'clock.U180': { ...clock, ...messages({ label: 'Clock: internal or without a finding', meaning: 'Days to act when a risk is internal, known not exploited and not automatable, or rests on no finding.' }) },
  'clock.ownerShare': { group: 'clocks', ...messages({ label: 'Time to name somebody', meaning: 'A risk needs a named person within its clock divided by this number.' }), ...number, unit: 'part', ...more, moves: ['A1', 'A2'] },
  'clock.briefShare': { group: 'clocks', ...messages({ label: 'Time to show it', meaning: 'What is known reaches the deciding person within the clock divided by this number, and never sooner than a day.' }), ...number, unit: 'part', ...more, moves: ['I1', 'I2', 'I3', 'I6'] },
  'headsUp.days': { group: 'clocks', ...messages({ label: 'Heads-up first', meaning: 'Whoever a condition names sees it this long before anyone above them does. On the most urgent clock everybody sees it at once.' }), ...days, least: 0, most: 30, ...wording, words: [] },
  'headsUp.clockShare': { group: 'clocks', ...messages({ label: 'Heads-up first: share of the clock', meaning: 'The heads-up takes at most the clock divided by this number, in whole days.' }), ...number, unit: 'part', ...wording, words: [] },

  'grantDown.days': { group: 'authority', ...messages({ label: 'Length of a grant for one decision', meaning: 'A grant proposed so that somebody closer to the work can decide ends after this time.' }), ...days, ...wording, words: ['A3', 'A9'] },
  'emergency.days': { group: 'authority', ...messages({ label: 'Time to report an emergency decision', meaning: 'A decision made during an incident is not questioned before this time has passed.' }), ...days, least: 0, most: 90, ...fewer, moves: ['A7', 'A10', 'I4'] },
  'beforeRecords.days': { group: 'authority', ...messages({ label: 'Time to bring in old decisions', meaning: 'Decisions older than the record are not questioned when they are entered within this time of its first day.' }), ...days, least: 0, ...fewer, moves: ['A10', 'I4'] },
  'A5w.days': { group: 'authority', ...messages({ label: 'Notice before authority ends', meaning: 'A grant that ends within this time is pointed out.' }), ...days, most: 365, ...more, moves: ['A5w'] },
  'A6.clockShare': { group: 'authority', ...messages({ label: 'Time for several deciders', meaning: 'Several deciders are pointed out once the clock divided by this number has passed without a decision.' }), ...number, unit: 'part', ...more, moves: ['A6'] },
  'A6.deciders': { group: 'authority', ...messages({ label: 'People who decide one risk', meaning: 'More people than this with the role of deciding are too many.' }), ...number, unit: 'people', ...fewer, moves: ['A6'] },
  'A6.vetoes': { group: 'authority', ...messages({ label: 'Approvers who can block', meaning: 'More approvers than this are too many.' }), ...number, unit: 'approvers', ...fewer, moves: ['A6'] },
  'A7.days': { group: 'authority', ...messages({ label: 'Paper and practice: decisions looked at', meaning: 'Who decides in practice is read from the decisions of this time.' }), ...days, ...either, moves: ['A7'] },
  'A7.n': { group: 'authority', ...messages({ label: 'Paper and practice: fewest decisions', meaning: 'With fewer decisions than this nothing is said.' }), ...number, unit: 'decisions', ...fewer, moves: ['A7'] },
  'A7.share': { group: 'authority', ...messages({ label: 'Paper and practice: share made by the person on paper', meaning: 'Below this share somebody else is the usual decider.' }), ...share, ...more, moves: ['A7'] },
  'A8.days': { group: 'authority', ...messages({ label: 'Carried by security: actions looked at', meaning: 'Who carries a risk that nobody is named for is read from the actions of this time.' }), ...days, ...either, moves: ['A8'] },
  'A8.actions': { group: 'authority', ...messages({ label: 'Carried by security: fewest actions', meaning: 'With fewer actions than this nobody counts as carrying it.' }), ...number, unit: 'actions', ...fewer, moves: ['A8'] },
  'A8.share': { group: 'authority', ...messages({ label: 'Carried by security: share of the work', meaning: 'One person counts as carrying a risk with at least this share of the weight of what was done.' }), ...share, ...fewer, moves: ['A8'] },
  'A11.days': { group: 'authority', ...messages({ label: 'Time to take a decision over', meaning: 'A new decision owner decides again within this time, or within the clock where that is shorter.' }), ...days, ...fewer, moves: ['A11'] },

  'brief.minutesAPiece': { group: 'information', ...messages({ label: 'Minutes to read one piece', meaning: 'How long reading one piece of evidence is said to take.' }), unit: 'minutes', least: 1, most: 480, ...wording, words: ['A3', 'A9', 'I1', 'I2', 'I4'] },
  'I6.scanU3': { ...measured, ...messages({ label: 'A scan, on the 3-day clock', meaning: 'How long a scan on the most urgent clock counts as a measurement.' }) },
  'I6.scanU14': { ...measured, ...messages({ label: 'A scan, on the 14-day clock', meaning: 'How long a scan on the second clock counts as a measurement.' }) },
  'I6.scan': { ...measured, ...messages({ label: 'A scan, on the other clocks', meaning: 'How long a scan on the two slower clocks counts as a measurement.' }) },
  'I6.metric': { ...measured, ...messages({ label: 'A metric', meaning: 'How long a metric counts as a measurement.' }) },
  'I6.attestation': { ...measured, ...messages({ label: 'An attestation', meaning: 'How long an attestation counts as a measurement.' }) },
  'I6.statement': { ...measured, ...messages({ label: 'A statement', meaning: 'How long a statement counts as a measurement.' }) },
  'I6.assessment': { ...measured, ...messages({ label: 'An assessment', meaning: 'How long an assessment counts as a measurement.' }) },
  'I6.audit': { ...measured, ...messages({ label: 'An audit', meaning: 'How long an audit counts as a measurement.' }) },
  'I6.test': { ...measured, ...messages({ label: 'A test', meaning: 'How long a test counts as a measurement.' }) },
  'I6.coverageExposed': { group: 'information', ...messages({ label: 'Coverage of a clean result, reachable', meaning: 'A result without a hit counts when it looked at this share of a service that can be reached from outside, or nobody knows.' }), ...share, ...more, moves: ['I6'] },
  'I6.coverageInternal': { group: 'information', ...messages({ label: 'Coverage of a clean result, internal', meaning: 'A result without a hit counts when it looked at this share of an internal service.' }), ...share, ...more, moves: ['I6'] },
  'source.slackDays': { group: 'information', ...messages({ label: 'A source that comes by itself: slack', meaning: 'A source is called quiet when it stays away this much longer than it ever did before.' }), ...days, least: 0, most: 365, ...wording, words: [] },
  'source.silenceDays': { group: 'information', ...messages({ label: 'A source that came once', meaning: 'A pipeline that has sent once is called quiet when nothing follows within this time.' }), ...days, ...wording, words: [] },
  'silence.emptyFrom': { group: 'information', ...messages({ label: 'An empty scan: fewest findings before', meaning: 'A scan that finds none of as many or more is held for a person, and none of them counts as fixed.' }), ...number, unit: 'findings', ...wording, words: [] },
  'silence.shrunkenFrom': { group: 'information', ...messages({ label: 'A shrunken scan: fewest findings before', meaning: 'A scan of fewer findings than this may lose any share of them without a second look.' }), ...number, unit: 'findings', ...wording, words: [] },
  'silence.shrunkenShare': { group: 'information', ...messages({ label: 'A shrunken scan: share that is gone', meaning: 'A scan that no longer finds more than this share is held for a person, and nothing counts as fixed.' }), ...share, ...wording, words: [] },
  'I7.days': { group: 'information', ...messages({ label: 'Time to state a range', meaning: 'A risk has a range in money within this time of being opened.' }), ...days, ...fewer, moves: ['I7'] },
  'I7.slowestClockDays': { group: 'information', ...messages({ label: 'Time to state a range, slowest clock', meaning: 'On the slowest clock a risk has a range in money within this time of being opened.' }), ...days, ...fewer, moves: ['I7'] },

  'P1.days': { group: 'process', ...messages({ label: 'Time to set a date', meaning: 'A risk has a due date or a review date within this time, or within its clock where that is shorter.' }), ...days, ...fewer, moves: ['P1'] },
  'P2.days': { group: 'process', ...messages({ label: 'Time to raise what is past its date', meaning: 'A risk that is past its date is raised within this time.' }), ...days, most: 365, ...fewer, moves: ['P2'] },
  'P2.daysWhenRaisedBefore': { group: 'process', ...messages({ label: 'The same, raised before its date', meaning: 'A risk that was raised before its date is raised again within this time after it.' }), ...days, ...fewer, moves: ['P2'] },
  'P3.days': { group: 'process', ...messages({ label: 'Longest acceptance without an end', meaning: 'An acceptance without an end date holds for this time.' }), ...days, ...fewer, moves: ['P3'] },
  'P4.days': { group: 'process', ...messages({ label: 'Decided because something happened: decisions looked at', meaning: 'What set decisions off is read from the decisions of this time.' }), ...days, ...either, moves: ['P4'] },
  'P4.n': { group: 'process', ...messages({ label: 'Decided because something happened: fewest decisions', meaning: 'With fewer decisions than this nothing is said.' }), ...number, unit: 'decisions', ...fewer, moves: ['P4'] },
  'P4.share': { group: 'process', ...messages({ label: 'Decided because something happened: share', meaning: 'From this share of decisions set off by an event on, it is pointed out.' }), ...share, ...fewer, moves: ['P4'] },
  'P5.days': { group: 'process', ...messages({ label: 'Fixed by security: fixes looked at', meaning: 'Who fixes the findings of a team is read from the fixes of this time.' }), ...days, ...either, moves: ['P5'] },
  'P5.n': { group: 'process', ...messages({ label: 'Fixed by security: fewest fixes', meaning: 'With fewer fixes than this nothing is said.' }), ...number, unit: 'fixes', ...fewer, moves: ['P5'] },
  'P5.share': { group: 'process', ...messages({ label: 'Fixed by security: share', meaning: 'From this share of fixes made by security on, it is pointed out.' }), ...share, ...fewer, moves: ['P5'] },
  'P6.days': { group: 'process', ...messages({ label: 'Time to trace an origin', meaning: 'A finding of the two gravest severities has a recorded origin within this time.' }), ...days, ...fewer, moves: ['P6'] },
  'P6.n': { group: 'process', ...messages({ label: 'Origin not traced: fewest findings', meaning: 'With fewer findings than this no share is said.' }), ...number, unit: 'findings', ...fewer, moves: ['P6'] },
  'P6.share': { group: 'process', ...messages({ label: 'Origin not traced: share', meaning: 'From this share of findings without an origin on, it is pointed out.' }), ...share, ...fewer, moves: ['P6'] },
  'P7.days': { group: 'process', ...messages({ label: 'Resting on one person: decisions looked at', meaning: 'How decisions are spread is read from the decisions of this time.' }), ...days, ...either, moves: ['P7'] },
  'P7.n': { group: 'process', ...messages({ label: 'Resting on one person: fewest decisions', meaning: 'With fewer decisions than this nothing is said.' }), ...number, unit: 'decisions', ...fewer, moves: ['P7'] },
  'P7.share': { group: 'process', ...messages({ label: 'Resting on one person: share', meaning: 'From this share of decisions made by one person on, it is pointed out.' }), ...share, ...fewer, moves: ['P7'] },
  'P7.waiting': { group: 'process', ...messages({ label: 'Risks waiting on one person', meaning: 'More undecided risks than this waiting on one person are pointed out.' }), ...number, unit: 'risks', ...fewer, moves: ['P7'] },
  'P9.days': { group: 'process', ...messages({ label: 'The same kind again: findings looked at', meaning: 'Findings of one kind that passed one stage are counted over this time.' }), ...days, ...more, moves: ['P9'] },
  'P9.n': { group: 'process', ...messages({ label: 'The same kind again: findings of one kind', meaning: 'From this many findings of one kind through one stage on, it is pointed out.' }), ...number, unit: 'findings', ...fewer, moves: ['P9'] },
  'P11.days': { group: 'process', ...messages({ label: 'Time between tests of a block', meaning: 'A step marked as blocked was tested within this time.' }), ...days, ...fewer, moves: ['P11'] },
} as const satisfies Readonly<Record<FigureName, FigureText>>;

const texts: Readonly<Record<FigureName, FigureText>> = figureTexts;

/** Every figure in the order of the page: clocks first, then by family. */
export const figureNames: readonly FigureName[] = Object.keys(figureTexts).filter(isFigureName);

export function figureText(name: FigureName): FigureText {
  return texts[name];
}

export function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(figureTexts, name);
}

/** The product default of a figure, and why it is that figure. */
export function figureDefault(name: FigureName): Threshold {
  return isClockName(name) ? clockDefaults[clockUrgency[name]] : thresholdDefaults[name];
}

type ClockName = `clock.${Urgency}`;

/** The urgency each clock is for. */
export const clockUrgency: Readonly<Record<ClockName, Urgency>> = {
  'clock.U3': 'U3', 'clock.U14': 'U14', 'clock.U60': 'U60', 'clock.U180': 'U180',
};

export function isClockName(name: FigureName): name is ClockName {
  return Object.hasOwn(clockUrgency, name);
}
