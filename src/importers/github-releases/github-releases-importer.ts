import { beginsAs, either, has } from '#importers/detection/outline-test.ts';
import { objectOf, textOf, type LooseObject } from '#importers/scan/loose.ts';
import { releaseImporter, type ReleaseRow } from '#importers/scan/release-importer.ts';
import type { Subject } from '#importers/scan/sighting.ts';
import { whenOf } from '#importers/scan/when-text.ts';

/**
 * What GitHub says was shipped: deployments and their statuses, releases, and runs of a workflow that ended well; as
 * webhook events and as lists of the REST API. A workflow run counts as a release only by a name that says so, since most runs
 * ship nothing. A failed or waiting deployment is none.
 */
export const githubReleasesImporter = releaseImporter({
  format: 'github-releases',
  title: 'GitHub deployments, releases and workflow runs',
  specification: 'GitHub REST API 2022-11-28 and webhook events',
  detects: (start) => beginsAs(start, either(
    has('action', 'deployment'), has('action', 'deployment_status'), has('action', 'workflow_run'), has('action', 'release.url'),
    has('[].tag_name', '[].published_at'), has('[].environment', '[].sha', '[].task'), has('[].deployment_status'), has('[].workflow_run'), has('[].release.tag_name'), has('[].deployment.sha'),
  )),
  read: readEvent,
});

function readEvent(value: unknown): ReleaseRow {
  const event = objectOf(value);
  if (event === undefined) return { type: 'rejected', code: 'schema', reason: 'The event is not an object.', remedy: 'Export it again.' };
  const status = objectOf(event['deployment_status']);
  const deployment = objectOf(event['deployment']) ?? (event['task'] !== undefined && event['sha'] !== undefined ? event : undefined);
  const release = objectOf(event['release']) ?? (event['tag_name'] !== undefined ? event : undefined);
  const run = objectOf(event['workflow_run']);
  if (release !== undefined) return releaseRow(release, event);
  if (event['workflow_job'] !== undefined || textOf(event['action']) === 'requested') return { type: 'passed-over', why: 'waiting for somebody to let it pass.' };
  if (deployment !== undefined) return deploymentRow(deployment, status, event);
  if (run !== undefined) return runRow(run, event);
  return { type: 'passed-over', why: 'of a kind that ships nothing.' };
}

function deploymentRow(deployment: LooseObject, status: LooseObject | undefined, event: LooseObject): ReleaseRow {
  const state = textOf(status?.['state']);
  if (status !== undefined && state !== 'success') return { type: 'passed-over', why: `a deployment whose state is ${state ?? 'not given'}.` };
  const at = whenOf(status?.['created_at']) ?? whenOf(deployment['created_at']);
  if (at === undefined) return undated();
  const environment = textOf(status?.['environment']) ?? textOf(deployment['environment']);
  return {
    type: 'release',
    release: {
      key: ['deployment', String(deployment['id'])],
      at,
      version: textOf(deployment['sha']),
      about: subjectOf(event, textOf(deployment['repository_url']) ?? textOf(deployment['url'])),
      facts: [`deployed${environment === undefined ? '' : ` to ${environment}`} from ${textOf(deployment['ref']) ?? 'no ref'}`, ...(status === undefined ? [] : ['deployment succeeded'])],
    },
  };
}

function releaseRow(release: LooseObject, event: LooseObject): ReleaseRow {
  if (release['draft'] === true) return { type: 'passed-over', why: 'a draft of a release.' };
  const at = whenOf(release['published_at']) ?? whenOf(release['created_at']);
  if (at === undefined) return undated();
  return {
    type: 'release',
    release: {
      key: ['release', textOf(release['tag_name'])],
      at,
      version: textOf(release['tag_name']),
      builds: [commitIn(release['target_commitish'])],
      about: subjectOf(event, textOf(release['url']) ?? textOf(release['html_url'])),
      facts: [release['prerelease'] === true ? 'published before release' : 'published'],
    },
  };
}

function runRow(run: LooseObject, event: LooseObject): ReleaseRow {
  const named = [run['name'], run['path'], run['display_title'], objectOf(event['workflow'])?.['name']].map(textOf).filter((name) => name !== undefined).join(' ');
  if (!/\b(deploy|release|publish|ship|rollout|promote)/i.test(named)) return { type: 'passed-over', why: 'a workflow run whose name does not say that it ships something.' };
  if (textOf(run['conclusion']) !== 'success') return { type: 'passed-over', why: 'a workflow run that has not ended well.' };
  const at = whenOf(run['updated_at']) ?? whenOf(run['created_at']);
  if (at === undefined) return undated();
  return {
    type: 'release',
    release: { key: ['run', String(run['id'])], at, version: textOf(run['head_sha']), about: subjectOf(event, textOf(run['url'])), facts: [`workflow ${textOf(run['name']) ?? textOf(run['path']) ?? ''} ended well`] },
  };
}

/** The repository of the event, else the one whose address the deployment or release has. */
function subjectOf(event: LooseObject, address: string | undefined): Subject {
  const stated = textOf(objectOf(event['repository'])?.['html_url']);
  const [, host, path] = /^https:\/\/([^/]+)\/(?:api\/v3\/)?(?:repos\/)?([^/]+\/[^/]+)/.exec(address ?? '') ?? [];
  const own = host === undefined || path === undefined ? undefined : `https://${host.replace(/^api\./, '')}/${path}`;
  const repository = stated ?? own;
  return { repositories: repository === undefined ? [] : [repository], names: [] };
}

function undated(): ReleaseRow {
  return { type: 'rejected', code: 'time-format', reason: 'The event does not say when it happened.', remedy: 'Export it again.' };
}

/** A branch stands in the same place; it says nothing about which build it was. */
function commitIn(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^[\da-f]{40}$/i.test(text) ? text : undefined;
}
