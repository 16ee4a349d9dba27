import type { AuthorityVerdict, LackOfAuthority, Unknown } from '#core/authority/verdict.ts';
import type { NotLive } from '#core/authority/grant-state.ts';
import type { NotAPerson } from '#core/authority/person-in-post.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { limitWords } from '#core/flags/limit-words.ts';
import { onDay } from '#core/flags/wording.ts';
import { listed, serviceName } from '#core/record/names.ts';
import type { RecordView } from '#core/record/view.ts';
import type { OwnerAuthority } from '#core/picture/readiness-of-risk.ts';

/** One sentence on what the record says about a person's authority; its subject is the grant, never the person. */
export function authorityWords(view: RecordView, verdict: AuthorityVerdict): string {
  switch (verdict.state) {
    case 'has': {
      const upTo = Number.isFinite(verdict.limit) ? `up to ${money(view, verdict.limit)}` : 'without a limit';
      return `The grant covers this ${upTo}.`;
    }
    case 'lacks':
      return lackWords(view, verdict.personId, verdict.reason);
    case 'cannot-tell':
      return unknownWords(view, verdict.because);
  }
}

export function ownerAuthorityWords(view: RecordView, authority: OwnerAuthority): string {
  if (authority.state === 'nobody-named') {
    return authority.what === undefined ? 'Nobody is named to decide.' : notAPersonWords(authority.what);
  }
  if (authority.state === 'cannot-tell' && authority.personId === undefined) return unknownWords(view, authority.because);
  return authorityWords(view, authority);
}

function lackWords(view: RecordView, personId: string, reason: LackOfAuthority): string {
  switch (reason.kind) {
    case 'no-grant':
      return 'No grant of authority is on the record.';
    case 'none-live':
      return notLiveWords(reason.state);
    case 'out-of-scope': {
      if (reason.decisionKind !== undefined) return `The grants on the record do not cover the decision to ${decisionVerbs[reason.decisionKind]}.`;
      const services = reason.serviceIds.map((id) => serviceName(view, id));
      return `The grants on the record do not cover ${services.length === 0 ? 'this' : listed(services)}.`;
    }
    case 'reserved':
      return `The governing body keeps ${reason.category === undefined ? 'this category' : `"${reason.category}"`} to itself.`;
    case 'not-traceable':
      return 'The grant does not go back to the governing body.';
    case 'above-limit':
      return `The grant ends at ${money(view, reason.limit)}; the high end here is ${money(view, reason.high)}.`;
    case 'outside-year-limit':
      return limitWords(view, personId, reason.test);
  }
}

export const decisionVerbs = {
  accept: 'accept', mitigate: 'reduce', transfer: 'transfer', avoid: 'avoid', stop: 'stop', defer: 'defer', 'pass-up': 'pass up',
} as const;

export function notLiveWords(state: NotLive): string {
  switch (state.state) {
    case 'ended':
      return `The grant ended on ${onDay(state.on)}.`;
    case 'withdrawn':
      return `The grant was withdrawn on ${onDay(state.on)}.`;
    case 'not-accepted':
      return 'The grant was offered and has not been accepted.';
    case 'not-started':
      return `The grant starts on ${onDay(state.on)}.`;
  }
}

function unknownWords(view: RecordView, because: Unknown): string {
  switch (because.kind) {
    case 'unknown-id':
      return `The record names ${because.id} and holds nobody under that id.`;
    case 'unknown-grantor':
      return `The grant comes from ${because.id}, and the record holds nobody under that id.`;
    case 'unknown-grantee':
      return `A grant there names ${because.id}, and the record does not hold who that is.`;
    case 'service-without-team':
      return `The grant is by team, and no team is recorded for ${listed(because.serviceIds.map((id) => serviceName(view, id)))}.`;
    case 'currency':
      return `The range is in ${because.ofRisk} and the limit in ${because.ofLimit}.`;
    case 'limit-untested':
      return `A limit of the grant on the year cannot be tested: ${because.test.why ?? 'nothing of it is in money'}.`;
  }
}

function notAPersonWords(what: NotAPerson): string {
  switch (what.kind) {
    case 'mailbox':
      return 'The owner on the record is a mailbox.';
    case 'group':
      return 'The owner on the record is a list.';
    case 'empty-post':
      return 'The owner on the record is an empty post.';
    case 'left':
      return `The person on the record left on ${onDay(what.on)}.`;
    case 'not-yet':
      return `The person on the record starts on ${onDay(what.from)}.`;
  }
}

function money(view: RecordView, amount: number): string {
  return moneyProse(amount, 'exact', view.policy.currency);
}

