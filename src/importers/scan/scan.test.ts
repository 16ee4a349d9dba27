import { describe, expect, it } from 'vitest';
import type { Finding } from '#core/record/entities.ts';
import { ServiceIndex } from '#importers/matching/services.ts';
import { DecisionBook } from '#importers/scan/decision-book.ts';
import { findingAfterScan, heldFindings, type ScannedFinding } from '#importers/scan/held-findings.ts';
import { ScanOrigins } from '#importers/scan/scan-origins.ts';
import { serviceOf } from '#importers/scan/scanned-service.ts';
import { scoreOf, severityOfScore, severityOfWord } from '#importers/scan/severity.ts';
import { locationText, titleOf } from '#importers/scan/short-text.ts';
import { importContext } from '#test/support/import-context.ts';

describe('severity', () => {
  it.each([[10, 'critical'], [9, 'critical'], [8.9, 'high'], [7, 'high'], [6.9, 'medium'], [4, 'medium'], [3.9, 'low'], [0.1, 'low'], [0, 'info']])(
    'of the score %d is %s', (score, severity) => {
      expect(severityOfScore(score)).toBe(severity);
    },
  );

  it.each([['CRITICAL', 'critical'], ['Important', 'high'], [' Moderate ', 'medium'], ['negligible', 'info'], ['none', 'info'], ['unknown', 'unknown'], ['trust me', undefined]])(
    'of the word %s is %s', (word, severity) => {
      expect(severityOfWord(word)).toBe(severity);
    },
  );

  it.each([['9.8', 9.8], [7, 7], ['0', 0], ["9.8'; DROP TABLE", undefined], ['99', undefined], [Infinity, undefined], [-1, undefined], [null, undefined], ['', undefined]])(
    'reads %j as the score %j', (value, score) => {
      expect(scoreOf(value)).toBe(score);
    },
  );
});

describe('a title', () => {
  it('is one line, with control characters made visible', () => {
    expect(titleOf('a\n b\u0000\tc ')).toBe('a b␀ c');
  });

  it('is cut after a sentence where one ends in time, else after a word', () => {
    const sentence = `${'word '.repeat(20)}end.`;
    expect(titleOf(`${sentence} ${'more '.repeat(60)}`)).toBe(sentence);
    const cut = titleOf('word '.repeat(60));
    expect(cut).toMatch(/word…$/);
    expect(cut.length).toBeLessThanOrEqual(200);
    expect(titleOf('x'.repeat(500))).toHaveLength(200);
  });

  it('never ends in half a character', () => {
    expect(titleOf('😀'.repeat(300))).toBe(`${'😀'.repeat(99)}…`);
  });
});

describe('a location', () => {
  it('is kept up to 4,096 characters and its cut is marked', () => {
    expect(locationText('a'.repeat(4_096))).toHaveLength(4_096);
    expect(locationText('a'.repeat(4_097))).toBe(`${'a'.repeat(4_095)}…`);
  });
});

const scanned: ScannedFinding = {
  id: 'shop:tool:1', serviceId: 'shop', seenAt: '2026-06-01', scannedAt: '2026-06-01', severity: 'high', severityWord: 'error', score: undefined,
  title: 'New words', source: 'Tool', externalId: 'R1', location: 'a.ts:2', component: undefined, defectClass: undefined, fixedAt: undefined, isAbsent: false,
};
const origins = new ScanOrigins(importContext(), []);
const held: Finding = {
  id: 'shop:tool:1', serviceId: 'shop', at: '2026-01-01', severity: 'low', title: 'Old words', source: 'Other', exploited: true,
  introducedByTeamId: 'pay', foundStageId: 'build', score: 3,
};

describe('a finding after a scan', () => {
  it('keeps its age, where it came from and what others said, and takes what the scan says', () => {
    expect(findingAfterScan(scanned, held, new ScanOrigins(importContext({ defaults: { teamId: 'web', stageId: 'operate', releaseId: 'r1' } }), []))).toEqual({
      id: 'shop:tool:1', serviceId: 'shop', at: '2026-01-01', severity: 'high', severityWord: 'error', title: 'New words', source: 'Other',
      externalId: 'R1', location: 'a.ts:2', exploited: true, introducedByTeamId: 'pay', foundStageId: 'build',
      introducedReleaseId: 'r1', originMethod: 'scan', firstScan: { build: { at: '2026-06-01', names: ['r1'] } },
    });
  });

  it('is as old as the earliest sighting that is told', () => {
    expect(findingAfterScan({ ...scanned, seenAt: '2025-05-05' }, held, origins).at).toBe('2025-05-05');
  });

  it('is open again when a later scan sees it, and stays fixed for a late report or where it is absent', () => {
    const fixed: Finding = { ...held, fixedAt: '2026-03-01' };
    expect(findingAfterScan(scanned, fixed, origins)).not.toHaveProperty('fixedAt');
    expect(findingAfterScan({ ...scanned, scannedAt: '2026-02-01' }, fixed, origins).fixedAt).toBe('2026-03-01');
    expect(findingAfterScan({ ...scanned, isAbsent: true }, fixed, origins).fixedAt).toBe('2026-03-01');
  });

  it('keeps the day of its fix when the fix is told again', () => {
    expect(findingAfterScan({ ...scanned, fixedAt: '2026-06-01' }, { ...held, fixedAt: '2026-03-01' }, origins).fixedAt).toBe('2026-03-01');
    expect(findingAfterScan({ ...scanned, fixedAt: '2026-06-01' }, held, origins).fixedAt).toBe('2026-06-01');
  });

  it('is looked up in the view and, where the caller can ask, in the whole record', async () => {
    const context = importContext({ held: [{ kind: 'findings', entity: held, stamp: {} }] });
    expect((await heldFindings(context, ['shop:tool:1', 'shop:tool:2'])).size).toBe(1);
    const asking = { ...context, findings: (ids: readonly string[]) => Promise.resolve(ids.map((id) => ({ ...held, id }))) };
    expect([...(await heldFindings(asking, ['shop:tool:1', 'shop:tool:2'])).keys()]).toEqual(['shop:tool:1', 'shop:tool:2']);
  });
});

describe('the service of a scan', () => {
  const services = new ServiceIndex({
    services: new Map([
      ['shop', { id: 'shop', exposure: 'internet', repository: 'github.com/acme/shop' }],
      ['one', { id: 'one', exposure: 'internal', repository: 'github.com/acme/mono' }],
      ['two', { id: 'two', exposure: 'internal', repository: 'github.com/acme/mono' }],
    ]),
  });
  const choose = (serviceId: string | undefined, repositories: string[], names: string[]) =>
    serviceOf(importContext({ defaults: { serviceId } }), services, repositories, names);

  it('is the one that was named, the one of its repository, or the one of its name', () => {
    expect(choose('SHOP', ['https://github.com/acme/mono'], [])).toEqual({ type: 'service', id: 'shop' });
    expect(choose('new-one', [], [])).toEqual({ type: 'service', id: 'new-one' });
    expect(choose(undefined, ['https://github.com/acme/shop.git'], ['one'])).toEqual({ type: 'service', id: 'shop' });
    expect(choose(undefined, ['https://github.com/acme/mono'], ['two'])).toEqual({ type: 'service', id: 'two' });
    expect(choose(undefined, [], ['shop'])).toEqual({ type: 'service', id: 'shop' });
  });

  it.each([
    [[], [], 'The scan does not say which service it is about.'],
    [['https://github.com/acme/none'], [], 'No service on the record goes by "https://github.com/acme/none".'],
    [['https://github.com/acme/mono'], [], '"https://github.com/acme/mono" belongs to several services: "one", "two".'],
  ])('is not guessed from %j and %j', (repositories, names, reason) => {
    expect(choose(undefined, repositories, names)).toMatchObject({ type: 'unknown', fault: { code: 'service-unknown', reason } });
  });
});

describe('the risk of a decision that a scan carries', () => {
  const risk = (id: string, findingIds: readonly string[], closedAt?: string) =>
    [id, { id, serviceIds: [], openedAt: '2026-01-01', findingIds, ...(closedAt === undefined ? {} : { closedAt }) }] as const;
  const book = new DecisionBook({
    risks: new Map([risk('R9', ['f1', 'f2']), risk('R2', ['f1']), risk('R1', ['f1', 'f3'], '2026-02-01')]),
    decisions: new Map([['d', { id: 'd', riskId: 'R2', kind: 'accept', at: '2026-03-03' }]]),
  });

  it('is the open risk that links the finding, else a closed one, else the finding itself', () => {
    expect(['f1', 'f2', 'f3', 'f4'].map((id) => book.riskOf(id))).toEqual(['R2', 'R9', 'R1', 'f4']);
  });

  it('keeps the day on which it was first recorded', () => {
    expect([book.heldAt('d'), book.heldAt('e')]).toEqual(['2026-03-03', undefined]);
  });
});
