import { messages, say } from '#language/say.ts';
import type { AuthorityVerdict, LackOfAuthority, Unknown } from '#core/authority/verdict.ts';
import type { NotLive } from '#core/authority/grant-state.ts';
import type { NotAPerson } from '#core/authority/person-in-post.ts';
import { moneyProse } from '#core/exposure/money-words.ts';
import { limitWords } from '#core/flags/limit-words.ts';
import { onDay } from '#core/flags/wording.ts';
import { listed } from '#language/lists.ts';
import { serviceName } from '#core/record/names.ts';
import type { RecordView } from '#core/record/view.ts';
import type { OwnerAuthority } from '#core/picture/readiness-of-risk.ts';

/** One sentence on what the record says about a person's authority; its subject is the grant, never the person. */
export function authorityWords(view: RecordView, verdict: AuthorityVerdict): string {
  switch (verdict.state) {
    case 'has': {
      const upTo = Number.isFinite(verdict.limit) ? say('up to {limit}', { limit: money(view, verdict.limit) }) : say('without a limit');
      return say('The grant covers this {upTo}.', { upTo });
    }
    case 'lacks':
      return lackWords(view, verdict.personId, verdict.reason);
    case 'cannot-tell':
      return unknownWords(view, verdict.because);
  }
}

export function ownerAuthorityWords(view: RecordView, authority: OwnerAuthority): string {
  if (authority.state === 'nobody-named') {
    return authority.what === undefined ? say('Nobody is named to decide.') : notAPersonWords(authority.what);
  }
  if (authority.state === 'cannot-tell' && authority.personId === undefined) return unknownWords(view, authority.because);
  return authorityWords(view, authority);
}

function lackWords(view: RecordView, personId: string, reason: LackOfAuthority): string {
  switch (reason.kind) {
    case 'no-grant':
      return say('No grant of authority is on the record.');
    case 'none-live':
      return notLiveWords(reason.state);
    case 'out-of-scope': {
      if (reason.decisionKind !== undefined) return say('The grants on the record do not cover the decision to {decisionKind}.', { decisionKind: say(decisionVerbs[reason.decisionKind]) });
      const services = reason.serviceIds.map((id) => serviceName(view, id));
      return services.length === 0 ? say('The grants on the record do not cover this.') : say('The grants on the record do not cover {services}.', { services: listed(services) });
    }
    case 'reserved':
      return reason.category === undefined ? say('The governing body keeps this category to itself.') : say('The governing body keeps "{category}" to itself.', { category: reason.category });
    case 'not-traceable':
      return say('The grant does not go back to the governing body.');
    case 'above-limit':
      return say('The grant ends at {limit}; the high end here is {high}.', { limit: money(view, reason.limit), high: money(view, reason.high) });
    case 'outside-year-limit':
      return limitWords(view, personId, reason.test);
  }
}

export const decisionVerbs = messages({
  accept: 'accept', mitigate: 'reduce', transfer: 'transfer', avoid: 'avoid', stop: 'stop', defer: 'defer', 'pass-up': 'pass up',
});

export function notLiveWords(state: NotLive): string {
  switch (state.state) {
    case 'ended':
      return say('The grant ended on {on}.', { on: onDay(state.on) });
    case 'withdrawn':
      return say('The grant was withdrawn on {on}.', { on: onDay(state.on) });
    case 'not-accepted':
      return say('The grant was offered and has not been accepted.');
    case 'not-started':
      return say('The grant starts on {on}.', { on: onDay(state.on) });
  }
}

function unknownWords(view: RecordView, because: Unknown): string {
  switch (because.kind) {
    case 'unknown-id':
      return say('The record names {because} and holds nobody under that id.', { because: because.id });
    case 'unknown-grantor':
      return say('The grant comes from {because}, and the record holds nobody under that id.', { because: because.id });
    case 'unknown-grantee':
      return say('A grant there names {because}, and the record does not hold who that is.', { because: because.id });
    case 'service-without-team':
      return say('The grant is by team, and no team is recorded for {listed}.', { listed: listed(because.serviceIds.map((id) => serviceName(view, id))) });
    case 'currency':
      return say('The range is in {ofRisk} and the limit in {ofLimit}.', { ofRisk: because.ofRisk, ofLimit: because.ofLimit });
    case 'limit-untested':
      return say('A limit of the grant on the year cannot be tested: {why}.', { why: because.test.why ?? say('nothing of it is in money') });
  }
}

function notAPersonWords(what: NotAPerson): string {
  switch (what.kind) {
    case 'mailbox':
      return say('The owner on the record is a mailbox.');
    case 'group':
      return say('The owner on the record is a list.');
    case 'empty-post':
      return say('The owner on the record is an empty post.');
    case 'left':
      return say('The person on the record left on {on}.', { on: onDay(what.on) });
    case 'not-yet':
      return say('The person on the record starts on {from}.', { from: onDay(what.from) });
  }
}

function money(view: RecordView, amount: number): string {
  return moneyProse(amount, 'exact', view.policy.currency);
}

