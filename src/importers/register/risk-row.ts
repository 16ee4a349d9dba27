import type { ExposureRange, Person, Risk } from '#core/record/entities.ts';
import type { When } from '#core/time.ts';
import { isBlank, matchedParts, partsOf } from '#importers/csv/cell-text.ts';
import type { DateColumn } from '#importers/csv/date-column.ts';
import type { RowCells } from '#importers/csv/row-cells.ts';
import { identifierText } from '#importers/matching/plain-name.ts';
import type { PeopleIndex } from '#importers/matching/people.ts';
import type { ServiceIndex } from '#importers/matching/services.ts';
import { definedOnly } from '#importers/matching/stamp.ts';
import { settlePerson } from '#importers/matching/settle-person.ts';
import { quoted } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import { exposureOf, type MoneyReading } from '#importers/register/exposure-cells.ts';
import type { FindingIndex } from '#importers/register/finding-index.ts';
import { registerDateFields, type RegisterDateField, type RegisterField } from '#importers/register/register-fields.ts';
import type { RegisterTally } from '#importers/register/register-tally.ts';
import { statedSizeFields, statedSizeOf } from '#importers/register/stated-size-cells.ts';
import { statusOf, urgencyOf } from '#importers/register/words.ts';

/** What the record knows that a row may refer to, and how its columns are to be read. */
export interface RegisterReading {
  people: PeopleIndex;
  services: ServiceIndex;
  findings: FindingIndex;
  dates: ReadonlyMap<RegisterDateField, DateColumn>;
  money: MoneyReading;
  at: When;
  defaultServiceId: string | undefined;
  tally: RegisterTally;
}

export type RowDates = Partial<Record<RegisterDateField, When>>;

/** A row that is not taken, and why. The place is the row's line. */
export type RowFault = Omit<Fault, 'place'>;

/** Every date of a row, or the first that cannot be read. */
export function datesOf(cells: RowCells<RegisterField>, reading: RegisterReading): RowDates | RowFault {
  const dates: RowDates = {};
  for (const field of registerDateFields) {
    const date = reading.dates.get(field)?.read(cells.get(field));
    if (date?.type === 'fault') return { code: date.code, reason: date.reason, remedy: date.remedy };
    if (date?.type === 'date') dates[field] = date.when;
  }
  return dates;
}

/**
 * The risk a row states, laid over what the record holds of it: a column that is read settles its field, a
 * field without a column stays as it is.
 */
export function riskOf(
  id: string,
  cells: RowCells<RegisterField>,
  dates: RowDates,
  held: Risk | undefined,
  reading: RegisterReading,
): { risk: Risk; persons: readonly Person[] } | RowFault {
  const { tally, at } = reading;
  const money = exposureOf(cells, reading.money);
  if (money.type === 'fault') {
    return { code: money.code, reason: money.reason, remedy: 'Write both ends as amounts of one currency, the low one first.' };
  }
  tally.money(money, cells.row.line);
  const has = (field: RegisterField): boolean => cells.columns.has(field);
  const owner = ownerOf(cells, reading);
  const ownerId = has('owner') ? owner.id : held?.ownerId;
  if (ownerId === undefined) tally.withoutOwner += 1;
  const changedHands = held?.ownerId !== undefined && ownerId !== undefined && held.ownerId !== ownerId;
  if (dates.openedAt === undefined && held === undefined) tally.withoutOpening += 1;
  const serviceIds = has('services') || held === undefined ? servicesOf(cells, reading) : held.serviceIds;
  const hasMoney = has('low') || has('high') || has('loss');
  const risk: Risk = {
    ...held,
    id,
    label: labelOf(cells),
    serviceIds,
    findingIds: has('findings') ? findingsOf(cells, serviceIds, reading) : held?.findingIds,
    ownerId,
    ownerSince: dates.ownerSince ?? (changedHands ? at : has('ownerSince') ? undefined : held?.ownerSince),
    openedAt: dates.openedAt ?? held?.openedAt ?? at,
    closedAt: closedAtOf(cells, dates, held, reading),
    dueAt: has('dueAt') ? dates.dueAt : held?.dueAt,
    reviewAt: has('reviewAt') ? dates.reviewAt : held?.reviewAt,
    decisionNeededBy: has('decisionNeededBy') ? dates.decisionNeededBy : held?.decisionNeededBy,
    exposure: money.type === 'range' ? withAuthor(money.exposure, held?.exposure) : hasMoney ? undefined : held?.exposure,
    statedSize: money.type === 'range' ? undefined : statedSizeFields.some(has) ? statedSizeOf(cells, reading.money.dollar) : held?.statedSize,
    urgency: has('urgency') ? urgencyIn(cells, tally) : held?.urgency,
    category: has('category') ? textOf(cells.get('category')) : held?.category,
  };
  return { risk: definedOnly(risk), persons: owner.persons };
}

/** A range that is repeated keeps what the record holds of it: who stated it, on what, until when. A changed one does not. */
function withAuthor(stated: ExposureRange, held: ExposureRange | undefined): ExposureRange {
  if (held === undefined) return stated;
  const same = stated.low === held.low && stated.high === held.high && stated.rateLow === held.rateLow &&
    stated.rateHigh === held.rateHigh && stated.currency === held.currency;
  return same ? held : stated;
}

/** What the row says the risk is. */
export function labelOf(cells: RowCells<RegisterField>): string {
  return storedText(cells.get('title') || cells.get('description'));
}

function textOf(cell: string): string | undefined {
  return isBlank(cell) ? undefined : storedText(cell);
}

/** The id a text stands for, and a mailbox or group that the record does not hold yet. */
export function personIn(text: string, reading: RegisterReading): { id: string | undefined; persons: readonly Person[] } {
  if (isBlank(text)) return { id: undefined, persons: [] };
  return settlePerson(reading.people.match(text), reading.tally);
}

function ownerOf(cells: RowCells<RegisterField>, reading: RegisterReading): ReturnType<typeof personIn> {
  return personIn(cells.get('owner'), reading);
}

function servicesOf(cells: RowCells<RegisterField>, reading: RegisterReading): readonly string[] {
  const cell = cells.get('services');
  if (isBlank(cell)) {
    if (reading.defaultServiceId !== undefined) return [reading.defaultServiceId];
    reading.tally.withoutService += 1;
    return [];
  }
  return matchedParts(cell, (text) => reading.services.match(text), reading.tally.unknownServices);
}

function findingsOf(
  cells: RowCells<RegisterField>,
  serviceIds: readonly string[],
  reading: RegisterReading,
): readonly string[] | undefined {
  const parts = partsOf(cells.get('findings'));
  if (parts.length === 0) return undefined;
  const ids = parts.flatMap((part) => {
    const found = reading.findings.match(part, serviceIds);
    if (found.length === 0) reading.tally.unknownFindings.add(part);
    return found.length === 0 ? [identifierText(part)] : found;
  });
  return [...new Set(ids)];
}

function closedAtOf(
  cells: RowCells<RegisterField>,
  dates: RowDates,
  held: Risk | undefined,
  reading: RegisterReading,
): When | undefined {
  if (dates.closedAt !== undefined) return dates.closedAt;
  const word = cells.get('status');
  if (isBlank(word)) return cells.columns.has('closedAt') || cells.columns.has('status') ? undefined : held?.closedAt;
  const status = statusOf(word);
  if (status === undefined) reading.tally.unknownStatuses.add(word);
  if (status !== 'closed') return undefined;
  if (held?.closedAt === undefined) reading.tally.closedWithoutDate += 1;
  return held?.closedAt ?? reading.at;
}

function urgencyIn(cells: RowCells<RegisterField>, tally: RegisterTally): Risk['urgency'] {
  const cell = cells.get('urgency');
  if (isBlank(cell)) return undefined;
  const urgency = urgencyOf(cell);
  if (urgency === undefined) tally.unknownUrgencies.add(quoted(cell));
  return urgency;
}
