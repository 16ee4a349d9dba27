import { beginsAs, either, says } from '#importers/detection/outline-test.ts';
import { imageBuilds } from '#importers/scan/image-names.ts';
import { objectOf, textOf } from '#importers/scan/loose.ts';
import { releaseImporter, type ReleaseRow } from '#importers/scan/release-importer.ts';
import { purlOf, repositoryOfPurl } from '#importers/cyclonedx/purl.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/** Predicates that say a service went out, by the words a release keeps. */
const shipped: Readonly<Record<string, string>> = {
  'service.deployed': 'deployed', 'service.upgraded': 'upgraded', 'service.rolledback': 'rolled back', 'artifact.published': 'artifact published',
};

/**
 * CDEvents: a deployed, upgraded or rolled back service and a published artifact are releases. Every other event of the
 * vocabulary is counted and left. An approval says who let something pass and not what was decided about a risk.
 */
export const cdeventsImporter = releaseImporter({
  format: 'cdevents',
  title: 'CDEvents',
  specification: 'CDEvents 0.3 to 0.6',
  detects: (start) => beginsAs(start, either(says('context.type', /^dev\.cdevents\./), says('[].context.type', /^dev\.cdevents\./))),
  read: readEvent,
});

function readEvent(value: unknown): ReleaseRow {
  const event = objectOf(value);
  const context = objectOf(event?.['context']);
  const type = textOf(context?.['type']);
  const kind = /^dev\.cdevents\.([a-z]+\.[a-z]+)\./i.exec(type ?? '')?.[1]?.toLowerCase();
  if (kind === undefined) return { type: 'rejected', code: 'schema', reason: 'The event names no type of CDEvents.', remedy: 'Give the event as the CloudEvents payload holds it.' };
  const words = shipped[kind];
  if (words === undefined) return { type: 'passed-over', why: `of the type ${kind}, which ships nothing.` };
  const at = whenOf(context?.['timestamp']);
  if (at === undefined) return { type: 'rejected', code: 'time-format', reason: 'The event does not say when it happened.', remedy: 'Give its timestamp as ISO 8601.' };
  const subject = objectOf(event?.['subject']);
  const content = objectOf(subject?.['content']);
  const environment = textOf(objectOf(content?.['environment'])?.['id']);
  const id = textOf(subject?.['id']);
  const artifact = textOf(content?.['artifactId']) ?? (kind === 'artifact.published' ? id : undefined);
  const purl = artifact === undefined ? undefined : purlOf(artifact);
  const repository = purl === undefined ? undefined : repositoryOfPurl(purl);
  const names = [kind.startsWith('service.') ? id : undefined, purl?.name, purl?.namespace === undefined ? undefined : `${purl.namespace}/${purl.name}`].filter((name) => name !== undefined);
  return {
    type: 'release',
    release: {
      key: [textOf(context?.['id']), kind],
      at,
      version: artifact === undefined ? undefined : decodedVersion(artifact),
      builds: artifact === undefined ? [] : [/[?&]tag=([^&#]+)/.exec(artifact)?.[1], ...imageBuilds([artifact])],
      about: { repositories: repository === undefined ? [] : [repository], names },
      facts: [environment === undefined ? words : `${words} to ${environment}`, ...(artifact === undefined ? [] : [artifact])],
    },
  };
}

function decodedVersion(purl: string): string | undefined {
  const version = /@([^@?#]+)(?:[?#].*)?$/.exec(purl)?.[1];
  try {
    return version === undefined ? undefined : decodeURIComponent(version);
  } catch {
    return version;
  }
}
