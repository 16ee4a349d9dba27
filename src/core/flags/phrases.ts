import { say } from '#language/say.ts';
import { addDays, isoDay } from '#core/time.ts';
import type { AuthorityGrant, GrantScope } from '#core/record/entities.ts';
import { listed } from '#language/lists.ts';
import { personName, riskName, serviceName, teamName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { DEFAULT_CURRENCY, moneyProse, type Precision } from '#core/exposure/money-words.ts';
import { isGoverningBody } from '#core/authority/grant-chain.ts';
import { personInPost } from '#core/authority/person-in-post.ts';
import { owningTeams } from '#core/authority/start-of-line.ts';
import { readingMinutes } from '#core/information/material-evidence.ts';
import type { RiskFacts } from '#core/flags/risk-facts.ts';
import { onDay } from '#core/flags/wording.ts';

export function theRisk({ index, risk }: RiskFacts): string {
  return riskName(index.view, risk.id);
}

export function name(index: RecordIndex, id: string): string {
  return isGoverningBody(index, id) && !index.view.teams.has(id) ? say('the governing body') : knownName(index, id);
}

function knownName(index: RecordIndex, id: string): string {
  return index.view.teams.has(id) ? teamName(index.view, id) : personName(index.view, id);
}

export function services(index: RecordIndex, ids: readonly string[]): string {
  return ids.length === 0 ? say('the whole company') : listed(ids.map((id) => serviceName(index.view, id)));
}

export function theServices({ index, risk }: RiskFacts): string {
  return services(index, risk.serviceIds);
}

export function theTeams({ index, risk }: RiskFacts): string {
  return listed(owningTeams(index, risk).map((id) => teamName(index.view, id)));
}

export function money(index: RecordIndex, amount: number, precision: Precision): string {
  return moneyProse(amount, precision, index.policy.currency ?? DEFAULT_CURRENCY);
}

/** A modelled amount beside the exact limit it is compared with: exact too, where rounding would hide which is larger. */
export function moneyBeside(index: RecordIndex, amount: number, limit: number): string {
  const rounded = Number(amount.toPrecision(2));
  return money(index, amount, rounded > limit ? 'modelled' : 'exact');
}

/** `Gateway and Ledger`, `the services of Payments`, `all services`. */
export function scopeWords(index: RecordIndex, scope: GrantScope | undefined): string {
  const { services: serviceIds, teams } = scope ?? {};
  if (serviceIds !== undefined && !serviceIds.includes('*')) return services(index, serviceIds);
  if (teams === undefined || teams.includes('*')) return say('all services');
  return say('the services of {teams}', { teams: listed(teams.map((id) => teamName(index.view, id))) });
}

/** Who to ask about a grant: who gave it, or whoever that person answered to where they are no longer in post. */
export function giverOf(index: RecordIndex, grant: AuthorityGrant): string {
  if (isGoverningBody(index, grant.grantorId)) return name(index, grant.grantorId);
  const inOffice = personInPost(index, grant.grantorId);
  if (inOffice !== undefined) return name(index, inOffice);
  const next = personInPost(index, index.view.persons.get(grant.grantorId)?.managerId);
  return name(index, next ?? grant.grantorId);
}

/** `3 pieces, about 15 minutes`. */
export function reading(index: RecordIndex, pieces: number): string {
  return say('{pieces, plural, one {# piece} other {# pieces}}, about {minutes, plural, one {# minute} other {# minutes}}', { pieces, minutes: readingMinutes(index, pieces) });
}

/** The last day of a grant made today for one decision. */
export function grantEnd(index: RecordIndex): string {
  return onDay(addDays(isoDay(index.day), index.policy.threshold('grantDown.days')));
}
