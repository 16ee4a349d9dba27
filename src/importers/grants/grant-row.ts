import { decisionKinds, ROOT, type AuthorityGrant, type AuthorityLimits, type GrantScope, type Person } from '#core/record/entities.ts';
import { isAfter, type When } from '#core/time.ts';
import { readAmount, scaled } from '#importers/csv/amount.ts';
import { isBlank, matchedParts, yesOrNo } from '#importers/csv/cell-text.ts';
import type { DateColumn } from '#importers/csv/date-column.ts';
import type { RowCells } from '#importers/csv/row-cells.ts';
import { grantDateFields, type GrantDateField, type GrantField } from '#importers/grants/grant-columns.ts';
import type { GrantTally } from '#importers/grants/grant-tally.ts';
import { decisionKindOf } from '#importers/matching/decision-words.ts';
import type { PeopleIndex } from '#importers/matching/people.ts';
import { plainName, type UniqueIndex } from '#importers/matching/plain-name.ts';
import type { ServiceIndex } from '#importers/matching/services.ts';
import { definedOnly } from '#importers/matching/stamp.ts';
import { settlePerson } from '#importers/matching/settle-person.ts';
import { quoted } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';
import { storedText } from '#importers/reading/stored-text.ts';

/** What the record knows that a row may refer to, and how its columns are to be read. */
export interface GrantReading {
  people: PeopleIndex;
  services: ServiceIndex;
  teams: UniqueIndex<string>;
  dates: ReadonlyMap<GrantDateField, DateColumn>;
  /** The currency limits are kept in: the record's own. */
  currency: string;
  dollar: string;
  tally: GrantTally;
}

export type GrantFault = Omit<Fault, 'place'>;
type Dates = Partial<Record<GrantDateField, When>>;

/** The grant a row states, without its id: the id is the row's own, or made from the rest. */
export function grantOf(
  cells: RowCells<GrantField>,
  reading: GrantReading,
): { grant: Omit<AuthorityGrant, 'id'>; persons: readonly Person[] } | GrantFault {
  const grantee = partyOf(cells.get('grantee'), reading);
  const grantor = partyOf(cells.get('grantor'), reading);
  if (grantee.id === undefined || grantee.id === ROOT) {
    return { code: 'needs-grantee', reason: 'The row does not say who holds the authority.', remedy: 'Name the grantee.' };
  }
  if (grantor.id === undefined || grantor.id === grantee.id) {
    return {
      code: 'needs-grantor',
      reason: grantor.id === undefined ? 'The row does not say who gave the authority.' : `${quoted(grantee.id)} is named as giving authority to itself.`,
      remedy: 'Name the person above who gave it, or ROOT where the governing body did.',
    };
  }
  const dates = datesOf(cells, reading);
  if ('code' in dates) return dates;
  const limit = amountIn(cells, 'limit', reading);
  const annual = amountIn(cells, 'annualLimit', reading);
  if (typeof limit === 'object') return limit;
  if (typeof annual === 'object') return annual;
  const scope = scopeOf(cells, reading);
  if ('code' in scope) return scope;
  const days = cells.get('maxDurationDays').replace(/\s*days?$/i, '');
  if (!isBlank(days) && !/^\d{1,5}$/.test(days)) return badCell('number-format', 'maxDurationDays', cells, 'Write the number of days.');
  const delegable = yesOrNo(cells.get('delegable'));
  if (delegable === undefined && !isBlank(cells.get('delegable'))) return badCell('enum', 'delegable', cells, 'Write yes or no.');
  const acceptedAt = acceptedIn(cells, dates, reading);
  if (typeof acceptedAt === 'object' && acceptedAt !== null) return acceptedAt;
  const intent = cells.get('intent');
  const limits: AuthorityLimits | undefined = annual === undefined ? undefined : { expectedAnnualLoss: annual };
  if (limit === undefined) reading.tally.withoutLimit += 1;
  const grant: Omit<AuthorityGrant, 'id'> = {
    granteeId: grantee.id,
    grantorId: grantor.id,
    from: dates.from,
    to: dates.to,
    revokedAt: dates.revokedAt,
    acceptedAt,
    delegable,
    maxExposure: limit,
    maxDurationDays: isBlank(days) ? undefined : Number(days),
    limits,
    scope: Object.keys(scope).length === 0 ? undefined : scope,
    intent: isBlank(intent) ? undefined : storedText(intent),
  };
  return { grant: definedOnly(grant), persons: [...grantee.persons, ...grantor.persons] };
}

const GOVERNING = /^(root|board|the board|governing body|board of directors|the board of directors|supervisory board)$/i;

function partyOf(cell: string, reading: GrantReading): { id: string | undefined; persons: readonly Person[] } {
  if (isBlank(cell)) return { id: undefined, persons: [] };
  const match = reading.people.match(cell);
  if (match.type !== 'held' && GOVERNING.test(cell.trim())) return { id: ROOT, persons: [] };
  return settlePerson(match, reading.tally);
}

const NOT_ACCEPTED = /^(not (yet )?accepted|offered|pending|open|awaiting .*|declined)$/i;

function datesOf(cells: RowCells<GrantField>, reading: GrantReading): Dates | GrantFault {
  const dates: Dates = {};
  for (const field of grantDateFields) {
    const cell = cells.get(field);
    if (field === 'acceptedAt' && (yesOrNo(cell) !== undefined || NOT_ACCEPTED.test(cell))) continue;
    const date = reading.dates.get(field)?.read(cell);
    if (date?.type === 'fault') return { code: date.code, reason: date.reason, remedy: date.remedy };
    if (date?.type === 'date') dates[field] = date.when;
  }
  if (dates.from !== undefined && dates.to !== undefined && isAfter(dates.from, dates.to)) {
    return { code: 'date-order', reason: `The grant ends, ${dates.to}, before it begins, ${dates.from}.`, remedy: 'Correct one of the two dates.' };
  }
  return dates;
}

/** The limit in the record's currency. A limit that cannot be read must not turn into no limit. */
function amountIn(cells: RowCells<GrantField>, field: 'limit' | 'annualLimit', reading: GrantReading): number | undefined | GrantFault {
  const cell = cells.get(field);
  if (isBlank(cell) || /^(unlimited|no limit)$/i.test(cell)) return undefined;
  const amount = readAmount(cell);
  if (amount.type !== 'amount') {
    const code = amount.type === 'fault' ? amount.code : 'number-format';
    const reason = amount.type === 'fault' ? amount.reason : `${quoted(cell)} is not a limit that can be read.`;
    return { code, reason, remedy: 'Write one amount, such as 250000 or "no limit".' };
  }
  const unit = cells.columns.unit(field);
  const sign = amount.currency ?? unit.currency;
  const stated = cells.get('currency').toUpperCase();
  const currency = (sign === '$' ? reading.dollar : sign) ?? (/^[A-Z]{3}$/.test(stated) ? stated : reading.currency);
  if (currency !== reading.currency) {
    return {
      code: 'other-currency',
      reason: `The limit is in ${currency} and the record is kept in ${reading.currency}.`,
      remedy: `Write the limit in ${reading.currency}; nothing is converted.`,
    };
  }
  return scaled(amount.value, unit.factor);
}

function scopeOf(cells: RowCells<GrantField>, reading: GrantReading): GrantScope | GrantFault {
  const scope: GrantScope = {};
  const services = idsIn(cells.get('services'), (text) => reading.services.match(text), reading.tally.unknownServices);
  if (services !== undefined) scope.services = services;
  const teams = idsIn(cells.get('teams'), (text) => reading.teams.get(plainName(text)), reading.tally.unknownTeams);
  if (teams !== undefined) scope.teams = teams;
  const kinds = cells.get('kinds');
  if (isBlank(kinds) || isAll(kinds)) return scope;
  const unknownKinds = new Set<string>();
  scope.kinds = matchedParts(kinds, decisionKindOf, unknownKinds);
  if (unknownKinds.size > 0) return badCell('enum', 'kinds', cells, `Write decision kinds: ${decisionKinds.join(', ')}.`);
  return scope;
}

function idsIn(cell: string, match: (text: string) => string | undefined, unknown: Set<string>): readonly string[] | undefined {
  if (isBlank(cell)) return undefined;
  if (isAll(cell)) return ['*'];
  return matchedParts(cell, match, unknown);
}

function isAll(cell: string): boolean {
  return /^(\*|all|any|every|all services|all teams)$/i.test(cell.trim());
}

/** A date; `null` where the table has a column for acceptance and this cell says there was none yet. */
function acceptedIn(cells: RowCells<GrantField>, dates: Dates, reading: GrantReading): When | null | undefined | GrantFault {
  if (!cells.columns.has('acceptedAt')) return undefined;
  if (dates.acceptedAt !== undefined) return dates.acceptedAt;
  if (yesOrNo(cells.get('acceptedAt')) === true) return undefined;
  reading.tally.offered += 1;
  return null;
}

function badCell(code: string, field: GrantField, cells: RowCells<GrantField>, remedy: string): GrantFault {
  return { code, reason: `Column ${quoted(cells.column(field))} holds ${quoted(cells.get(field))}.`, remedy };
}
