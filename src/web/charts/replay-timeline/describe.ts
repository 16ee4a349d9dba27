import { dayInWords, daysBetween, type When } from '#core/time.ts';
import { sentences } from '#core/picture/sentences/prose.ts';
import type { CaseView, FlagRow, ReplayView } from '#core/replay/case-view.ts';
import { listed } from '#language/lists.ts';
import { say } from '#language/say.ts';
import type { ChartWords } from '#web/charts/describe.ts';
import type { TimelineInput } from '#web/charts/replay-timeline/layout.ts';

/** Rows in the drawing; the table below it has every one. */
const DRAWN = 40;

export interface FlagGroup {
  key: string;
  name: string;
  rows: readonly FlagRow[];
}

export interface ReplayTimelineWords extends ChartWords {
  /** Flags drawn, by what they are about; a group starts where its first flag came up. */
  groups: readonly FlagGroup[];
  input: TimelineInput;
}

/** Words, marks and rows of a replay between two days, with the chosen day marked. */
export function describeReplayTimeline(view: CaseView, replay: ReplayView, span: { from: When; to: When }, day: When): ReplayTimelineWords {
  const drawn = replay.flags.slice(0, DRAWN);
  const left = replay.flags.length - drawn.length;
  const known = [
    ...view.facts.flatMap((fact) => (fact.from !== null && fact.from === fact.to ? [fact.from] : [])),
    ...replay.entries.flatMap(({ knownAt }) => (knownAt === null ? [] : [knownAt])),
  ];
  const breach = listed(view.breaches.map(({ words }) => words));
  const groups = groupsOf(drawn);
  return {
    groups,
    headline: replay.flags.length === 0 ? say('No flag came up on any day from {from} to {to}', { from: dayInWords(replay.from), to: dayInWords(replay.to) }) : say('{count, plural, one {# flag} other {# flags}} came up from {from} to {to}', { count: replay.flags.length, from: dayInWords(replay.from), to: dayInWords(replay.to) }),
    subtitle: left === 0 ? '' : say('The first {drawn, number} are drawn; the table has all.', { drawn: drawn.length }),
    alt: sentences([
      say('One row a flag on a time axis from {from} to {to}; a bar starts on the day the flag would have been up.', { from: dayInWords(span.from), to: dayInWords(span.to) }),
      breach === '' ? say('No breach is dated.') : say('A line marks the breach of {breach}.', { breach }),
      drawn.length === 0 ? undefined : drawn.map((row) => rowWords(row, replay)).join('; '),
    ]),
    data: {
      caption: say('Flags of {title}, in the order they came up', { title: view.title }),
      file: `replay-${view.id}`,
      columns: [{ label: say('Flag') }, { label: say('Id') }, { label: say('About') }, { label: say('Up since') }, { label: say('Up until') }, { label: say('Days before the breach'), numeric: true }, { label: say('Expected by the case') }, { label: say('Can be assessed') }],
      rows: replay.flags.map((row) => {
        const last = lastUp(row);
        return [
          { value: row.title }, { value: row.flag }, { value: row.subjectName },
          { value: row.firstUp, shown: dayInWords(row.firstUp) },
          { value: last, shown: last === replay.to ? say('{last}, the end of the replay', { last: dayInWords(last) }) : dayInWords(last) },
          { value: row.daysBefore, shown: row.daysBefore ?? say('not before a breach') },
          { value: row.expected ? say('yes') : say('no') }, { value: row.notAssessable ? say('no: the public record is silent') : say('yes') },
        ];
      }),
    },
    input: {
      ...span, known, breaches: view.breaches, day,
      rows: groups.flatMap(({ key, rows }): TimelineInput['rows'] => [
        { key, mark: 'head', spans: [] },
        ...rows.map((row) => ({ key: row.key, mark: row.notAssessable ? 'silent' as const : 'bar' as const, spans: stretches(row, replay.step) })),
      ]),
    },
  };
}

function groupsOf(rows: readonly FlagRow[]): readonly FlagGroup[] {
  const groups = new Map<string, { key: string; name: string; rows: FlagRow[] }>();
  for (const row of rows) {
    const key = `${row.subjectKind} ${row.subject}`;
    const held = groups.get(key) ?? { key, name: row.subjectName, rows: [] };
    groups.set(key, held);
    held.rows.push(row);
  }
  return [...groups.values()];
}

function rowWords(row: FlagRow, replay: ReplayView): string {
  const last = lastUp(row);
  const values = { title: row.title, subject: row.subjectName, from: dayInWords(row.firstUp) };
  const lead = row.daysBefore === null ? say('{title}, {subject}: up {from}', values) : say('{title}, {subject}: up {from}, {days, plural, one {# day} other {# days}} before the breach', { ...values, days: row.daysBefore });
  return last === replay.to ? lead : say('{flag}, gone after {day}', { flag: lead, day: dayInWords(last) });
}

function lastUp({ runs, firstUp }: FlagRow): When {
  return runs.reduce<When>((latest, run) => (run.to > latest ? run.to : latest), firstUp);
}

/** Runs of one wording each, joined where no day lies between them. */
function stretches({ runs }: FlagRow, step: number): readonly { from: When; to: When }[] {
  const joined: { from: When; to: When }[] = [];
  for (const { from, to } of runs) {
    const before = joined.at(-1);
    if (before !== undefined && daysBetween(before.to, from) <= step) before.to = to > before.to ? to : before.to;
    else joined.push({ from, to });
  }
  return joined;
}
