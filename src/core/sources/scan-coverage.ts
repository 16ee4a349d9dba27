import { say } from '#language/say.ts';
import { dayOf, type When } from '#core/time.ts';
import type { Urgency } from '#core/record/entities.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { urgencyOf } from '#core/flags/urgency.ts';
import { sourceOfFile, type Delivery } from '#core/sources/delivery.ts';

/** When a service was last scanned, against how long a scan stays good for it. */
export interface ServiceScan {
  serviceId: string;
  /** `null` = the record holds no scan of it. */
  lastAt: When | null;
  age: number | null;
  /** Source of the last scan. */
  source: string | null;
  /** Days a scan stays good: of the most urgent open risk on it, else of a risk without pressure. */
  limit: number;
  withinLimit: boolean;
}

/**
 * Every service with its last scan: a file whose findings are about it, or evidence of the kind "scan" on a risk of it. The
 * limits are those of condition I6 (policy `I6.scanU3`, `I6.scanU14`, `I6.scan`).
 */
export function serviceScans(index: RecordIndex, deliveries: readonly Delivery[]): readonly ServiceScan[] {
  const { view, day, policy } = index;
  const last = new Map<string, { at: When; source: string }>();
  const see = (serviceId: string, at: When, source: string): void => {
    const held = last.get(serviceId);
    if (dayOf(at) <= day && (held === undefined || dayOf(held.at) < dayOf(at))) last.set(serviceId, { at, source });
  };
  for (const { at, sender, files } of deliveries) {
    for (const { services, file, refused } of files) if (!refused) for (const id of services ?? []) see(id, at, sourceOfFile(sender, file));
  }
  const urgencies = new Map<string, Urgency[]>();
  for (const risk of view.risks.values()) {
    for (const piece of listOf(index.evidenceByRisk, risk.id)) if (piece.kind === 'scan') for (const id of risk.serviceIds) see(id, piece.at, piece.label ?? say('evidence on a risk'));
    if (!isOpen(index, risk)) continue;
    for (const id of risk.serviceIds) urgencies.set(id, [...(urgencies.get(id) ?? []), urgencyOf(index, risk)]);
  }
  return [...view.services.keys()].map((serviceId) => {
    const pressing = urgencies.get(serviceId) ?? [];
    const limit = policy.threshold(pressing.includes('U3') ? 'I6.scanU3' : pressing.includes('U14') ? 'I6.scanU14' : 'I6.scan');
    const scan = last.get(serviceId);
    const age = scan === undefined ? null : day - dayOf(scan.at);
    return { serviceId, lastAt: scan?.at ?? null, age, source: scan?.source ?? null, limit, withinLimit: age !== null && age <= limit };
  });
}
