import { nameOf } from '#mocks/halden-maker/company/organisation.ts';
import { csvText, type FileSet } from '#mocks/halden-maker/files/file-set.ts';
import { risks } from '#mocks/halden-maker/risks/plan.ts';
import { heldOn, registerExports, type Day, type RiskSpec } from '#mocks/halden-maker/risks/risk.ts';

const HEADER = [
  'Risk ID', 'Risk', 'Services', 'Category', 'Decision owner', 'Owner since', 'Opened', 'Due', 'Next review',
  'Decision needed by', 'Loss low (USD)', 'Loss high (USD)', 'Events a year low', 'Events a year high', 'Currency', 'Status', 'Closed',
];

/** The monthly exports of the register: what is open, and what closed since the export before. */
export function registerFiles(): FileSet {
  const files = new Map<string, string>();
  let previous: Day = '0000-00-00';
  for (const day of registerExports) {
    const rows = risks.filter((risk) => risk.openedAt <= day && (risk.closedAt === undefined || risk.closedAt > previous));
    files.set(`register/risk-register-${day}.csv`, csvText(HEADER, rows.map((risk) => rowOf(risk, day))));
    previous = day;
  }
  return files;
}

function rowOf(risk: RiskSpec, day: Day): readonly (string | number | undefined)[] {
  const owner = heldOn(risk.owners, day) ?? risk.owners[0];
  const range = heldOn(risk.ranges, day);
  const closed = risk.closedAt !== undefined && risk.closedAt <= day ? risk.closedAt : undefined;
  return [
    risk.id, risk.label, risk.serviceIds.join('; '), risk.category,
    ownerText(owner?.personId), owner?.personId === undefined ? undefined : owner.since,
    risk.openedAt, risk.dueAt, risk.reviewAt, risk.decisionNeededBy,
    range?.low, range?.high, range?.rateLow, range?.rateHigh, range?.currency,
    closed === undefined ? 'open' : 'closed', closed,
  ];
}

/** Owners stand in the register as people write them: a name, an address, or whatever was typed. */
function ownerText(personId: string | undefined): string | undefined {
  if (personId === undefined) return undefined;
  return personId === 'vendor-risk' ? 'vendor-risk@halden.example' : nameOf(personId);
}
