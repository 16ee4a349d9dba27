import type { Finding } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';

/** Finds findings by id or by the id their source gave them, such as a CVE, among those the record links. */
export class FindingIndex {
  readonly #byName = new Map<string, Finding[]>();

  constructor(view: Pick<RecordView, 'findings'>) {
    for (const finding of view.findings.values()) {
      for (const name of new Set([finding.id, finding.externalId ?? finding.id])) {
        const key = name.toLowerCase();
        const findings = this.#byName.get(key);
        if (findings === undefined) this.#byName.set(key, [finding]);
        else findings.push(finding);
      }
    }
  }

  /** Ids of the findings of that name on the given services; on any service where none is given. */
  match(name: string, serviceIds: readonly string[]): readonly string[] {
    const findings = this.#byName.get(name.trim().toLowerCase()) ?? [];
    return findings
      .filter(({ serviceId }) => serviceIds.length === 0 || serviceIds.includes(serviceId))
      .map(({ id }) => id);
  }
}
