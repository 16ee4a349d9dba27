import { personName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { isOpen } from '#core/authority/decisions.ts';

/** Columns a risk register is exported with; the register importer reads each of them back. */
const HEADER = [
  'Risk ID', 'Risk', 'Services', 'Category', 'Decision owner', 'Owner since', 'Opened', 'Due', 'Next review', 'Decision needed by',
  'Loss low', 'Loss high', 'Events a year low', 'Events a year high', 'Currency', 'Status', 'Closed',
] as const;

/** The risk register on the day of the view, closed risks included, header first. A cell is `null` where the record does not say. */
export function registerTable(index: RecordIndex): readonly (readonly (string | number | null)[])[] {
  const rows = [...index.view.risks.values()].map((risk) => {
    const { exposure } = risk;
    const open = isOpen(index, risk);
    return [
      risk.id, risk.label ?? risk.id, risk.serviceIds.join('; '), risk.category ?? null,
      risk.ownerId === undefined || risk.ownerId === '' ? null : personName(index.view, risk.ownerId),
      risk.ownerSince ?? null, risk.openedAt, risk.dueAt ?? null, risk.reviewAt ?? null, risk.decisionNeededBy ?? null,
      exposure?.low ?? null, exposure?.high ?? null, exposure?.rateLow ?? null, exposure?.rateHigh ?? null,
      exposure === undefined ? null : (exposure.currency ?? index.view.policy.currency ?? null),
      open ? 'open' : 'closed', open ? null : (risk.closedAt ?? null),
    ];
  });
  return [HEADER, ...rows];
}
