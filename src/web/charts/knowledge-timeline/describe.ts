import { say } from '#language/say.ts';
import { dayInWords, dayOf, type When } from '#core/time.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { lanesOf, type FullLane } from '#web/charts/knowledge-timeline/lanes.ts';
import type { TimelineSeries } from '#web/charts/knowledge-timeline/layout.ts';
import { namesOf, type Names } from '#web/charts/names.ts';

/** One mark of the chart as a row of its table. */
interface TimelineRow {
  at: When;
  who: string;
  /** Set where the row is about a person, so that the table can link. */
  personId: string | null;
  what: string;
  pieces: readonly string[];
  /** Whether this counts as knowing: a broadcast proves sending only. `null` for what is not about knowing. */
  counts: boolean | null;
}

export interface KnowledgeTimelineWords {
  headline: string;
  subtitle: string;
  alt: string;
  series: TimelineSeries;
  rows: readonly TimelineRow[];
  /** People and teams beyond the ones drawn; their rows are in the table. */
  notDrawn: number;
}

const DRAWN = 9;

/** Words, marks and rows of "who knew when" for one risk. */
export function describeKnowledgeTimeline(picture: Picture, risk: RiskRow): KnowledgeTimelineWords {
  const names = namesOf(picture);
  const lanes = lanesOf(picture, risk, names);
  const { drawn, left } = chooseLanes(lanes, risk);
  const series = { ...timeRange(picture, risk, lanes), lanes: drawn, span: spanOf(picture, risk) };
  const rows = lanes
    .flatMap((lane) => lane.moments.map((moment) => ({
      at: moment.at, who: lane.name, personId: lane.personId, what: moment.words, pieces: moment.pieces, counts: moment.counts,
    })))
    .sort((a, b) => dayOf(a.at) - dayOf(b.at));
  return {
    headline: headlineOf(picture, risk, names),
    subtitle: say('Days since the first evidence. A mail to a list proves sending, not knowing: it does not count.'),
    alt: say('A time line from {from} to {to} with {lanes, number} lanes. {part}', { from: dayInWords(series.from), to: dayInWords(series.to), lanes: lanes.length, part: series.span === null ? say('No span between first knowledge and the decision owner is known.') : say('Shaded: {span}.', { span: series.span.label }) }),
    series,
    rows,
    notDrawn: left,
  };
}

function headlineOf(picture: Picture, risk: RiskRow, names: Names): string {
  if (risk.firstKnownAt === null) return say('No material evidence is on the record');
  const since = dayInWords(risk.firstKnownAt);
  const decides = risk.ownerId === null ? say('the person who decides') : names.personName(risk.ownerId);
  if (risk.lagRunning || risk.ownerKnewAt === null) {
    return risk.ownerId === null
      ? say('Known here since {since}; no decision owner is named for it to reach', { since })
      : say('Known here since {since}; it has not reached {decides}', { since, decides });
  }
  if (dayOf(risk.ownerKnewAt) <= dayOf(risk.firstKnownAt)) return say('It reached {decides} on the first day, {since}', { decides, since });
  return say('Known here since {since}; it reached {decides} on {ownerKnewAt}', { since, decides, ownerKnewAt: dayInWords(risk.ownerKnewAt) });
}

function spanOf(picture: Picture, risk: RiskRow): TimelineSeries['span'] {
  const { firstKnownAt, lagDays } = risk;
  if (firstKnownAt === null || lagDays === null || lagDays <= 0) return null;
  const running = risk.lagRunning || risk.ownerKnewAt === null;
  return {
    from: firstKnownAt,
    to: risk.ownerKnewAt ?? picture.asOf,
    running,
    label: risk.ownerId === null
      ? say('{days, plural, one {# day} other {# days}} known to somebody, no decision owner is named{running, select, yes {; still running} other {}}', { days: lagDays, running: running ? 'yes' : 'no' })
      : say('{days, plural, one {# day} other {# days}} known to somebody, not yet to the decision owner{running, select, yes {; still running} other {}}', { days: lagDays, running: running ? 'yes' : 'no' }),
  };
}

function chooseLanes(lanes: readonly FullLane[], risk: RiskRow): { drawn: readonly FullLane[]; left: number } {
  const must = (lane: FullLane): boolean => lane.key === 'board' || (lane.personId !== null && (lane.personId === risk.ownerId || lane.personId === risk.information.personId));
  const others = lanes.filter((lane) => !must(lane)).slice(0, Math.max(0, DRAWN - lanes.filter(must).length));
  const drawn = lanes.filter((lane) => must(lane) || others.includes(lane));
  return { drawn, left: lanes.length - drawn.length };
}

function timeRange(picture: Picture, risk: RiskRow, lanes: readonly FullLane[]): { from: When; to: When } {
  const all = [risk.openedAt, ...(risk.firstKnownAt === null ? [] : [risk.firstKnownAt]), ...lanes.flatMap((lane) => lane.moments.map((moment) => moment.at))];
  const from = all.reduce((first, at) => (dayOf(at) < dayOf(first) ? at : first));
  return { from: from.slice(0, 10), to: picture.asOf };
}
