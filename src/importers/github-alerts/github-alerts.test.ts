import { describe, expect, it } from 'vitest';
import type { Decision, Finding } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { githubAlertsImporter } from '#importers/github-alerts/github-alerts-importer.ts';
import type { ImportItem } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

const shop: Entry = { kind: 'services', entity: { id: 'shop', exposure: 'internet', repository: 'github.com/acme/shop' }, stamp: { recordedAt: '2026-01-01' } };
const till: Entry = { kind: 'services', entity: { id: 'till', exposure: 'internal', repository: 'github.com/acme/till' }, stamp: { recordedAt: '2026-01-01' } };
const ada: Entry = { kind: 'persons', entity: { id: 'ada', kind: 'person', teamId: 'a' }, stamp: { recordedAt: '2026-01-01' } };

async function read(value: unknown): Promise<ImportItem[]> {
  return itemsOf(githubAlertsImporter.read(memorySource('alerts.json', JSON.stringify(value)), importContext({ held: [shop, till, ada] })));
}

const findingsIn = (items: readonly ImportItem[]): Finding[] => entriesIn(items).flatMap((entry) => (entry.kind === 'findings' ? [entry.entity] : []));
const decisionsIn = (items: readonly ImportItem[]): Decision[] => entriesIn(items).flatMap((entry) => (entry.kind === 'decisions' ? [entry.entity] : []));

const address = (repository: string): object => ({ html_url: `https://github.com/acme/${repository}/security/alerts/1` });

describe('alerts of an organisation', () => {
  const alert = (repository: string, number: number): object => ({
    number, state: 'open', ...address(repository), rule: { id: 'js/xss', severity: 'warning' }, most_recent_instance: { location: { path: 'a.js', start_line: 3 } },
  });

  it('are put on the service of their repository', async () => {
    expect(findingsIn(await read([alert('shop', 1), alert('till', 1)])).map(({ serviceId }) => serviceId)).toEqual(['shop', 'till']);
  });

  it('of a repository nobody knows are rejected, and the others taken', async () => {
    const items = await read([alert('shop', 1), alert('attic', 2)]);
    expect(findingsIn(items)).toHaveLength(1);
    expect(items.flatMap((item) => (item.type === 'rejected' ? [[item.rejection.place, item.rejection.code]] : []))).toEqual([['/1', 'service-unknown']]);
  });
});

describe('a dismissal of Dependabot', () => {
  const alert = (more: object): object => ({ number: 5, ...address('shop'), dependency: { package: { ecosystem: 'npm', name: 'a' } }, security_advisory: { ghsa_id: 'GHSA-1', severity: 'low' }, ...more });

  it('is a decision of the account that made it', async () => {
    const items = await read([alert({ state: 'dismissed', dismissed_at: '2026-05-01T00:00:00Z', dismissed_by: { login: 'Ada' }, dismissed_reason: 'tolerable_risk', dismissed_comment: 'not used in production' })]);
    expect(decisionsIn(items)).toMatchObject([{ byId: 'ada', kind: 'accept', at: '2026-05-01T00:00:00Z', rationale: 'tolerable_risk · not used in production' }]);
  });

  it('because a fix was started is a decision to mitigate', async () => {
    const items = await read([alert({ state: 'dismissed', dismissed_at: '2026-05-01T00:00:00Z', dismissed_by: { login: 'Ada' }, dismissed_reason: 'fix_started' })]);
    expect(decisionsIn(items)).toMatchObject([{ kind: 'mitigate' }]);
  });

  it('by a rule has no maker', async () => {
    const [decision] = decisionsIn(await read([alert({ state: 'auto_dismissed', auto_dismissed_at: '2026-05-01T00:00:00Z' })]));
    expect(decision).toMatchObject({ at: '2026-05-01T00:00:00Z' });
    expect(decision).not.toHaveProperty('byId');
  });
});

describe('a secret that was found', () => {
  const alert = (more: object): object => ({ number: 9, ...address('shop'), secret_type: 'acme_token', secret: 'acme_t0ps3cret', created_at: '2026-02-01T00:00:00Z', ...more });

  it('is never kept itself', async () => {
    expect(JSON.stringify(await read([alert({})]))).not.toContain('t0ps3cret');
  });

  it('that was revoked is fixed, by who revoked it', async () => {
    const items = await read([alert({ resolution: 'revoked', resolved_by: { login: 'ada' }, resolved_at: '2026-02-02T00:00:00Z' })]);
    expect(findingsIn(items)).toMatchObject([{ fixedAt: '2026-02-02T00:00:00Z' }]);
    expect(decisionsIn(items)).toMatchObject([{ kind: 'mitigate', byId: 'ada', implementedAt: '2026-02-02T00:00:00Z' }]);
  });

  it('and pushed past the protection carries the reviewer who let it pass', async () => {
    const items = await read([alert({ push_protection_bypassed: true, push_protection_bypassed_by: { login: 'bo' }, push_protection_bypass_request_reviewer: { login: 'ada' }, push_protection_bypassed_at: '2026-02-01T00:00:00Z' })]);
    expect(decisionsIn(items)).toMatchObject([{ byId: 'ada', rationale: 'push protection bypassed' }]);
  });
});
