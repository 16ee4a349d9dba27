import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { cdeventsImporter } from '#importers/cdevents/cdevents-importer.ts';
import { githubReleasesImporter } from '#importers/github-releases/github-releases-importer.ts';
import type { Importer, ImportItem } from '#importers/importer.ts';
import { provenanceImporter } from '#importers/provenance/provenance-importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

const shop: Entry = { kind: 'services', entity: { id: 'shop', exposure: 'internet', repository: 'github.com/acme/shop', teamId: 'payments', processId: 'web' }, stamp: { recordedAt: '2026-01-01' } };

async function read(importer: Importer, value: unknown): Promise<ImportItem[]> {
  return itemsOf(importer.read(memorySource('event.json', JSON.stringify(value)), importContext({ held: [shop] })));
}

const event = (type: string, content: object = {}): object => ({
  context: { id: `id-${type}`, type: `dev.cdevents.${type}.0.3.0`, timestamp: '2026-05-01T10:00:00Z' }, subject: { id: 'shop', content },
});

const repository = { html_url: 'https://github.com/acme/shop' };

describe('CDEvents', () => {
  it('of a deployed service are releases of it, by the team that owns it and its process', async () => {
    expect(entriesIn(await read(cdeventsImporter, event('service.deployed', { environment: { id: 'live' }, artifactId: 'pkg:oci/shop@1.4' })))).toMatchObject([
      { kind: 'releases', entity: { serviceId: 'shop', at: '2026-05-01T10:00:00Z', version: '1.4', shippedByTeamId: 'payments', processId: 'web', facts: ['deployed to live', 'pkg:oci/shop@1.4'] } },
    ]);
  });

  it('in a list are read one by one; those that ship nothing are counted', async () => {
    const items = await read(cdeventsImporter, [event('service.deployed'), event('build.finished'), event('approval.closed'), { nothing: 1 }]);
    expect(entriesIn(items)).toHaveLength(1);
    expect(items.flatMap((item) => (item.type === 'rejected' ? [[item.rejection.place, item.rejection.code]] : []))).toEqual([['/3', 'schema']]);
  });

  it('without a time are refused', async () => {
    await expect(read(cdeventsImporter, { context: { type: 'dev.cdevents.service.deployed.0.3.0' }, subject: { id: 'shop' } })).rejects.toMatchObject({ rejection: { code: 'time-format' } });
  });
});

describe('GitHub', () => {
  const deployment = { id: 7, sha: 'abc', ref: 'main', task: 'deploy', environment: 'production', created_at: '2026-05-01T10:00:00Z' };

  it('gives a deployment and its status one id', async () => {
    const [made] = entriesIn(await read(githubReleasesImporter, { action: 'created', deployment, repository }));
    const [done] = entriesIn(await read(githubReleasesImporter, { action: 'created', deployment, repository, deployment_status: { state: 'success', environment: 'production', created_at: '2026-05-01T10:05:00Z' } }));
    expect(done?.entity.id).toBe(made?.entity.id);
  });

  it('says nothing of a release where a deployment failed or a workflow only tests', async () => {
    expect(entriesIn(await read(githubReleasesImporter, { action: 'created', deployment, repository, deployment_status: { state: 'failure', created_at: '2026-05-01T10:05:00Z' } }))).toEqual([]);
    const run = { id: 1, name: 'Unit tests', conclusion: 'success', updated_at: '2026-05-01T10:05:00Z', head_sha: 'abc' };
    expect(entriesIn(await read(githubReleasesImporter, { action: 'completed', workflow_run: run, repository }))).toEqual([]);
    expect(entriesIn(await read(githubReleasesImporter, { action: 'completed', workflow_run: { ...run, name: 'Deploy to live' }, repository }))).toHaveLength(1);
  });

  it('lists releases by their tag, drafts apart', async () => {
    const release = { url: 'https://api.github.com/repos/acme/shop/releases/1', tag_name: 'v1.4.0', published_at: '2026-05-01T10:00:00Z', draft: false };
    expect(entriesIn(await read(githubReleasesImporter, [release, { ...release, tag_name: 'v2', draft: true }]))).toMatchObject([{ entity: { version: 'v1.4.0', serviceId: 'shop' } }]);
  });
});

describe('provenance', () => {
  const statement = {
    _type: 'https://in-toto.io/Statement/v1', predicateType: 'https://slsa.dev/provenance/v1', subject: [{ name: 'shop_v1.4.0_linux', digest: { sha256: 'ff' } }],
    predicate: { buildDefinition: { resolvedDependencies: [{ uri: 'git+https://github.com/acme/shop@refs/heads/main' }] }, runDetails: { builder: { id: 'b' }, metadata: { invocationId: 'i', finishedOn: '2026-05-01T10:00:00Z' } } },
  };

  it('of version 1 is a release of the repository it was built from', async () => {
    expect(entriesIn(await read(provenanceImporter, statement))).toMatchObject([{ entity: { serviceId: 'shop', version: 'v1.4.0', at: '2026-05-01T10:00:00Z' } }]);
  });

  it('in an envelope says that its signature is not verified', async () => {
    const [release] = entriesIn(await read(provenanceImporter, { payloadType: 'application/vnd.in-toto+json', payload: btoa(JSON.stringify(statement)), signatures: [{ sig: 'x' }] }));
    expect(release?.kind === 'releases' ? release.entity.facts : []).toContain('provenance present, signature not verified');
  });

  it('that is no base64 is refused', async () => {
    await expect(read(provenanceImporter, { payloadType: 'application/vnd.in-toto+json', payload: '***' })).rejects.toMatchObject({ rejection: { code: 'encoding' } });
  });
});
