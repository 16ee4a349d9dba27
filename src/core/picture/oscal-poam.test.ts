import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { indexRecord } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { oscalPoam } from '#core/picture/oscal-poam.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

const uuidOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

describe('the OSCAL plan of action', () => {
  test('has an item, a risk and its evidence for each open risk, tied together', () => {
    const plan = oscalPoam(indexOn(TODAY, 'risk r label="Stolen token" exposure={"low":100k,"high":100k,"rateLow":0.5,"rateHigh":0.5}', 'risk shut serviceIds=[shop] openedAt=2026-01-01 closedAt=2026-02-01'), 'Shop', uuidOf);
    expect(plan).toMatchObject({ 'plan-of-action-and-milestones': {
      metadata: { 'oscal-version': '1.1.2', version: '2026-06-30', 'last-modified': '2026-06-30T00:00:00Z', parties: [{ type: 'person', name: 'nora' }] },
      observations: [{ uuid: uuidOf('evidence e'), methods: ['EXAMINE'], collected: '2026-06-26T00:00:00Z' }],
      risks: [{
        uuid: uuidOf('risk r'), title: 'Stolen token', status: 'open', deadline: '2026-07-20T00:00:00Z',
        props: [{ name: 'risk-id', value: 'r' }, { name: 'decision-owner', value: 'nora' }, { name: 'expected-annual-loss', value: '50000.00' }],
        'related-observations': [{ 'observation-uuid': uuidOf('evidence e') }],
      }],
      'poam-items': [{ title: 'Stolen token', description: 'Stolen token (shop)', 'related-risks': [{ 'risk-uuid': uuidOf('risk r') }] }],
    } });
  });

  test.each([
    ['accept', 'deviation-approved'], ['mitigate', 'remediating'], ['defer', 'open'],
  ])('a decision to %s is in the log as %s, by whoever made it', (kind, status) => {
    const plan = oscalPoam(indexOn(TODAY, `decision d riskId=r kind=${kind} byId=omar at=2026-06-28 expiresAt=2026-12-31`), 'Shop', uuidOf);
    expect(plan).toMatchObject({ 'plan-of-action-and-milestones': { risks: [{
      status, 'risk-log': { entries: [{ start: '2026-06-28T00:00:00Z', end: '2026-12-31T00:00:00Z', 'logged-by': [{ 'party-uuid': uuidOf('party omar') }], 'status-change': status }] },
    }] } });
  });

  test('is not made without an open risk', () => {
    expect(oscalPoam(indexRecord(viewAsOf([], TODAY)), 'Shop', uuidOf)).toBeUndefined();
  });
});
