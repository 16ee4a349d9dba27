import type { Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf, type RecordView } from '#core/record/view.ts';
import type { Store } from '#store/store.ts';

/**
 * After every date a record can hold: an importer links to the newest of everything. The day after it must have a year
 * of four digits too, because moments are compared as text.
 */
const ALL_OF_IT = '9999-12-30';

/** More findings than this are not held for linking by name; a source that links by id is not affected. */
const MOST_FINDINGS = 300_000;

/** What the record holds while a batch is read: as stored when it began, and what its sources added since. */
export interface RecordSoFar {
  view(): RecordView;
  /** The same with every finding, for sources that name findings by the id their scanner gave them. */
  viewWithFindings(): Promise<RecordView>;
  /** The newest version of each of these findings, those of the open batch included. */
  findings(ids: readonly string[]): Promise<readonly Finding[]>;
  /** The newest version of each open finding of a service whose id begins so. */
  openFindings(serviceId: string, prefix: string): AsyncIterable<Finding>;
  /** The newest version of each finding of a service, fixed ones too. */
  findingsOf(serviceId: string): AsyncIterable<Finding>;
  add(entries: readonly Entry[]): void;
  /** Remembers this moment; the function it returns takes back what was added since. */
  mark(): () => void;
}

export async function recordSoFar(store: Store): Promise<RecordSoFar> {
  const base = (await store.entries()).filter((entry) => entry.kind !== 'findings');
  const added: Entry[] = [];
  let all: Entry[] | undefined;
  let view: RecordView | undefined;
  const newest = new Map<string, Finding>();
  async function* ofService(serviceId: string, openOnly: boolean): AsyncGenerator<Finding, void, undefined> {
    const given = new Set<string>();
    const counts = (finding: Finding): boolean => !openOnly || finding.fixedAt === undefined;
    let cursor: string | null = null;
    do {
      const page = await store.findings({ asOf: ALL_OF_IT, serviceIds: [serviceId], openOnly, limit: 500, ...(cursor === null ? {} : { cursor }) });
      for (const stored of page.findings) {
        given.add(stored.id);
        const finding = newest.get(stored.id) ?? stored;
        if (counts(finding)) yield finding;
      }
      cursor = page.nextCursor;
    } while (cursor !== null);
    for (const finding of newest.values()) if (finding.serviceId === serviceId && counts(finding) && !given.has(finding.id)) yield finding;
  }
  return {
    view: () => (view ??= viewAsOf(base, ALL_OF_IT)),
    async viewWithFindings() {
      all ??= [...(await findingsOf(store)), ...added];
      return viewAsOf([...base, ...all], ALL_OF_IT);
    },
    async findings(ids) {
      const known = ids.flatMap((id) => newest.get(id) ?? []);
      const stored = ids.filter((id) => !newest.has(id));
      if (stored.length === 0) return known;
      const page = await store.findings({ asOf: ALL_OF_IT, ids: stored, openOnly: false, limit: stored.length });
      return [...known, ...page.findings];
    },
    async *openFindings(serviceId, prefix) {
      for await (const finding of ofService(serviceId, true)) if (finding.id.startsWith(prefix)) yield finding;
    },
    findingsOf: (serviceId) => ofService(serviceId, false),
    add(entries) {
      for (const entry of entries) if (entry.kind === 'findings') newest.set(entry.entity.id, entry.entity);
      const findings = entries.filter((entry) => entry.kind === 'findings');
      all?.push(...findings);
      if (all === undefined) added.push(...findings);
      if (findings.length === entries.length) return;
      base.push(...entries.filter((entry) => entry.kind !== 'findings'));
      view = undefined;
    },
    mark() {
      const before = { base: base.length, added: added.length, all: all?.length, newest: new Map(newest) };
      return () => {
        base.length = before.base;
        added.length = before.added;
        if (all !== undefined && before.all !== undefined) all.length = before.all;
        else all = undefined;
        newest.clear();
        for (const [id, finding] of before.newest) newest.set(id, finding);
        view = undefined;
      };
    },
  };
}

async function findingsOf(store: Store): Promise<readonly Entry[]> {
  const findings: Entry[] = [];
  for await (const entry of store.allEntries()) {
    if (entry.kind !== 'findings') continue;
    if (findings.length === MOST_FINDINGS) break;
    findings.push(entry);
  }
  return findings;
}
