import { describe, expect, test } from 'vitest';
import type { Finding, Release } from '#core/record/entities.ts';
import type { Entry } from '#core/record/entry.ts';
import { viewAsOf } from '#core/record/view.ts';
import { attributionOf } from '#core/release/attribution.ts';
import { fixedWords, introducedWords, originHeadline, shippedWordsOf } from '#core/release/attribution-words.ts';

const release = (id: string, at: string, more: Partial<Release> = {}): Entry => ({ kind: 'releases', entity: { id, serviceId: 'shop', at, version: id, shippedByTeamId: 'orders', ...more }, stamp: {} });
const company: readonly Entry[] = [
  { kind: 'services', entity: { id: 'shop', exposure: 'internet', teamId: 'cart', processId: 'train' }, stamp: {} },
  { kind: 'processes', entity: { id: 'train', owningTeamId: 'platform', stages: ['code', 'build', 'deploy', 'run'].map((id) => ({ id, gate: 'none' as const })) }, stamp: {} },
  release('r1', '2026-01-10', { completeScans: [{ tool: 'trivy', at: '2026-01-09' }] }), release('r2', '2026-02-10'),
];
const finding = (more: Partial<Finding> = {}): Finding => ({ id: 'shop:trivy:CVE-1:0', serviceId: 'shop', at: '2026-02-11', severity: 'high', source: 'Trivy', ...more });
const of = (more: Partial<Finding> = {}, entries: readonly Entry[] = company) => attributionOf(viewAsOf(entries, '2026-03-31'), finding(more));

describe('who introduced a finding', () => {
  test('is stated by the record, with the team that shipped the release', () => {
    expect(of({ introducedReleaseId: 'r1' }).introduced).toMatchObject({ confidence: 'stated', releaseId: 'r1', teamId: 'orders', shippedAt: '2026-01-10' });
    expect(of({ introducedByTeamId: 'cart' }).introduced).toMatchObject({ confidence: 'stated', releaseId: null, teamId: 'cart' });
  });

  test('is shown where a complete scan of the release before does not list it', () => {
    const { introduced } = of({ introducedReleaseId: 'r2', originMethod: 'scan' });
    expect(introduced).toMatchObject({ confidence: 'shown', absentIn: 'r1', teamId: 'orders' });
    expect(introducedWords(introduced)).toBe('A scan of release r2 holds it; a complete scan of r1, the release before, does not list it.');
  });

  test.each([
    ['another tool scanned the release before', { id: 'shop:grype:CVE-1:0', introducedReleaseId: 'r2' }],
    ['there is no release before', { introducedReleaseId: 'r1' }],
    ['the release is not on record', { introducedReleaseId: 'r9' }],
  ])('is known at the latest where %s', (_, more) => {
    expect(of({ ...more, originMethod: 'scan' }).introduced).toMatchObject({ confidence: 'at-latest', absentIn: null });
  });

  test('is offered, and not traced, where only dates speak', () => {
    const { introduced } = of();
    expect(introduced).toMatchObject({ confidence: 'offered', releaseId: 'r2', teamId: 'orders' });
    expect(originHeadline(of(), false)).toBe('Its origin is not traced');
    expect(of({ at: '2026-01-01' }).introduced).toMatchObject({ confidence: 'none', releaseId: null, teamId: null });
    expect(of({ external: true }).introduced).toMatchObject({ confidence: 'none' });
  });

  test('tells what was shipped vulnerable from what became so', () => {
    const later = of({ introducedReleaseId: 'r2', originMethod: 'scan', publishedAt: '2026-02-20', afterShipping: true });
    expect(later).toMatchObject({ introduced: { shipped: 'became-vulnerable' }, madeAt: { method: 'after-shipping' }, gotPast: { stageId: null, method: 'after-shipping' } });
    expect(shippedWordsOf(later.introduced)).toBe('Became public on 20 Feb 2026, after the release had shipped on 10 Feb 2026: it was not shipped vulnerable, and no stage let it pass.');
    const before = of({ introducedReleaseId: 'r2', originMethod: 'scan', publishedAt: '2026-02-01', afterShipping: false });
    expect(shippedWordsOf(before.introduced)).toBe('Public since 1 Feb 2026, before the release shipped on 10 Feb 2026: it was shipped vulnerable.');
  });
});

describe('the stage a finding got past', () => {
  test.each([
    ['stated', { introducedStageId: 'code', foundStageId: 'run', escapedStageId: 'build' }, { stageId: 'build', method: 'stated' }],
    ['the last before it was found', { introducedStageId: 'code', foundStageId: 'run' }, { stageId: 'deploy', method: 'order' }],
    ['none where it was found where it was made', { introducedStageId: 'run', foundStageId: 'run' }, { stageId: null, method: 'contained' }],
    ['not known where it was found before it was made', { introducedStageId: 'run', foundStageId: 'code' }, { stageId: null, method: 'none' }],
    ['not known without the stage that made it', { foundStageId: 'run' }, { stageId: null, method: 'none' }],
  ])('is %s', (_, more, expected) => {
    expect(of(more).gotPast).toEqual(expected);
  });

  test('is made at the first stage of the process where a scan there holds it', () => {
    expect(of({ introducedStageId: 'code', foundStageId: 'code', firstScan: { stage: { at: '2026-02-11', id: 'code' } } }).madeAt).toEqual({ stageId: 'code', method: 'first-stage' });
    expect(of({ introducedStageId: 'build' }).madeAt.method).toBe('stated');
  });

  test('is found by a tool at a stage of a process that a team runs', () => {
    expect(of({ foundStageId: 'run' }).found).toEqual({ stageId: 'run', tool: 'Trivy', processTeamId: 'platform' });
  });
});

describe('who fixed a finding', () => {
  test.each([
    ['nobody, yet', {}, null],
    ['nobody by then', { fixedAt: '2026-04-01' }, null],
    ['stated', { fixedAt: '2026-03-01', fixedByTeamId: 'cart' }, { confidence: 'stated', teamId: 'cart', releaseId: null, version: null }],
    ['the team of the release whose scan no longer lists it', { fixedAt: '2026-03-01', fixedByTeamId: 'orders', fixedReleaseId: 'r2' }, { confidence: 'at-latest', teamId: 'orders', releaseId: 'r2', version: 'r2' }],
    ['offered: the team that owns the service', { fixedAt: '2026-03-01' }, { confidence: 'offered', teamId: 'cart', releaseId: null, version: null }],
  ])('is %s', (_, more, expected) => {
    expect(of(more).fixed).toEqual(expected);
  });

  test('is not known on a service nobody owns', () => {
    const { fixed } = of({ fixedAt: '2026-03-01' }, []);
    expect(fixed === null ? '' : fixedWords(fixed)).toBe('The record does not hold who fixed it.');
  });
});
