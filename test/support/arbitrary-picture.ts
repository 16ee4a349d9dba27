import * as fc from 'fast-check';
import { severities, type Severity } from '#core/record/entities.ts';
import type {
  FindingCellRow, Picture, PreviousRiskRow, ProcessRow, RiskRow, ServiceRow, TeamRow,
} from '#core/picture/picture.ts';
import { readinessStates, type Readiness } from '#core/picture/readiness.ts';

/**
 * Random pictures for properties of roll-ups: any tree of teams (none, several at the top, deep), risks with
 * and without team, process, range and owner, and an earlier date at which risks were elsewhere, valued
 * otherwise or not there.
 */
export function arbitraryPicture(): fc.Arbitrary<Picture> {
  return fc
    .record({
      parents: fc.array(fc.nat(), { maxLength: 14 }),
      tops: fc.boolean(),
      processCount: fc.nat({ max: 4 }),
      serviceDraws: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }),
      riskDraws: fc.array(riskDraw(), { maxLength: 30 }),
      cellDraws: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...severities), fc.integer({ min: 1, max: 90 })), {
        maxLength: 12,
      }),
    })
    .map(({ parents, tops, processCount, serviceDraws, riskDraws, cellDraws }) => {
      const teams = teamTree(parents, tops);
      const processes = processRows(processCount);
      const services = serviceDraws.map(([team, process], index): ServiceRow => ({
        id: `service-${index}`, name: `Service ${index}`, teamId: pick(teams, team), processId: pick(processes, process),
        exposure: 'unknown', repository: null, dependsOn: [],
      }));
      const risks: RiskRow[] = [];
      const previousRisks: PreviousRiskRow[] = [];
      const closedRiskIds: string[] = [];
      for (const [index, draw] of riskDraws.entries()) {
        const id = `risk-${index}`;
        if (draw.when !== 'closed') risks.push(riskOf(id, draw, teams, processes));
        if (draw.when === 'new') continue;
        if (draw.when === 'closed') closedRiskIds.push(id);
        previousRisks.push({
          id, label: `Risk ${index}`, owningTeamId: pick(teams, draw.previousTeam),
          processId: draw.several ? null : pick(processes, draw.process), severalProcesses: draw.several,
          ownerId: draw.owner === 0 ? null : `person-${draw.owner}`, readiness: draw.readiness,
          expectedAnnualLoss: draw.previousLoss,
        });
      }
      return {
        ...aPicture(), teams, processes, services, risks, previousRisks, closedRiskIds,
        findingCells: cellRows(cellDraws),
        previousFindingCells: cellRows(cellDraws.slice(1)),
      };
    });
}

function cellRows(draws: readonly (readonly [number, number, Severity, number])[]): FindingCellRow[] {
  const cells = new Map<string, FindingCellRow>();
  for (const [service, stage, severity, count] of draws) {
    const cell = { serviceId: `service-${service % 9}`, stageId: stage === 0 ? null : `stage-${stage}`, severity, count };
    cells.set(`${cell.serviceId}/${cell.stageId}/${severity}`, cell);
  }
  return [...cells.values()];
}

/** A picture of an organisation of which nothing is recorded. */
export function aPicture(): Picture {
  const none = { with: 0, total: 0 };
  return {
    asOf: '2026-11-21', against: '2026-09-30', organisation: 'Acme', sample: false, recordVersion: 1,
    newestRecordedAt: null, policyVersion: 'default', policyRecordedAt: null, currency: 'USD',
    coverage: {
      servicesWithTeam: none, servicesWithProcess: none, servicesWithFindings: none, teamsWithLead: none,
      risksWithRange: none, risksWithOwner: none, peopleWithManager: none,
    },
    teams: [], processes: [], persons: [], services: [], risks: [], previousRisks: [], closedRiskIds: [],
    findingCells: [], previousFindingCells: [], otherFlags: [], grants: [], packs: [],
  };
}

/** A risk row in which everything that a test does not name is absent. */
export function aRisk(id: string, fields: Partial<RiskRow> = {}): RiskRow {
  return {
    id, label: id, category: null, serviceIds: [], findingIds: [], owningTeamId: null, processId: null,
    severalProcesses: false, shippedBy: null, openedAt: '2026-01-01', ageDays: 324, dueAt: null, reviewAt: null,
    decisionNeededBy: '2026-03-02', urgency: 'U60', clockDays: 60, exposure: null, expectedAnnualLoss: null,
    estimate: null, ownerId: null, readiness: 'nobody-named', lack: 'both',
    authority: { state: 'nobody-named', limit: null, sentence: '' },
    information: { state: 'nobody-named', unseen: 0, material: 0, personId: null, sentence: '' },
    lowest: { personId: null, sentence: '', briefUp: null, grantDown: null },
    candidates: [], flags: [], moreFlags: [], evidence: [], knowledge: [], firstKnownAt: null, ownerKnewAt: null,
    lagDays: null, lagRunning: false, decisions: [], escalations: [], steps: [], ...fields,
  };
}

interface RiskDraw {
  when: 'carried' | 'new' | 'closed';
  team: number;
  previousTeam: number;
  process: number;
  several: boolean;
  owner: number;
  readiness: Readiness;
  loss: number | null;
  previousLoss: number | null;
}

function riskDraw(): fc.Arbitrary<RiskDraw> {
  const loss = fc.option(fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true }), { freq: 3 });
  return fc.record({
    when: fc.constantFrom('carried', 'carried', 'new', 'closed'),
    team: fc.nat(), previousTeam: fc.nat(), process: fc.nat(), several: fc.boolean(), owner: fc.nat({ max: 3 }),
    readiness: fc.constantFrom(...readinessStates), loss, previousLoss: loss,
  });
}

function riskOf(id: string, draw: RiskDraw, teams: readonly TeamRow[], processes: readonly ProcessRow[]): RiskRow {
  return aRisk(id, {
    owningTeamId: pick(teams, draw.team), processId: draw.several ? null : pick(processes, draw.process),
    severalProcesses: draw.several, ownerId: draw.owner === 0 ? null : `person-${draw.owner}`, readiness: draw.readiness,
    expectedAnnualLoss: draw.loss,
    exposure: draw.loss === null ? null : { low: draw.loss / 10, high: draw.loss * 10, rateLow: 1, rateHigh: 1 },
    shippedBy: draw.team % 3 === 0 ? null : { teamId: 'x', version: null, at: null, stageId: draw.team % 3 === 1 ? 'stage-1' : null },
  });
}

function processRows(count: number): ProcessRow[] {
  return Array.from({ length: count }, (_, index) => ({ id: `process-${index}`, name: `Process ${index}`, stages: [] }));
}

/** An id of the list, or `null` about one time in `length + 1`. */
function pick(rows: readonly { id: string }[], draw: number): string | null {
  return rows[draw % (rows.length + 1)]?.id ?? null;
}

/** Depth-first rows of a random tree: team i hangs under one of the teams before it, or at the top. */
function teamTree(parents: readonly number[], severalTops: boolean): TeamRow[] {
  const children = new Map<number, number[]>();
  for (const [index, draw] of parents.entries()) {
    const parent = severalTops ? (draw % (index + 1)) - 1 : index === 0 ? -1 : draw % index;
    children.set(parent, [...(children.get(parent) ?? []), index]);
  }
  const rows: TeamRow[] = [];
  const visit = (team: number, parentId: string | null, depth: number): void => {
    const row: TeamRow = {
      id: `team-${team}`, name: `Team ${team}`, kind: 'engineering', leadId: null, parentId, depth, end: 0,
    };
    const position = rows.push(row) - 1;
    for (const child of children.get(team) ?? []) visit(child, row.id, depth + 1);
    rows[position] = { ...row, end: rows.length };
  };
  for (const top of children.get(-1) ?? []) visit(top, null, 0);
  return rows;
}
