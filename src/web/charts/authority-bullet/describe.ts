import { say } from '#language/say.ts';
import type { CandidateRow, Picture, RiskRow } from '#core/picture/picture.ts';
import type { BulletRow, BulletSeries } from '#web/charts/authority-bullet/layout.ts';
import { namesOf } from '#web/charts/names.ts';
import { moneyShort } from '#web/ui/money-words.ts';

export interface AuthorityBulletWords {
  headline: string;
  subtitle: string;
  alt: string;
  series: BulletSeries;
  /** One row for every bar or missing bar, in the order drawn; all of them, also those not drawn. */
  rows: readonly { personId: string; limit: string; reaches: boolean | null; unseen: number; why: string }[];
  /** Candidates beyond the ones drawn. */
  notDrawn: number;
}

/** More bars than this are not read one by one; the table has them all. */
const DRAWN = 6;

/** Words, marks and rows of the authority bullet chart of one risk, all from its candidates. */
export function describeAuthorityBullet(picture: Picture, risk: RiskRow): AuthorityBulletWords {
  const money = (amount: number): string => moneyShort(amount, picture.currency, 'exact');
  const candidates = withOwner(picture, risk);
  const drawn = drawnFirst(candidates, risk).slice(0, DRAWN);
  const rows = candidates.map((one) => ({
    personId: one.personId,
    limit: limitWords(one, money),
    reaches: one.state === 'cannot-tell' ? null : one.canDecide,
    unseen: one.unseen,
    why: one.why,
  }));
  const reaching = candidates.filter((one) => one.canDecide).length;
  const range = risk.exposure;
  const subtitle = range === null
    ? say('Each bar is how much that person may decide here. No range is on the record to compare it with.')
    : say('Each bar is the limit of that person for one loss here; hatched where the grant does not cover this decision. Band: the stated 90% range of one loss. Line: its high end.');
  return {
    headline: headlineOf(picture, risk, candidates, money),
    subtitle,
    alt: drawn.length === 0
      ? say('No bar is drawn: nobody is on the line or holds a grant for this risk.')
      : say('Bars on one linear money axis for {count, plural, one {# person} other {# people}}; {reaching, number} of them may decide this. {map}.', { count: candidates.length, reaching, map: drawn
        .map((one) => `${namesOf(picture).personName(one.personId)}: ${limitWords(one, money)}`)
        .join('; ') }),
    series: {
      range: range === null ? null : { low: range.low, high: range.high, label: say('One loss: {low} to {high}', { low: money(range.low), high: money(range.high) }) },
      rows: drawn.map((one) => bulletRow(picture, risk, one, money)),
      tick: money,
    },
    rows,
    notDrawn: candidates.length - drawn.length,
  };
}

function headlineOf(picture: Picture, risk: RiskRow, candidates: readonly CandidateRow[], money: (amount: number) => string): string {
  if (candidates.length === 0) return say('Nobody is on the line or holds a grant for this risk');
  if (risk.exposure === null) return say('No range on the record, so no limit can be checked');
  const high = money(risk.exposure.high);
  const names = namesOf(picture);
  const owner = candidates.find((one) => one.personId === risk.ownerId);
  if (owner?.canDecide === true) return say('The authority of {personId} reaches the {high} high end', { personId: names.personName(owner.personId), high });
  const lowest = candidates.find((one) => one.personId === risk.lowest.personId && one.canDecide) ?? candidates.find((one) => one.canDecide);
  // A limit of one loss may reach while a limit on the year, or the scope, does not: then the high end is not what decides.
  const reachesAlone = candidates.some((one) => !one.canDecide && one.limit !== null && one.limit >= (risk.exposure?.high ?? Infinity));
  if (lowest !== undefined && reachesAlone) return say('The authority of {personId} is the lowest that covers this decision', { personId: names.personName(lowest.personId) });
  if (lowest !== undefined) return say('The authority of {personId} is the lowest that reaches the {high} high end', { personId: names.personName(lowest.personId), high });
  return say('No authority on the record reaches the {high} high end', { high });
}

/** The owner stands among the candidates, also where the line does not lead to them. */
function withOwner(picture: Picture, risk: RiskRow): readonly CandidateRow[] {
  const { ownerId, authority } = risk;
  const named = namesOf(picture).person(ownerId)?.kind === 'person';
  if (ownerId === null || !named || risk.candidates.some((one) => one.personId === ownerId)) return risk.candidates;
  const has = authority.state === 'has';
  const owner: CandidateRow = {
    personId: ownerId, hops: null, limit: authority.limit, unlimited: has && authority.limit === null, canDecide: has,
    state: authority.state === 'nobody-named' ? 'lacks' : authority.state,
    unseen: risk.information.personId === ownerId ? risk.information.unseen : 0, unseenIds: [], why: authority.sentence,
  };
  return [owner, ...risk.candidates];
}

/** Owner, the lowest who can decide, then the others as they come; people without any authority last. */
function drawnFirst(candidates: readonly CandidateRow[], risk: RiskRow): readonly CandidateRow[] {
  const rank = (one: CandidateRow): number => {
    if (one.personId === risk.ownerId) return 0;
    if (one.personId === risk.lowest.personId) return 1;
    return one.limit !== null || one.unlimited ? 2 : 3;
  };
  return candidates
    .map((one, index) => ({ one, index }))
    .sort((a, b) => rank(a.one) - rank(b.one) || a.index - b.index)
    .map(({ one }) => one);
}

function bulletRow(picture: Picture, risk: RiskRow, one: CandidateRow, money: (amount: number) => string): BulletRow {
  const person = namesOf(picture).person(one.personId);
  const notes = [
    one.personId === risk.ownerId ? say('decision owner') : null,
    one.personId === risk.lowest.personId && one.canDecide ? say('lowest who can decide') : null,
    person?.title ?? null,
    hopsWords(one.hops),
  ];
  return {
    key: one.personId,
    name: person?.name ?? one.personId,
    note: notes.filter((note) => note !== null).join(' · '),
    limit: one.limit,
    unlimited: one.unlimited,
    canDecide: one.canDecide,
    value: limitWords(one, money),
  };
}

function limitWords(one: CandidateRow, money: (amount: number) => string): string {
  if (one.state === 'cannot-tell') return say('cannot tell');
  if (one.unlimited) return one.canDecide ? say('no limit stated') : say('no limit, not here');
  return one.limit === null ? say('no authority here') : say('up to {limit}', { limit: money(one.limit) });
}

function hopsWords(hops: number | null): string {
  if (hops === null) return say('by grant, off the line');
  if (hops === 0) return say('where the work is');
  return hops === 1 ? say('one step up') : say('{hops, number} steps up', { hops });
}
