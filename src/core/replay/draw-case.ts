import { dayOf, isoDay, type When } from '#core/time.ts';
import type { Lack } from '#core/picture/readiness.ts';
import { viewAsOf } from '#core/record/view.ts';
import { flagRuleOf } from '#core/flags/rules.ts';
import { basisKinds, basisMark } from '#core/replay/basis.ts';
import type { BreachRow, CaseSummary, CaseView, FactRow, FlagRow, QuestionRow, ReplayView, RiskRow, WordingRow } from '#core/replay/case-view.ts';
import { caseSentence } from '#core/replay/case-words.ts';
import { checkRows, flagTitle, isFlagId } from '#core/replay/check-rows.ts';
import type { DocumentedCase } from '#core/replay/documented-case.ts';
import { placedEntries, type PlacedEntry } from '#core/replay/entry-rows.ts';
import { factRows, sourceRows } from '#core/replay/fact-rows.ts';
import { recordFlags, type FlagRecorder } from '#core/replay/flag-recorder.ts';
import { partialDate } from '#core/replay/partial-date.ts';
import { restsOn } from '#core/replay/rests-on.ts';
import { shownEntries } from '#core/replay/shown-entries.ts';
import { flagsOn, lackOn } from '#core/replay/day-view.ts';

/**
 * Everything a replay page draws, from the case alone. Yields after each day it has looked at, so that a server can
 * answer others in between; a case of decades takes seconds. `besideIds` is filled in where the other cases are known.
 */
export function* drawCase(file: DocumentedCase): Generator<undefined, CaseView> {
  const facts = factRows(file);
  const breaches = breachRows(file);
  const shown = shownEntries(file);
  const whyNoReplay = whyNone(file);
  const replay = whyNoReplay === null && file.replay !== null && file.replay !== undefined
    ? yield* play(file, file.replay, shown, facts, breaches)
    : null;
  return {
    ...summaryOf(file, facts, breaches, replay, whyNoReplay),
    breachMeans: file.breachDateMeans ?? null,
    breachFactIds: facts.filter((fact) => breaches.some(({ day }) => fact.from === day && fact.to === day)).map((fact) => fact.id),
    discovered: wordsOf(file.discoveredAt),
    disclosed: wordsOf(file.disclosedAt),
    questions: questionRows(file),
    facts,
    sources: sourceRows(file),
    assumptions: file.assumptions ?? [],
    notAssessable: file.notAssessable ?? [],
    caveats: file.caveats ?? [],
    replay,
    whyNoReplay,
    wording: replay === null ? wordingRows(file) : [],
  };
}

/** The same without giving way in between. */
export function caseView(file: DocumentedCase): CaseView {
  const drawing = drawCase(file);
  let step = drawing.next();
  while (step.done !== true) step = drawing.next();
  return step.value;
}

function* play(
  file: DocumentedCase,
  span: NonNullable<DocumentedCase['replay']>,
  shown: DocumentedCase['entries'],
  facts: readonly FactRow[],
  breaches: readonly BreachRow[],
): Generator<undefined, ReplayView> {
  const step = Math.max(1, Math.floor(span.step ?? 1));
  const [first, last] = [dayOf(span.from), dayOf(span.to)];
  const recorder = recordFlags(step);
  let looks = 0;
  for (let day = first; day <= last; day = day < last && day + step > last ? last : day + step) {
    recorder.look(viewAsOf(shown, isoDay(day)));
    looks += 1;
    yield;
  }
  const placed = placedEntries(shown, facts);
  const flags = flagRows(file, recorder, placed, breaches);
  const entries = placed.map(({ row }) => row);
  const [from, to] = [isoDay(first), isoDay(last)];
  const days = [
    from, to,
    ...breaches.map(({ day }) => day),
    ...entries.flatMap(({ knownAt }) => (knownAt === null ? [] : [knownAt])),
    ...facts.flatMap((fact) => (fact.from !== null && fact.from === fact.to ? [fact.from] : [])),
    ...flags.flatMap((row) => turns(row, step)),
  ];
  return {
    from, to, step, looks,
    stops: [...new Set(days)].filter((day) => from <= day && day <= to).sort(),
    entries,
    risks: recorder.risks(),
    flags,
    ...checkRows(file, shown, recorder),
    headline: headlineCheck(file, recorder.risks(), step, from),
  };
}

function flagRows(file: DocumentedCase, recorder: FlagRecorder, placed: readonly PlacedEntry[], breaches: readonly BreachRow[]): readonly FlagRow[] {
  const silent = new Set((file.notAssessable ?? []).flatMap((text) => text.match(/\b[AIP]\d{1,2}w?\b/g) ?? []));
  const rows = recorder.flags().map((flag): FlagRow => {
    const firstUp = flag.runs.reduce<When>((earliest, run) => (run.from < earliest ? run.from : earliest), flag.runs[0]?.from ?? '');
    const [breach] = breaches;
    const days = breach === undefined ? null : dayOf(breach.day) - dayOf(firstUp);
    return {
      key: flag.key, flag: flag.flag, family: flag.family, title: flag.title, subjectKind: flag.subjectKind, subject: flag.subject,
      subjectName: flag.subjectName, person: flag.person ?? null, firstUp,
      daysBefore: days === null || days < 0 ? null : days,
      notAssessable: silent.has(flag.flag),
      expected: file.expected.some((wanted) => wanted.flag === flag.flag && (wanted.subject ?? flag.subject) === flag.subject && (wanted.person ?? flag.person) === flag.person),
      runs: flag.runs,
      restsOn: restsOn(flag, placed),
    };
  });
  return rows.sort((a, b) => a.firstUp.localeCompare(b.firstUp));
}

const lackWords: Readonly<Record<Lack, string>> = { authority: 'authority', information: 'information', both: 'authority and information', neither: 'neither' };

function headlineCheck({ headline }: DocumentedCase, risks: readonly RiskRow[], step: number, from: When): ReplayView['headline'] {
  if (headline === null || headline === undefined) return null;
  const asOf = headline.asOf.slice(0, 10);
  const got = lackOn({ risks }, headline.risk, isoDay(dayOf(asOf) - Math.max(0, dayOf(asOf) - dayOf(from)) % step)) ?? null;
  const subjectName = risks.find(({ id }) => id === headline.risk)?.name ?? headline.risk;
  return { asOf, subjectName, expected: headline.lack, got, ok: got !== null && lackWords[got] === headline.lack };
}

/** Days on which a flag comes up, and the day after the last of each unbroken stretch. */
function turns({ runs }: FlagRow, step: number): readonly When[] {
  return runs.flatMap((run, index) => {
    const before = runs[index - 1];
    const after = runs[index + 1];
    const starts = before === undefined || dayOf(run.from) - dayOf(before.to) > step ? [run.from] : [];
    const ends = after === undefined || dayOf(after.from) - dayOf(run.to) > step ? [isoDay(dayOf(run.to) + step)] : [];
    return [...starts, ...ends];
  });
}

function summaryOf(file: DocumentedCase, facts: readonly FactRow[], breaches: readonly BreachRow[], replay: ReplayView | null, whyNoReplay: string | null): CaseSummary {
  const kind = replay === null ? 'told' : breaches.length === 0 && file.expected.length === 0 ? 'control' : 'breach';
  const flags = (replay?.flags ?? []).filter((row) => !row.notAssessable);
  const [breach] = breaches;
  const day = replay === null || breach === undefined ? undefined : breach.day;
  const upAtBreach = replay === null || day === undefined || day < replay.from || day > replay.to ? null
    : flagsOn(replay, day).filter(({ row }) => !row.notAssessable).length;
  const headline = replay?.headline ?? null;
  const checks = [...(replay?.checks ?? []), ...(headline === null ? [] : [headline])];
  return {
    id: file.id, title: file.title ?? file.id, sector: file.sector ?? null, legalStatus: file.legalStatus ?? null, kind,
    from: replay?.from ?? null, to: replay?.to ?? null, breaches,
    sentence: caseSentence({ kind, breaches, flags, silent: (replay?.flags.length ?? 0) - flags.length, upAtBreach, looks: replay?.looks ?? 0, facts: facts.length, whyNoReplay }),
    basisMix: basisKinds.map((each) => ({ kind: each, count: facts.filter((fact) => fact.basis.kind === each).length })).filter(({ count }) => count > 0),
    firstDaysBefore: flags[0]?.daysBefore ?? null,
    upAtBreach,
    checks: { count: checks.length, asExpected: checks.filter((check) => check.ok).length },
    besideIds: [],
  };
}

function breachRows({ breachDate }: DocumentedCase): readonly BreachRow[] {
  const dates = breachDate === null || breachDate === undefined ? [] : typeof breachDate === 'string' ? [breachDate] : breachDate;
  return dates
    .flatMap((text) => {
      const date = partialDate(text);
      return date === undefined ? [] : [{ day: date.from, words: date.words }];
    })
    .sort((a, b) => a.day.localeCompare(b.day));
}

function whyNone({ replay, replayable, entries, caveats }: DocumentedCase): string | null {
  if (replayable === false) return caveats?.[0] ?? 'The case says that it cannot be replayed.';
  if (replay === null || replay === undefined) return 'The case names no days to replay.';
  if (dayOf(replay.from) > dayOf(replay.to)) return 'The replay of the case would end before it begins.';
  return entries.length === 0 ? 'The case holds no record to replay.' : null;
}

const questionWords: Readonly<Record<string, string>> = {
  found: 'What was found, and when?', shippedBy: 'Who shipped it?', owned: 'Who owned it?', knewWhen: 'Who knew, and when?',
  authority: 'Who had the authority?', decided: 'What was decided, and by whom?',
};

/** The six questions in their order, then any others the case answers. Each answer keeps its own mark. */
function questionRows({ sixQuestions }: DocumentedCase): readonly QuestionRow[] {
  const answers = Object.entries(sixQuestions ?? {});
  const place = (key: string): number => (key in questionWords ? Object.keys(questionWords).indexOf(key) : answers.length);
  return answers
    .sort(([a], [b]) => place(a) - place(b))
    .map(([key, answer]) => ({ question: questionWords[key] ?? key, answer, basis: basisMark(answer.match(/\[([^\]]+)\]/g)?.map((mark) => mark.slice(1, -1)).join('; ') ?? (/\binferred\b/.test(answer) ? 'inferred' : undefined)) }));
}

function wordingRows({ expected }: DocumentedCase): readonly WordingRow[] {
  return expected.map(({ flag, says }) => ({
    flag, title: flagTitle(flag), says: says ?? null,
    sentences: isFlagId(flag) ? Object.values(flagRuleOf(flag).text.sentences).map((sentence) => sentence.replaceAll(/\{(\w+)\}/g, '‹$1›')) : [],
  }));
}

function wordsOf(text: string | null | undefined): string | null {
  return partialDate(text)?.words ?? text ?? null;
}
