import { dayOf, isoDay, type When } from '#core/time.ts';
import type { RecordView } from '#core/record/view.ts';
import { personName, riskName, teamName, processName } from '#core/record/names.ts';
import { evaluateRecord } from '#core/flags/evaluate.ts';
import type { Flag } from '#core/flags/flag.ts';
import type { Lack } from '#core/picture/readiness.ts';
import type { FlagRun, FlagStanding, RiskRow } from '#core/replay/case-view.ts';
import { continued, plainText } from '#core/replay/counting-text.ts';

/** One flag over all days on which it was up. */
export interface RecordedFlag extends Pick<Flag, 'flag' | 'family' | 'title' | 'subjectKind' | 'subject' | 'person'> {
  key: string;
  subjectName: string;
  runs: readonly FlagRun[];
}

export interface FlagRecorder {
  /** Evaluates the record of one day; days are given in order, `step` apart. */
  look(view: RecordView): void;
  flags(): readonly RecordedFlag[];
  risks(): readonly RiskRow[];
  /** What was up on a day that was looked at. */
  upOn(day: When): readonly RecordedFlag[];
}

interface Recording extends RecordedFlag {
  runs: FlagRun[];
  /** Looks in the newest run. */
  looks: number;
}

interface RiskRecording extends RiskRow {
  lacks: { from: When; to: When; lack: Lack }[];
}

/** Keeps what the rules find day by day as runs of days whose words only count on. */
export function recordFlags(step: number): FlagRecorder {
  const flags = new Map<string, Recording>();
  const risks = new Map<string, RiskRecording>();
  const byDay = new Map<When, readonly Recording[]>();
  return {
    look(view) {
      const day = isoDay(dayOf(view.asOf));
      const evaluation = evaluateRecord(view);
      const standing = new Map<Flag, FlagStanding>();
      for (const { riskId, lack, conditions, flags: lines, moreFlags } of evaluation.risks.values()) {
        for (const flag of conditions) standing.set(flag, 'quiet');
        for (const flag of lines) standing.set(flag, 'line');
        for (const flag of moreFlags) standing.set(flag, 'more');
        keepLack(risks, { id: riskId, name: riskName(view, riskId) }, day, lack, step);
      }
      byDay.set(day, evaluation.flags.map((flag) => keep(flags, view, flag, day, standing.get(flag) ?? 'line', step)));
    },
    flags: () => [...flags.values()],
    risks: () => [...risks.values()],
    upOn: (day) => byDay.get(day) ?? [],
  };
}

/** What tells one flag from another over the days. */
export function flagKey({ flag, subject, person }: Pick<Flag, 'flag' | 'subject' | 'person'>): string {
  return JSON.stringify([flag, subject, person ?? null]);
}

function keep(kept: Map<string, Recording>, view: RecordView, flag: Flag, day: When, standing: FlagStanding, step: number): Recording {
  const key = flagKey(flag);
  const { flag: id, family, title, subjectKind, subject, person } = flag;
  const sentence = capitalised(flag.sentence);
  const nextStep = capitalised(flag.nextStep);
  const fresh: FlagRun = { from: day, to: day, since: flag.since.slice(0, 10), standing, sentence: plainText(sentence), nextStep: plainText(nextStep) };
  const held = kept.get(key);
  if (held === undefined) {
    const made = { key, flag: id, family, title, subjectKind, subject, person, subjectName: subjectName(view, flag), runs: [fresh], looks: 1 };
    kept.set(key, made);
    return made;
  }
  const run = held.runs.at(-1);
  const days = run === undefined ? 0 : dayOf(day) - dayOf(run.from);
  const unbroken = run !== undefined && dayOf(day) - dayOf(run.to) <= step && run.standing === standing && run.since === fresh.since;
  const nextSentence = unbroken ? continued(run.sentence, sentence, days, held.looks === 1) : undefined;
  const nextStepText = unbroken ? continued(run.nextStep, nextStep, days, held.looks === 1) : undefined;
  if (run === undefined || nextSentence === undefined || nextStepText === undefined) {
    held.runs.push(fresh);
    held.looks = 1;
  } else {
    held.runs[held.runs.length - 1] = { ...run, to: day, sentence: nextSentence, nextStep: nextStepText };
    held.looks += 1;
  }
  return held;
}

function keepLack(kept: Map<string, RiskRecording>, risk: { id: string; name: string }, day: When, lack: Lack, step: number): void {
  const held = kept.get(risk.id) ?? { ...risk, lacks: [] };
  kept.set(risk.id, held);
  const run = held.lacks.at(-1);
  if (run?.lack === lack && dayOf(day) - dayOf(run.to) <= step) run.to = day;
  else held.lacks.push({ from: day, to: day, lack });
}

function subjectName(view: RecordView, { subjectKind, subject }: Flag): string {
  switch (subjectKind) {
    case 'risk': return riskName(view, subject);
    case 'team': return teamName(view, subject);
    case 'process': return processName(view, subject);
    case 'person': return personName(view, subject);
    case 'organisation': return 'the whole organisation';
    case 'finding':
    case 'step':
    case 'pack': return subject;
  }
}

/** Names made of ids may open a sentence in lower case. */
export function capitalised(text: string): string {
  return text.replaceAll(/(^|[.!?] )([a-z])/g, (_, before: string, first: string) => before + first.toUpperCase());
}
