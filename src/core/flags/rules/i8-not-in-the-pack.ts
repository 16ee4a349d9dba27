import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Evidence, Pack } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { hasBeenShown } from '#core/information/seen.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { onDay } from '#core/flags/wording.ts';

const sentences = {
  one: '1 piece known before {cutoff} is not in the pack of {date}.',
  main: '{n} pieces known before {cutoff} are not in the pack of {date}.',
} as const;

const nextSteps = {
  include: 'Show {person} what is left out before the pack is sealed: include it, or write one line why not. The line goes in the pack.',
} as const;

export const i8NotInThePack: RecordRule = {
  over: 'record',
  text: {
    id: 'I8',
    key: 'not-in-the-pack',
    family: 'information',
    tier: 'core',
    leading: false,
    title: 'Not in this pack',
    subjectKind: 'pack',
    rule: 'Material evidence from before the cut-off, on a risk in the scope of the pack and known by then to its presenter or their team, is neither in it nor in a later one, without a line why not.',
    thresholds: [],
    sources: ['OCC consent order 2020, Capital One', '23 NYCRR 500.4(b)-(c), 500.17(b)(2)', 'SEC Regulation S-K Item 106(c)'],
    sentences,
    nextSteps,
  },
  find(index) {
    return [...index.view.packs.values()].flatMap((pack) => {
      const presenter = personInPost(index, pack.presenterId) ?? pack.presenterId;
      if (presenter === undefined) return [];
      const left = leftOut(index, pack, presenter);
      if (left.length === 0) return [];
      const words = { cutoff: onDay(cutoffOf(pack)), date: onDay(pack.at), n: String(left.length) };
      return [{
        subject: pack.id,
        person: presenter,
        restsOn: { kind: 'packs', id: pack.id },
        since: dayOf(pack.at),
        sentence: say(left.length === 1 ? sentences.one : sentences.main, words),
        nextStep: say(nextSteps.include, { person: name(index, presenter) }),
      }];
    });
  },
};

function leftOut(index: RecordIndex, pack: Pack, presenter: string): readonly Evidence[] {
  const cutoff = cutoffOf(pack);
  const team = index.view.persons.get(presenter)?.teamId;
  const carried = new Set(pack.evidenceIds);
  for (const { evidenceId } of pack.whyNot ?? []) carried.add(evidenceId);
  for (const later of index.view.packs.values()) {
    if (dayOf(later.at) > dayOf(pack.at)) for (const id of later.evidenceIds) carried.add(id);
  }
  return [...new Set(pack.riskIds)].flatMap((riskId) => listOf(index.evidenceByRisk, riskId)).filter((piece) => {
    if (carried.has(piece.id) || piece.material === false || dayOf(piece.at) > cutoff) return false;
    if (piece.supersededAt !== undefined && dayOf(piece.supersededAt) <= cutoff) return false;
    return (team !== undefined && piece.teamId === team) || hasBeenShown(index, presenter, piece, cutoff);
  });
}

/** The date of the pack unless it states another. */
function cutoffOf(pack: Pack): number {
  return dayOf(pack.cutoff ?? pack.at);
}
