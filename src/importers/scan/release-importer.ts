import type { Finding, Release } from '#core/record/entities.ts';
import { kept } from '#core/record/memo.ts';
import { buildName } from '#core/release/build-names.ts';
import { ReleaseLine } from '#core/release/release-line.ts';
import { originAmong } from '#core/release/trace-origin.ts';
import type { When } from '#core/time.ts';
import type { FormatName, ImportContext, Importer, ImportItem, Source } from '#importers/importer.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { stableHash } from '#importers/matching/stable-hash.ts';
import { definedOnly, stampOf } from '#importers/matching/stamp.ts';
import { faultOfFlaw } from '#importers/reading/flaw.ts';
import { pointerOf, type PathStep } from '#importers/reading/place.ts';
import { note, refuse, rejected, repaired, WHOLE_FILE, type Fault } from '#importers/reading/rejection.ts';
import { count } from '#importers/reading/report-words.ts';
import { storedText } from '#importers/reading/stored-text.ts';
import { jsonValues } from '#importers/scan/json-values.ts';
import { ServicePlacing } from '#importers/scan/service-placing.ts';
import type { Subject } from '#importers/scan/sighting.ts';
import { notAfter } from '#importers/scan/when-text.ts';

/** What one event says was shipped. */
export interface ShippedRelease {
  /** The same for every event about the release: a deployment and its statuses, a tag, a build. */
  key: readonly (string | undefined)[];
  at: When;
  version: string | undefined;
  about: Subject;
  /** Commits, digests and tags of what was shipped, beside the version. */
  builds?: readonly (string | undefined)[];
  /** Sentences kept with the release: environment, outcome, provenance. */
  facts: readonly string[];
}

export type ReleaseRow =
  | { type: 'release'; release: ShippedRelease }
  /** `why` ends the sentence "3 events ...". */
  | { type: 'passed-over'; why: string }
  | { type: 'rejected'; code: string; reason: string; remedy: string };

/** What is particular to one format of release events. */
export interface ReleaseFormat {
  format: FormatName;
  title: string;
  specification: string;
  detects(start: string, name: string): boolean;
  /** Reads one event. */
  read(event: unknown): ReleaseRow;
}

/**
 * The importer of a format whose events say that something was shipped: one event a file or a list of them.
 * The team and the process of a release are those its service had on the record; an event names no team.
 */
export function releaseImporter(format: ReleaseFormat): Importer {
  const { format: name, title, specification } = format;
  return {
    format: name, title, specification,
    detects: (start, file) => format.detects(start, file),
    read: (source, context) => readReleases(format, source, context),
  };
}

async function* readReleases(format: ReleaseFormat, source: Source, context: ImportContext): AsyncGenerator<ImportItem, void, undefined> {
  const file = source.name;
  const placing = new ServicePlacing(context, new ServiceIndex(context.view), { repositories: [], names: [] });
  const stamp = stampOf(context, file, 'documented');
  const passedOver = new Map<string, number>();
  const tally = { events: 0, releases: 0, faults: 0 };
  const arrived = new Map<string, Map<string, Release>>();
  let first: Fault | undefined;
  for await (const item of jsonValues(source)) {
    if (item.type === 'flaw') {
      yield repaired(file, faultOfFlaw(item.flaw));
      continue;
    }
    tally.events += 1;
    const place = placeOf(item.path);
    const row = format.read(item.value);
    switch (row.type) {
      case 'passed-over':
        passedOver.set(row.why, (passedOver.get(row.why) ?? 0) + 1);
        break;
      case 'rejected': {
        const fault = { place, code: row.code, reason: row.reason, remedy: row.remedy };
        first ??= fault;
        tally.faults += 1;
        yield rejected(file, fault);
        break;
      }
      case 'release': {
        const choice = placing.serviceOf(row.release.about);
        if (choice.type === 'unknown') {
          yield rejected(file, { place, ...choice.fault });
          break;
        }
        tally.releases += 1;
        const entity = await releaseOf(row.release, choice.id, format.format, context);
        kept(arrived, choice.id, () => new Map<string, Release>()).set(entity.id, entity);
        yield { type: 'entry', entry: { kind: 'releases', entity, stamp }, place };
        break;
      }
    }
  }
  const unplaced = placing.onlyFault();
  if (unplaced !== undefined) refuse(file, { place: WHOLE_FILE, ...unplaced });
  if (first !== undefined && tally.faults === tally.events) refuse(file, first);
  yield note(`${count(tally.events, 'event')}: ${count(tally.releases, 'release')}.`);
  let traced = 0;
  for (const [serviceId, releases] of arrived) {
    for await (const entity of tracedAnew(serviceId, releases, context)) {
      traced += 1;
      yield { type: 'entry', entry: { kind: 'findings', entity, stamp }, place: WHOLE_FILE };
    }
  }
  if (traced > 0) yield note(`${count(traced, 'finding')} of earlier scans ${traced === 1 ? 'is' : 'are'} tied to the release the scan names.`);
  for (const [why, events] of passedOver) yield note(`${count(events, 'event')} ${events === 1 ? 'is' : 'are'} ${why}`);
}

function placeOf(path: readonly PathStep[]): string {
  return path.length === 0 ? WHOLE_FILE : pointerOf(path);
}

/** Findings whose origin is another now that these releases of their service are on record. */
async function* tracedAnew(serviceId: string, arrived: ReadonlyMap<string, Release>, context: ImportContext): AsyncGenerator<Finding, void, undefined> {
  const releases = [...context.view.releases.values()].filter((release) => release.serviceId === serviceId && !arrived.has(release.id));
  const line = new ReleaseLine([...releases, ...arrived.values()]);
  for await (const finding of context.findingsOf?.(serviceId) ?? []) {
    if (finding.firstScan?.build === undefined && finding.introducedReleaseId === undefined) continue;
    const traced = definedOnly({ ...finding, ...originAmong(finding, line) });
    const isSame = traced.introducedReleaseId === finding.introducedReleaseId && traced.afterShipping === finding.afterShipping;
    if (!isSame) yield traced;
  }
}

async function releaseOf({ key, at, version, about, builds, facts }: ShippedRelease, serviceId: string, format: FormatName, context: ImportContext): Promise<Release> {
  const hash = await stableHash([...about.repositories, ...about.names, ...key.map((part) => part ?? '')].join('\n'));
  const id = `${serviceId}:${format}:${hash.slice(0, 12)}`;
  const held = context.view.releases.get(id);
  const service = context.view.services.get(serviceId);
  return definedOnly<Release>({
    ...held,
    id,
    serviceId,
    at: notAfter(at, context.at),
    version: version === undefined ? held?.version : storedText(version).slice(0, 200),
    shippedByTeamId: held?.shippedByTeamId ?? context.defaults.teamId ?? service?.teamId,
    processId: held?.processId ?? service?.processId,
    builds: buildsOf(held, version, builds ?? []),
    facts: [...new Set([...(held?.facts ?? []), ...facts.map((fact) => storedText(fact).slice(0, 300))])].slice(0, 20),
  });
}

/** Names of builds kept of one release. */
const KEPT_BUILDS = 50;

function buildsOf(held: Release | undefined, version: string | undefined, builds: readonly (string | undefined)[]): readonly string[] | undefined {
  const names = builds.flatMap((build) => (build === undefined || build === version || buildName(build) === undefined ? [] : [storedText(build).slice(0, 200)]));
  const all = [...new Set([...(held?.builds ?? []), ...names])].slice(0, KEPT_BUILDS);
  return all.length === 0 ? undefined : all;
}
