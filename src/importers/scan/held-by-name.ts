import type { Finding } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';
import { purlOf } from '#importers/cyclonedx/purl.ts';

/** Findings of the record by the names of their vulnerability, whoever found them. */
export class HeldByName {
  readonly #byName = new Map<string, Finding[]>();

  constructor(view: Pick<RecordView, 'findings'>) {
    for (const finding of view.findings.values()) {
      for (const name of new Set([finding.externalId, ...(finding.aliases ?? [])])) {
        if (name === undefined) continue;
        const key = name.toUpperCase();
        const findings = this.#byName.get(key);
        if (findings === undefined) this.#byName.set(key, [finding]);
        else findings.push(finding);
      }
    }
  }

  /** Every finding of that name, on any service. */
  named(name: string): readonly Finding[] {
    return this.#byName.get(name.toUpperCase()) ?? [];
  }

  /**
   * The findings on a service that go by one of the names, in the component; in that version of it where both name
   * one. Where no component is given, those in all of them.
   */
  on(serviceId: string, names: readonly string[], component: string | undefined): readonly Finding[] {
    const found = new Map<string, Finding>();
    for (const name of names) for (const finding of this.named(name)) if (finding.serviceId === serviceId) found.set(finding.id, finding);
    const all = [...found.values()];
    if (component === undefined) return all;
    const key = componentKey(component);
    const version = versionOf(component);
    return all.filter(({ component: held }) => {
      if (held === undefined || componentKey(held) !== key) return false;
      const heldVersion = versionOf(held);
      return version === undefined || heldVersion === undefined || version === heldVersion;
    });
  }
}

function versionOf(component: string): string | undefined {
  return /@([^@?#/]+)(?:[?#].*)?$/.exec(component)?.[1] ?? / v?(\d\S*)$/.exec(component)?.[1];
}

/** A component without its version: the same for `pkg:npm/debug@3.0.1` and `pkg:npm/debug@4.1.0`, and for `debug 3.0.1`. */
export function componentKey(component: string): string {
  const purl = purlOf(component);
  if (purl !== undefined) return purl.unversioned.toLowerCase();
  const at = component.lastIndexOf('@');
  return (at > 0 ? component.slice(0, at) : component.replace(/\s+v?\d\S*$/, '')).trim().toLowerCase();
}
