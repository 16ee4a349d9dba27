import { say } from '#language/say.ts';
import { dayInWords, dayOf } from '#core/time.ts';
import type { KnowledgeRow, Picture, RiskRow } from '#core/picture/picture.ts';
import { decisionWords } from '#web/charts/decision-words.ts';
import type { Lane, Moment, MomentMark } from '#web/charts/knowledge-timeline/layout.ts';
import type { Names } from '#web/charts/names.ts';

/** A moment with the pieces it is about, and whether it counts as knowing. */
interface FullMoment extends Moment {
  pieces: readonly string[];
  counts: boolean | null;
}
export interface FullLane extends Lane {
  personId: string | null;
  moments: readonly FullMoment[];
}

/**
 * A lane for everybody the record ties to the evidence of a risk, the deciders and the body the packs went
 * to; first to know first, the body last.
 */
export function lanesOf(picture: Picture, risk: RiskRow, names: Names): readonly FullLane[] {
  const groups = new Map<string, KnowledgeRow[]>();
  for (const row of risk.knowledge) append(groups, `${row.kind} ${row.id}`, row);
  const lanes = new Map<string, FullLane>();
  for (const [key, rows] of groups) {
    const [first] = rows;
    if (first === undefined) continue;
    const isPerson = first.kind === 'person';
    lanes.set(key, {
      key,
      personId: isPerson ? first.id : null,
      name: isPerson ? names.personName(first.id) : names.teamName(first.id),
      note: noteOf(risk, first, names),
      moments: knownMoments(risk, rows),
    });
  }
  for (const decision of risk.decisions) {
    const { byId } = decision;
    const moment = { at: decision.at, mark: 'decided' as const, words: decidedWords(decision), pieces: [], counts: null };
    const key = byId === null ? 'nobody' : say('person {byId}', { byId });
    const name = byId === null ? say('Decider not recorded') : names.personName(byId);
    extend(lanes, { key, personId: byId, name, note: byId === null ? '' : personNote(risk, byId, names), moments: [moment] });
  }
  const deciding = risk.information.personId;
  if (deciding !== null && risk.information.unseen > 0) {
    const { unseen } = risk.information;
    const words = say('{unseen} {unseen, plural, one {piece has} other {pieces have}} not reached', { unseen });
    const pieces = risk.evidence.filter((one) => one.material && one.seenByOwnerAt === null).map((one) => one.label);
    const moment = { at: picture.asOf, mark: 'not-reached' as const, words, pieces: pieces.length === unseen ? pieces : [], counts: null };
    extend(lanes, { key: `person ${deciding}`, personId: deciding, name: names.personName(deciding), note: personNote(risk, deciding, names), moments: [moment] });
  }
  const shown = picture.packs.filter((pack) => pack.riskIds.includes(risk.id) && dayOf(pack.at) <= dayOf(picture.asOf));
  if (shown.length > 0) {
    const moments = shown.map((pack) => ({
      at: pack.at, mark: 'shown' as const, words: say('in the pack of {at}', { at: dayInWords(pack.at) }), pieces: [pack.label], counts: null,
    }));
    lanes.set('board', { key: 'board', personId: null, name: boardName(picture), note: say('shown the pack'), moments });
  }
  return [...lanes.values()].map((lane) => ({ ...lane, moments: lane.moments.toSorted((a, b) => dayOf(a.at) - dayOf(b.at)) })).sort(byFirst);
}

/** The same day and the same mark become one mark that says how many pieces. */
function knownMoments(risk: RiskRow, rows: readonly KnowledgeRow[]): readonly FullMoment[] {
  const groups = new Map<string, KnowledgeRow[]>();
  for (const row of rows) append(groups, `${row.at.slice(0, 10)} ${row.how}`, row);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const pieces = group.map((row) => risk.evidence.find((one) => one.id === row.evidenceId)?.label ?? row.evidenceId);
    return [{ at: first.at, mark: markOf(first.how), words: knownWords(first.how, pieces), short: first.how === 'produced' ? say('found it') : undefined, pieces, counts: first.counts }];
  });
}

function markOf(how: KnowledgeRow['how']): MomentMark {
  switch (how) {
    case 'produced':
    case 'known-by': return 'produced';
    case 'detail':
    case 'attested': return 'opened';
    case 'summary':
    case 'colour': return 'summary';
    case 'broadcast': return 'broadcast';
  }
}

function knownWords(how: KnowledgeRow['how'], pieces: readonly string[]): string {
  const [only] = pieces;
  const count = pieces.length;
  switch (how) {
    case 'produced': return pieces.length === 1 && only !== undefined ? say('found: {only}', { only }) : say('found {count, plural, one {it} other {# pieces}}', { count });
    case 'known-by': return say('knew of {count, plural, one {it} other {# pieces}}', { count });
    case 'detail': return say('opened {count, plural, one {it} other {# pieces}}', { count });
    case 'attested': return say('attested to reading {count, plural, one {it} other {# pieces}}', { count });
    case 'summary': return say('saw a summary');
    case 'colour': return say('saw a colour only');
    case 'broadcast': return say('sent to a list');
  }
}

function decidedWords(decision: RiskRow['decisions'][number]): string {
  const what = say(decisionWords[decision.kind]);
  return decision.expiresAt === null ? what : say('{what} until {day}', { what, day: dayInWords(decision.expiresAt) });
}

function noteOf(risk: RiskRow, row: KnowledgeRow, names: Names): string {
  if (row.kind === 'person') return personNote(risk, row.id, names);
  const parts = [
    risk.shippedBy?.teamId === row.id ? say('shipped it') : null,
    risk.owningTeamId === row.id ? say('runs it') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? say('team') : parts.join(', ');
}

function personNote(risk: RiskRow, id: string, names: Names): string {
  if (risk.ownerId === id) return say('decision owner');
  return names.person(id)?.title ?? names.team(names.person(id)?.teamId ?? null)?.name ?? '';
}

function boardName(picture: Picture): string {
  const governing = picture.teams.filter((team) => team.kind === 'governing');
  return governing.length === 1 ? (governing[0]?.name ?? say('Board')) : say('Board');
}

function byFirst(a: FullLane, b: FullLane): number {
  if ((a.key === 'board') !== (b.key === 'board')) return a.key === 'board' ? 1 : -1;
  return dayOf(a.moments[0]?.at ?? '9999-12-31') - dayOf(b.moments[0]?.at ?? '9999-12-31');
}

function extend(lanes: Map<string, FullLane>, more: FullLane): void {
  const held = lanes.get(more.key);
  lanes.set(more.key, held === undefined ? more : { ...held, moments: [...held.moments, ...more.moments] });
}

function append<V>(groups: Map<string, V[]>, key: string, value: V): void {
  const held = groups.get(key);
  if (held === undefined) groups.set(key, [value]);
  else held.push(value);
}
