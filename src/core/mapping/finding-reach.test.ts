import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '#core/time.ts';
import { indexRecord, type RecordIndex } from '#core/record/record-index.ts';
import { viewAsOf } from '#core/record/view.ts';
import { isOpen } from '#core/authority/decisions.ts';
import { findingReach } from '#core/mapping/finding-reach.ts';
import { findingRoutes, reachOfFinding } from '#core/mapping/finding-routes.ts';
import { reachWays } from '#core/mapping/reach-way.ts';
import { isOpenFinding, mappingCells } from '#core/mapping/mapping-cell.ts';
import { linkedFindingIds } from '#core/mapping/linked-findings.ts';
import { arbitraryEntries } from '#test/support/arbitrary-record.ts';
import { indexOn, TODAY } from '#test/support/world.ts';

const day = fc.constantFrom('2024-12-31', '2025-12-31', '2026-11-21');

function openFindings(index: RecordIndex) {
  return [...index.view.findings.values()].filter((finding) => isOpenFinding(finding, index.day));
}

describe('every open finding', () => {
  test('is in exactly one of linked, by rule, derived and unmapped, and the counts are those of one-by-one', () => {
    fc.assert(fc.property(arbitraryEntries, day, (entries, asOf) => {
      const index = indexRecord(viewAsOf(entries, asOf));
      const routes = findingRoutes(index);
      const reach = findingReach(index);
      const findings = openFindings(index);
      const ways = findings.map((finding) => reachOfFinding(routes, finding));
      const counted = reachWays.map((way) => ways.filter((one) => one.way === way).length);
      expect([reach.linked, reach.byRule, reach.derived, reach.unmapped]).toEqual(counted);
      expect(reach.open).toBe(findings.length);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(findings.length);
      expect(reach.unmappedCells.reduce((sum, cell) => sum + cell.count, 0)).toBe(reach.unmapped);
      for (const { way, riskIds } of ways) {
        expect(riskIds.length === 0).toBe(way === 'unmapped');
        for (const id of riskIds) {
          const risk = index.view.risks.get(id);
          expect(risk !== undefined && isOpen(index, risk)).toBe(true);
        }
      }
      for (const [id, of] of reach.byRisk) {
        const reaching = ways.filter(({ riskIds }) => riskIds.includes(id));
        expect([of.linked, of.byRule, of.derived]).toEqual(['linked', 'by-rule', 'derived'].map((way) => reaching.filter((one) => one.way === way).length));
        expect(of.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(of.byRule + of.derived);
      }
    }), { seed: 20_261_121, numRuns: 150 });
  });

  test('is counted the same from the cells of a database as from the findings themselves', () => {
    fc.assert(fc.property(arbitraryEntries, day, (entries, asOf) => {
      const whole = indexRecord(viewAsOf(entries, asOf));
      const routes = findingRoutes(whole);
      const cells = mappingCells(whole.view.findings.values(), dayOf(asOf), routes.namedRules);
      // What a picture is drawn from: only findings that risks or mappings name.
      const named = new Set(entries.flatMap((entry) =>
        entry.kind === 'risks' || entry.kind === 'mappings' ? entry.entity.findingIds ?? [] : []));
      const part = indexRecord(viewAsOf(entries.filter((entry) => entry.kind !== 'findings' || named.has(entry.entity.id)), asOf, undefined, cells));
      const { unmappedCells: _, ...ofPart } = findingReach(part);
      const { unmappedCells: __, ...ofWhole } = findingReach(whole);
      expect(ofPart).toEqual(ofWhole);
    }), { seed: 20_261_121, numRuns: 100 });
  });
});

const shopFinding = 'finding f serviceId=shop at=2026-06-01 severity=high defectClass=CWE-89 source=zap externalId=sqli';
const rule = 'mapping m way=rule at=2026-06-20 riskId=r';

function wayOf(...changes: readonly string[]): string {
  const index = indexOn(TODAY, shopFinding, ...changes);
  const finding = index.view.findings.get('f');
  if (finding === undefined) throw new Error('no finding');
  return reachOfFinding(findingRoutes(index), finding).way;
}

describe('a mapping rule', () => {
  test.each([
    ['nothing', 'match={}', 'unmapped'],
    ['an empty list', 'match={"tools":[]}', 'unmapped'],
    ['the service', 'match={"serviceIds":["shop"]}', 'by-rule'],
    ['another service', 'match={"serviceIds":["index"]}', 'unmapped'],
    ['the team that owns it', 'match={"teamIds":["orders"]}', 'by-rule'],
    ['a team above that', 'match={"teamIds":["top"]}', 'by-rule'],
    ['another team', 'match={"teamIds":["search"]}', 'unmapped'],
    ['the family', 'match={"families":["1409"]}', 'by-rule'],
    ['another family', 'match={"families":["1399"]}', 'unmapped'],
    ['the weakness, written otherwise', 'match={"weaknesses":["cwe-0089"]}', 'by-rule'],
    ['a weakness with the same beginning', 'match={"weaknesses":["CWE-8"]}', 'unmapped'],
    ['the rule of the source', 'match={"ruleIds":["sqli"]}', 'by-rule'],
    ['the tool', 'match={"tools":["zap"]}', 'by-rule'],
    ['the service and another tool', 'match={"serviceIds":["shop"],"tools":["trivy"]}', 'unmapped'],
  ])('that names %s: %s', (_, match, way) => {
    expect(wayOf(`${rule} ${match}`)).toBe(way);
  });

  test('does not count before it is made, after it is taken back, or while its risk is closed', () => {
    const all = `${rule} match={"serviceIds":["shop"]}`;
    expect(wayOf(`${all} at=2026-07-01`)).toBe('unmapped');
    expect(wayOf(`${all} withdrawnAt=2026-06-30`)).toBe('unmapped');
    expect(wayOf(`${all} withdrawnAt=2026-07-01`)).toBe('by-rule');
    expect(wayOf(all, 'risk r closedAt=2026-06-30')).toBe('unmapped');
    expect(wayOf(`mapping m way=rule at=2026-06-20 riskId=ghost match={"serviceIds":["shop"]}`)).toBe('unmapped');
  });

  test('answers for a past date as it stood then', () => {
    const changes = [shopFinding, 'risk r openedAt=2026-06-01', `${rule} match={"serviceIds":["shop"]} recordedAt=2026-06-20`, 'later mapping m recordedAt=2026-06-25 withdrawnAt=2026-06-25'];
    const unmapped = (on: string): number => findingReach(indexOn(on, ...changes)).unmapped;
    expect([unmapped('2026-06-24'), unmapped('2026-06-25')]).toEqual([0, 1]);
    expect(unmapped('2026-06-19')).toBe(1);
  });

  test('gives way to a link, and a derived risk gives way to a rule', () => {
    const derived = 'risk d serviceIds=[shop] openedAt=2026-06-20 derivedFrom={"serviceId":"shop","family":"1409"}';
    expect(wayOf(derived)).toBe('derived');
    expect(wayOf(derived, `${rule} match={"serviceIds":["shop"]}`)).toBe('by-rule');
    expect(wayOf(derived, `${rule} match={"serviceIds":["shop"]}`, 'mapping l way=link at=2026-06-20 riskId=r findingIds=[f]')).toBe('linked');
    expect(wayOf('risk r findingIds=[f]')).toBe('linked');
    expect(wayOf(derived, 'risk d closedAt=2026-06-21')).toBe('unmapped');
  });
});

test('findings mapped by name stand beside those a risk names, each once', () => {
  const index = indexOn(TODAY, shopFinding, 'risk r findingIds=[f]', 'mapping l way=link at=2026-06-20 riskId=r findingIds=[f,g]');
  const risk = index.view.risks.get('r');
  expect(risk === undefined ? [] : linkedFindingIds(index, risk)).toEqual(['f', 'g']);
  expect(index.findingsByRisk.get('r')?.map(({ id }) => id)).toEqual(['f']);
});
