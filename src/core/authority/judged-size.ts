import type { Risk } from '#core/record/entities.ts';
import { perIndex } from '#core/record/memo.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { isGenericClass } from '#core/information/known-elsewhere.ts';

/**
 * The high end of one loss a limit is compared with, undefined without a range. Open risks of one owner on one service
 * with the same defect class count together: one risk cut into parts is still one size.
 */
export function judgedHigh(index: RecordIndex, risk: Risk): number | undefined {
  if (risk.exposure === undefined) return undefined;
  const own = risk.exposure.high;
  if (risk.ownerId === undefined || risk.defectClass === undefined || !isOpen(index, risk)) return own;
  return Math.max(own, ...keysOf(risk).map((key) => sums(index).get(key) ?? 0));
}

const sums = perIndex((index) => {
  const totals = new Map<string, number>();
  for (const risk of index.view.risks.values()) {
    if (risk.exposure === undefined || !isOpen(index, risk)) continue;
    for (const key of keysOf(risk)) totals.set(key, (totals.get(key) ?? 0) + risk.exposure.high);
  }
  return totals;
});

function keysOf({ ownerId, defectClass, serviceIds }: Risk): readonly string[] {
  if (ownerId === undefined || defectClass === undefined || isGenericClass(defectClass)) return [];
  const services = serviceIds.length < 2 ? serviceIds : [...new Set(serviceIds)];
  return services.map((serviceId) => `${ownerId}\n${defectClass}\n${serviceId}`);
}
