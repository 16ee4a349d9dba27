import fc from 'fast-check';
import { dayOf, isoDay, type When } from '#core/time.ts';
import {
  acknowledgementLevels, decisionKinds, eventTypes, fixKinds, gateKinds, personKinds,
  reducedParts, ROOT, serviceExposures, severities, stepStates, teamKinds, urgencies,
} from '#core/record/entities.ts';
import { mappingWays } from '#core/record/mapping.ts';
import type { EntityByKind, Entry, EntryKind, EntryOf, Stamp } from '#core/record/entry.ts';
import { POLICY_ID } from '#core/record/policy.ts';

/**
 * Arbitrary whole records for property tests: every kind, every field sometimes there and sometimes
 * not, several versions of some entities. Identifiers come from small pools, so most references
 * resolve and some do not. Team trees have no circle; manager lines may.
 */

const sizes: Readonly<Record<EntryKind, number>> = {
  policy: 1, teams: 6, persons: 10, processes: 3, services: 8, releases: 6, grants: 8, findings: 12, risks: 8,
  evidence: 10, acks: 10, briefings: 3, decisions: 6, escalations: 4, steps: 4, packs: 3, events: 5,
  commonCauses: 2, options: 4, losses: 4, mappings: 5,
};

const idOf = (kind: EntryKind, index: number): string => (kind === 'policy' ? POLICY_ID : `${kind}-${index}`);

/** The id of some entity of a kind; one in the pool more than can exist, so that it may point at nothing. */
const reference = (kind: EntryKind): fc.Arbitrary<string> =>
  fc.nat({ max: sizes[kind] }).map((index) => idOf(kind, index));

const references = (kind: EntryKind) => fc.uniqueArray(reference(kind), { maxLength: 4 });

const from = dayOf('2024-01-01');
const to = dayOf('2026-11-21');

/** A date, or seldom an instant, between January 2024 and November 2026. */
const arbitraryWhen: fc.Arbitrary<When> = fc
  .tuple(fc.integer({ min: from, max: to }), fc.constantFrom('', '', '', 'T08:30:00Z'))
  .map(([day, time]) => `${isoDay(day)}${time}`);

/** Text a file can hold: any script, mark-up and formulas too, without control or half characters. */
const arbitraryText: fc.Arbitrary<string> = fc
  .oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('', ' ', '=1+1', 'null', 'NO', '2026-01-01', '1.10', '<b>x</b>', '- a: b', 'a\nb\tc', '\u202enimda', '# no comment'))
  .filter((text) => !/[\p{Cs}]/u.test(text) && !/[^\P{Cc}\n\t]/u.test(text));

const texts = fc.array(arbitraryText, { maxLength: 3 });
const weakness = fc.oneof(arbitraryText, fc.constantFrom('CWE-79', 'CWE-89', 'cwe-89/orders', 'CWE-22'));
const money = fc.oneof(fc.integer({ min: 0, max: 50_000_000 }), fc.constantFrom(0, 0.5, 1_000_000));
const share = fc.constantFrom(0, 0.25, 0.5, 0.97, 1);
const rate = fc.constantFrom(0, 0.01, 0.2, 1, 12);

const exposure = fc
  .tuple(money, money, fc.option(fc.tuple(rate, rate), { nil: undefined }), fc.boolean())
  .map(([one, other, rates, detailed]) => ({
    low: Math.min(one, other),
    high: Math.max(one, other),
    ...(rates === undefined ? {} : { rateLow: Math.min(...rates), rateHigh: Math.max(...rates) }),
    ...(detailed ? { currency: 'EUR', method: 'workshop', estimatedBy: 'persons-0', asOf: '2026-01-31' } : {}),
    ...(detailed && one !== other ? { max: Math.max(one, other) * 2, calibrated: true, evidenceIds: ['evidence-0'], validUntil: '2027-01-31', offByFactor: 2 } : {}),
  }));

/** A curve that falls: larger losses never have larger chances; sometimes written from the largest. */
const tolerancePoints = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 90_000_000 }), { minLength: 1, maxLength: 3 }), fc.array(share, { minLength: 3, maxLength: 3 }), fc.boolean())
  .map(([losses, shares, reversed]) => {
    const chances = shares.toSorted((a, b) => b - a);
    const points = losses.toSorted((a, b) => a - b).map((above, index) => ({ above, atMost: chances[index] ?? 0 }));
    return reversed ? points.toReversed() : points;
  });

/** Optional fields: each is there or not. */
function fields<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record<T, never>(model, { requiredKeys: [] });
}

const annotations = fields({ label: arbitraryText, facts: texts });

/** An arbitrary entity of each kind; `index` is its number in the pool. */
const entities: { [K in EntryKind]: (index: number) => fc.Arbitrary<EntityByKind[K]> } = {
  policy: () => join(fc.constant({ id: POLICY_ID }), fields({
    version: arbitraryText, clock: fields({ U3: fc.constant(2), U14: fc.constant(10), U60: fc.constant(45), U180: fc.constant(200) }),
    reserved: texts, acceptanceNonDelegable: fc.boolean(), currency: fc.constantFrom('EUR', 'USD'),
    scales: fc.constantFrom({ likelihood: [{ word: 'High', low: 0.1, high: 1 }], loss: [], approvedBy: 'persons-0', approvedAt: '2026-01-31' }),
    thresholds: fc.constantFrom<Record<string, number>>({}, { 'P7.share': 0.4 }),
    reason: arbitraryText,
    tolerance: join(fc.record({ points: tolerancePoints }), fields({ setBy: arbitraryText, setAt: arbitraryWhen, source: arbitraryText })),
  })),
  teams: (index) => whole('teams', index, fc.record({ kind: fc.constantFrom(...teamKinds) }), fields({
    name: arbitraryText, leadId: reference('persons'), from: arbitraryWhen, to: arbitraryWhen,
    ...(index === 0 ? {} : { parentId: fc.nat({ max: index - 1 }).map((parent) => idOf('teams', parent)) }),
  })),
  persons: (index) => whole('persons', index, fc.record({ kind: fc.constantFrom(...personKinds) }), fields({
    name: arbitraryText, title: arbitraryText, teamId: reference('teams'), managerId: reference('persons'),
    holderId: reference('persons'), from: arbitraryWhen, to: arbitraryWhen,
  })),
  processes: (index) => whole('processes', index, fc.record({ stages: fc.uniqueArray(
    join(fc.record({ id: fc.nat({ max: 5 }).map((stage) => `stage-${stage}`), gate: fc.constantFrom(...gateKinds) }), fields({ name: arbitraryText, gateOwnerId: reference('persons') })),
    { maxLength: 4, selector: (stage) => stage.id },
  ) }), fields({ name: arbitraryText, owningTeamId: reference('teams') })),
  services: (index) => whole('services', index, fc.record({ exposure: fc.constantFrom(...serviceExposures) }), fields({
    name: arbitraryText, teamId: reference('teams'), processId: reference('processes'), dependsOn: references('services'),
    repository: fc.constantFrom('github.com/a/b', 'git.example/x'), otherRepositories: fc.constantFrom([], ['github.com/a/c']), dataClasses: texts,
  })),
  releases: (index) => whole('releases', index, fc.record({ serviceId: reference('services'), at: arbitraryWhen }), fields({
    version: arbitraryText, shippedByTeamId: reference('teams'), processId: reference('processes'),
    builds: fc.constantFrom(['c0ffee1', 'sha256:abc']), completeScans: fc.array(fc.record({ tool: fc.constantFrom('trivy', 'grype'), at: arbitraryWhen }), { maxLength: 2 }),
  })),
  grants: (index) => whole('grants', index, fc.record({ granteeId: reference('persons'), grantorId: fc.oneof(fc.constant(ROOT), reference('persons')) }), fields({
    from: arbitraryWhen, to: arbitraryWhen, revokedAt: arbitraryWhen, acceptedAt: fc.option(arbitraryWhen, { nil: null }),
    delegable: fc.boolean(), toAlias: fc.boolean(), maxExposure: money, maxDurationDays: fc.constantFrom(30, 365), intent: arbitraryText,
    limits: fields({
      expectedAnnualLoss: money, points: fc.array(fc.record({ above: money, atMost: share }), { maxLength: 2 }), singleEvent: money,
      unquantified: fc.boolean(), harms: fc.constantFrom([], [{ unit: 'people', atMost: 3 }]),
    }),
    scope: fields({ services: fc.oneof(fc.constant(['*']), references('services')), teams: references('teams'), kinds: fc.constantFrom(['accept'], ['accept', 'defer']) }),
  })),
  findings: (index) => whole('findings', index, fc.record({ serviceId: reference('services'), at: arbitraryWhen, severity: fc.constantFrom(...severities) }), fields({
    title: arbitraryText, source: arbitraryText, externalId: arbitraryText, aliases: fc.constantFrom([], ['GHSA-1']), severityWord: arbitraryText, score: fc.constantFrom(0, 7.5, 9.8),
    location: arbitraryText, endLine: fc.constantFrom(1, 40), component: arbitraryText, scanScope: arbitraryText, exploited: fc.boolean(), automatable: fc.boolean(), totalControl: fc.boolean(),
    introducedByTeamId: reference('teams'), introducedReleaseId: reference('releases'), introducedStageId: fc.constantFrom('stage-0', 'stage-1'),
    escapedStageId: fc.constantFrom('stage-1', 'stage-2'), foundStageId: fc.constantFrom('stage-2', 'stage-3'), fixedAt: arbitraryWhen,
    fixedByTeamId: reference('teams'), fixKind: fc.constantFrom(...fixKinds), external: fc.boolean(), defectClass: weakness,
    fixedReleaseId: reference('releases'), originMethod: fc.constant('scan' as const), publishedAt: arbitraryWhen, afterShipping: fc.boolean(),
    firstScan: fields({ build: arbitraryWhen.map((at) => ({ at, names: ['1.4.2'] })), stage: arbitraryWhen.map((at) => ({ at, id: 'stage-0' })) }),
  })),
  risks: (index) => whole('risks', index, fc.record({ serviceIds: references('services'), openedAt: arbitraryWhen }), fields({
    findingIds: references('findings'), ownerId: reference('persons'), ownerSince: arbitraryWhen, closedAt: arbitraryWhen,
    dueAt: arbitraryWhen, reviewAt: arbitraryWhen, decisionNeededBy: arbitraryWhen, exposure,
    statedSize: fc.constantFrom({ lossWord: 'High', probability: 0.25, impact: 1000, currency: 'EUR' }, { pertLoss: { min: 1, mostLikely: 2, max: 9 }, pertRate: { min: 0, mostLikely: 0.1, max: 1 } }),
    harms: fc.constantFrom([{ unit: 'people', low: 1, high: 9, rateLow: 0.1, rateHigh: 0.5 }]),
    processShares: fc.constantFrom([{ processId: 'processes-0', share: 0.25 }, { processId: 'processes-1', share: 0.75 }]), urgency: fc.constantFrom(...urgencies),
    deciderIds: references('persons'), approverIds: references('persons'), inputIds: references('persons'),
    decisionKind: fc.constantFrom(...decisionKinds), category: arbitraryText, defectClass: arbitraryText,
    proposedOwnerId: reference('persons'), proposedAt: arbitraryWhen,
    derivedFrom: fc.record({ serviceId: reference('services'), family: fc.constantFrom('1407', '1409', 'unclassified') }),
  })),
  evidence: (index) => whole('evidence', index, fc.record({ riskId: reference('risks'), at: arbitraryWhen, kind: fc.constantFrom('scan', 'audit', 'statement', 'something else') }), fields({
    teamId: reference('teams'), knownBy: references('persons'), level: fc.constantFrom('detail', 'summary', 'colour'), material: fc.boolean(),
    negative: fc.boolean(), coverage: share, relatesTo: references('risks'), answers: references('evidence'), supersededAt: arbitraryWhen,
    defectClass: arbitraryText, componentId: arbitraryText, releaseId: reference('releases'),
  })),
  acks: (index) => whole('acks', index, 
    fc.record({ evidenceId: reference('evidence'), personId: reference('persons'), at: arbitraryWhen, level: fc.constantFrom(...acknowledgementLevels) }),
    fields({ question: arbitraryText }),
  ),
  briefings: (index) => whole('briefings', index, fc.record({ evidenceIds: references('evidence'), toIds: references('persons'), at: arbitraryWhen }), fields({ byId: reference('persons'), form: arbitraryText })),
  decisions: (index) => whole('decisions', index, fc.record({ riskId: reference('risks'), kind: fc.constantFrom(...decisionKinds), at: arbitraryWhen }), fields({
    byId: reference('persons'), underGrantId: reference('grants'), expiresAt: arbitraryWhen, exposureAtDecision: exposure, rationale: arbitraryText,
    conditions: fc.array(join(fc.record({ text: arbitraryText }), fields({ brokenAt: arbitraryWhen })), { maxLength: 2 }), trigger: arbitraryText,
    implementedAt: arbitraryWhen, documentedOwnerId: reference('persons'), supersedesId: reference('decisions'), implicit: fc.boolean(), findingId: reference('findings'),
  })),
  escalations: (index) => whole('escalations', index, fc.record({ riskId: reference('risks'), at: arbitraryWhen }), fields({
    byId: reference('persons'), toId: reference('persons'), newDate: arbitraryWhen, answeredAt: arbitraryWhen,
  })),
  steps: (index) => whole('steps', index, fc.record({ state: fc.constantFrom(...stepStates) }), fields({
    riskId: reference('risks'), pathId: fc.constantFrom('path-1', 'path-2'), order: fc.nat({ max: 9 }), from: arbitraryText, to: arbitraryText,
    assumed: fc.boolean(), ownerId: reference('persons'), testedAt: arbitraryWhen,
  })),
  packs: (index) => whole('packs', index, fc.record({ at: arbitraryWhen, riskIds: references('risks'), evidenceIds: references('evidence') }), fields({
    cutoff: arbitraryWhen, presenterId: reference('persons'), whyNot: fc.array(fc.record({ evidenceId: reference('evidence'), line: arbitraryText }), { maxLength: 2 }),
  })),
  events: (index) => whole('events', index, fc.record({ type: fc.constantFrom(...eventTypes), personId: reference('persons'), at: arbitraryWhen }), fields({ riskId: reference('risks') })),
  commonCauses: (index) => whole('commonCauses', index, fc.record({ riskIds: references('risks') }), fields({
    rate, rateLow: rate, rateHigh: rate, ownerId: reference('persons'),
  })),
  options: (index) => whole('options', index, fc.record({
    riskId: reference('risks'), costPerYear: money, reductionLow: share, reductionHigh: share, reduces: fc.constantFrom(...reducedParts),
  }), fields({ currency: fc.constantFrom('EUR'), ownerId: reference('persons') })),
  losses: (index) => whole('losses', index, fc.record({ riskId: reference('risks'), at: arbitraryWhen, amount: money }), fields({ currency: fc.constantFrom('EUR') })),
  mappings: (index) => whole('mappings', index, fc.record({ way: fc.constantFrom(...mappingWays), at: arbitraryWhen }), fields({
    madeById: reference('persons'), riskId: reference('risks'), findingIds: references('findings'), riskIds: references('risks'), reason: arbitraryText,
    withdrawnAt: arbitraryWhen,
    match: fields({
      serviceIds: references('services'), teamIds: references('teams'), families: fc.constantFrom(['1409'], ['1407', 'unclassified']),
      weaknesses: fc.array(weakness, { maxLength: 2 }), ruleIds: texts, tools: texts,
    }),
  })),
};

const stamp: fc.Arbitrary<Stamp> = fields({
  recordedAt: arbitraryWhen, recordedBy: arbitraryText, source: arbitraryText, basis: fc.constantFrom('documented', 'reported', 'inferred: from a memo'),
});

function entriesOfKind<K extends EntryKind>(kind: K): fc.Arbitrary<EntryOf<K>[]> {
  const indexes = fc.uniqueArray(fc.nat({ max: sizes[kind] - 1 }), { maxLength: sizes[kind] });
  return indexes.chain((chosen) => fc.tuple(...chosen.map((index) => versions(kind, index)))).map((all) => all.flat());
}

/** One version, or several that each say when they were recorded. */
function versions<K extends EntryKind>(kind: K, index: number): fc.Arbitrary<EntryOf<K>[]> {
  const entity: fc.Arbitrary<EntityByKind[K]> = entities[kind](index);
  const one = fc.tuple(entity, stamp).map((version) => [version]);
  const several = fc
    .uniqueArray(arbitraryWhen, { minLength: 2, maxLength: 3 })
    .chain((moments) => fc.tuple(...moments.map((recordedAt) => fc.tuple(entity, stamp.map((said) => ({ ...said, recordedAt }))))));
  return fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: several }).map((list) =>
    list.map(([held, said]) => ({ kind, entity: held, stamp: said })));
}

function whole<A extends object, B extends object>(kind: EntryKind, index: number, required: fc.Arbitrary<A>, optional: fc.Arbitrary<B>) {
  return join(join(fc.constant({ id: idOf(kind, index) }), annotations), join(required, optional));
}

function join<A extends object, B extends object>(first: fc.Arbitrary<A>, second: fc.Arbitrary<B>): fc.Arbitrary<A & B> {
  return fc.tuple(first, second).map(([left, right]) => ({ ...left, ...right }));
}

/** Entries of a whole record, in the order of loading. */
export const arbitraryEntries: fc.Arbitrary<Entry[]> = fc
  .tuple(
    entriesOfKind('policy'), entriesOfKind('teams'), entriesOfKind('persons'), entriesOfKind('processes'),
    entriesOfKind('services'), entriesOfKind('releases'), entriesOfKind('grants'), entriesOfKind('findings'),
    entriesOfKind('risks'), entriesOfKind('evidence'), entriesOfKind('acks'), entriesOfKind('briefings'),
    entriesOfKind('decisions'), entriesOfKind('escalations'), entriesOfKind('steps'), entriesOfKind('packs'),
    entriesOfKind('events'), entriesOfKind('commonCauses'), entriesOfKind('options'), entriesOfKind('losses'),
    entriesOfKind('mappings'),
  )
  .map((lists) => lists.flat());
