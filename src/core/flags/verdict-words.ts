import type { Risk } from '#core/record/entities.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { NotAPerson } from '#core/authority/person-in-post.ts';
import type { LackOfAuthority, Unknown } from '#core/authority/verdict.ts';
import type { InformationVerdict } from '#core/information/information-of.ts';
import type { OwnerAuthority } from '#core/picture/readiness-of-risk.ts';
import { money, moneyBeside, name, scopeWords, services } from '#core/flags/phrases.ts';
import { counted, fill, onDay } from '#core/flags/wording.ts';

export const verdictTexts = {
  nobody: 'Nobody is named.',
  notAPerson: '{owner} is {what}.',
  mailbox: 'a mailbox',
  group: 'a list',
  emptyPost: 'an empty post',
  left: 'someone who left on {date}',
  notYet: 'someone who starts on {date}',
  limit: '{person} may decide up to {limit}.',
  noLimit: '{person} may decide, no limit is stated.',
  noGrant: 'The record holds no grant for {person}.',
  ended: 'The grant to {person} for {scope} ended on {date}.',
  withdrawn: 'The grant to {person} for {scope} was withdrawn on {date}.',
  notAccepted: 'The grant to {person} for {scope} was never accepted.',
  notStarted: 'The grant to {person} for {scope} starts on {date}.',
  outOfScope: 'The grants to {person} do not cover {services}.',
  kind: 'The grants to {person} do not cover this kind of decision.',
  reserved: 'The governing body decides this category itself.',
  notTraceable: 'The grant to {person} for {scope} does not go back to the governing body.',
  aboveLimit: 'The limit of {person} is {limit}; the high end here is {high}.',
  unknownId: 'The record points at {id} and does not hold it.',
  unknownGrantor: 'The grant to {person} came from {id}, which the record does not hold.',
  serviceWithoutTeam: 'The record does not say which team owns {services}.',
  currency: 'The range is in {ofRisk} and the limit in {ofLimit}.',
  seenAll: '{person} has seen what the organisation knows: {pieces}.',
  seenNothingThere: 'The record holds no evidence that asks to be seen.',
  unseen: '{unseen} of {pieces} have not reached {person}.',
  unseenOne: '1 of {pieces} has not reached {person}.',
  nobodyToReach: '{pieces} on the record, and nobody who can decide to bring them to.',
} as const;

/** Whether whoever is named may decide, in one sentence. */
export function verdictWords(index: RecordIndex, risk: Risk, verdict: OwnerAuthority): string {
  switch (verdict.state) {
    case 'nobody-named':
      if (verdict.what === undefined) return verdictTexts.nobody;
      return fill(verdictTexts.notAPerson, { owner: name(index, risk.ownerId ?? ''), what: whatWords(verdict.what) });
    case 'has': {
      const person = name(index, verdict.personId);
      if (verdict.limit === Number.POSITIVE_INFINITY) return fill(verdictTexts.noLimit, { person });
      return fill(verdictTexts.limit, { person, limit: money(index, verdict.limit, 'exact') });
    }
    case 'lacks':
      return lackWords(index, name(index, verdict.personId), verdict.reason);
    case 'cannot-tell':
      return unknownWords(index, verdict.personId === undefined ? '' : name(index, verdict.personId), verdict.because);
  }
}

/** What has reached the deciding person, in one sentence. */
export function informationWords(index: RecordIndex, { deciding, unseen, material }: InformationVerdict): string {
  const pieces = counted(material.length, 'piece');
  if (deciding.state === 'cannot-tell') return fill(verdictTexts.unknownId, { id: deciding.unknownId });
  if (material.length === 0) return verdictTexts.seenNothingThere;
  if (deciding.state === 'nobody') return fill(verdictTexts.nobodyToReach, { pieces });
  const person = name(index, deciding.personId);
  if (unseen.length === 0) return fill(verdictTexts.seenAll, { person, pieces });
  if (unseen.length === 1) return fill(verdictTexts.unseenOne, { pieces, person });
  return fill(verdictTexts.unseen, { unseen: String(unseen.length), pieces, person });
}

/** What stands in the place of a person: `a mailbox`, `someone who left on 3 May 2026`. */
export function whatWords(what: NotAPerson): string {
  switch (what.kind) {
    case 'mailbox':
      return verdictTexts.mailbox;
    case 'group':
      return verdictTexts.group;
    case 'empty-post':
      return verdictTexts.emptyPost;
    case 'left':
      return fill(verdictTexts.left, { date: onDay(what.on) });
    case 'not-yet':
      return fill(verdictTexts.notYet, { date: onDay(what.from) });
  }
}

/** Why the record holds no authority for a person, in one sentence. */
export function lackWords(index: RecordIndex, person: string, reason: LackOfAuthority): string {
  switch (reason.kind) {
    case 'no-grant':
      return fill(verdictTexts.noGrant, { person });
    case 'none-live': {
      const words = { person, scope: scopeWords(index, reason.grant.scope) };
      switch (reason.state.state) {
        case 'ended':
          return fill(verdictTexts.ended, { ...words, date: onDay(reason.state.on) });
        case 'withdrawn':
          return fill(verdictTexts.withdrawn, { ...words, date: onDay(reason.state.on) });
        case 'not-accepted':
          return fill(verdictTexts.notAccepted, words);
        case 'not-started':
          return fill(verdictTexts.notStarted, { ...words, date: onDay(reason.state.on) });
      }
    }
    // oxlint-disable-next-line no-fallthrough -- the inner switch returns for every state
    case 'out-of-scope':
      if (reason.decisionKind !== undefined) return fill(verdictTexts.kind, { person });
      return fill(verdictTexts.outOfScope, { person, services: services(index, reason.serviceIds) });
    case 'reserved':
      return verdictTexts.reserved;
    case 'not-traceable':
      return fill(verdictTexts.notTraceable, { person, scope: scopeWords(index, reason.grant.scope) });
    case 'above-limit': {
      const high = moneyBeside(index, reason.high, reason.limit);
      return fill(verdictTexts.aboveLimit, { person, limit: money(index, reason.limit, 'exact'), high });
    }
  }
}

function unknownWords(index: RecordIndex, person: string, because: Unknown): string {
  switch (because.kind) {
    case 'unknown-id':
      return fill(verdictTexts.unknownId, { id: because.id });
    case 'unknown-grantor':
      return fill(verdictTexts.unknownGrantor, { person, id: because.id });
    case 'service-without-team':
      return fill(verdictTexts.serviceWithoutTeam, { services: services(index, because.serviceIds) });
    case 'currency':
      return fill(verdictTexts.currency, { ofRisk: because.ofRisk, ofLimit: because.ofLimit });
  }
}
