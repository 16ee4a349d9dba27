import { dayOf } from '#core/time.ts';
import type { Finding, Release } from '#core/record/entities.ts';
import { serviceName, teamName } from '#core/record/names.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import type { Condition, RecordRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { fill, inDays, onDay } from '#core/flags/wording.ts';

const sentences = {
  main: '{finding} has no recorded origin: {days}.',
  share: "{k} of {n} of {team}'s open findings have no recorded origin.",
} as const;

const nextSteps = {
  confirm: 'Confirm or correct: the last release of {service} before it was {release}, by {team}.',
  confirmRelease: 'Confirm or correct: the last release of {service} before it was {release}.',
  ask: 'Ask {lead} which release of {service} brought it.',
  askTeam: 'Record which release of {service} brought it.',
  askShare: 'Ask {lead} which releases brought them.',
  recordShare: 'Record which releases brought them.',
} as const;

type Found = Condition & { subject: string };

export const p6OriginNotTraced: RecordRule = {
  over: 'record',
  text: {
    id: 'P6',
    key: 'origin-not-traced',
    family: 'process',
    tier: 'core',
    leading: false,
    title: 'Origin not traced',
    subjectKind: 'finding',
    rule: 'A critical or high finding, open, not bought in, without an origin after seven days; or a fifth or more of at least ten open findings of a team without one.',
    thresholds: ['P6.days', 'P6.n', 'P6.share'],
    sources: ['NIST SSDF RV.3: root cause'],
    sentences,
    nextSteps,
  },
  find(index) {
    const found: Found[] = [];
    for (const finding of index.view.findings.values()) {
      const age = index.day - dayOf(finding.at);
      const pressing = finding.severity === 'critical' || finding.severity === 'high';
      if (!pressing || !asksForOrigin(index, finding) || isTraced(finding)) continue;
      if (age >= index.policy.threshold('P6.days')) found.push(ofFinding(index, finding, age));
    }
    for (const teamId of index.view.teams.keys()) found.push(...ofTeam(index, teamId));
    return found;
  },
};

function ofFinding(index: RecordIndex, finding: Finding, age: number): Found {
  return {
    subject: finding.id,
    riskIds: risksByFinding(index).get(finding.id) ?? [],
    since: dayOf(finding.at) + index.policy.threshold('P6.days'),
    sentence: fill(sentences.main, { finding: finding.label ?? finding.title ?? finding.id, days: inDays(age) }),
    nextStep: whoKnows(index, finding),
  };
}

function ofTeam(index: RecordIndex, teamId: string): readonly Found[] {
  const { threshold } = index.policy;
  const open = listOf(index.servicesByTeam, teamId)
    .flatMap((service) => listOf(index.findingsByService, service.id))
    .filter((finding) => asksForOrigin(index, finding));
  const untraced = open.filter((finding) => !isTraced(finding));
  if (open.length < threshold('P6.n') || untraced.length / open.length < threshold('P6.share')) return [];
  const lead = leadOf(index, teamId);
  return [{
    subject: teamId,
    subjectKind: 'team',
    since: Math.max(...untraced.map((finding) => dayOf(finding.at))),
    sentence: fill(sentences.share, {
      k: String(untraced.length), n: String(open.length), team: teamName(index.view, teamId),
    }),
    nextStep: lead === undefined ? nextSteps.recordShare : fill(nextSteps.askShare, { lead: name(index, lead) }),
  }];
}

/** Open and our own: a bought-in component has no origin here but the choice to ship it. */
function asksForOrigin(index: RecordIndex, finding: Finding): boolean {
  const open = finding.fixedAt === undefined || dayOf(finding.fixedAt) > index.day;
  return open && finding.external !== true;
}

function isTraced(finding: Finding): boolean {
  return finding.introducedByTeamId !== undefined || finding.introducedReleaseId !== undefined;
}

/** The last release before the finding is the first guess; never a person who wrote the code. */
function whoKnows(index: RecordIndex, finding: Finding): string {
  const service = serviceName(index.view, finding.serviceId);
  const release = lastReleaseBefore(index, finding);
  if (release !== undefined) {
    const words = { service, release: release.version ?? onDay(release.at) };
    if (release.shippedByTeamId === undefined) return fill(nextSteps.confirmRelease, words);
    return fill(nextSteps.confirm, { ...words, team: teamName(index.view, release.shippedByTeamId) });
  }
  const teamId = index.view.services.get(finding.serviceId)?.teamId;
  const lead = teamId === undefined ? undefined : leadOf(index, teamId);
  return lead === undefined ? fill(nextSteps.askTeam, { service }) : fill(nextSteps.ask, { lead: name(index, lead), service });
}

const releasesByService = perIndex((index) => Map.groupBy(index.view.releases.values(), (release) => release.serviceId));

function lastReleaseBefore(index: RecordIndex, finding: Finding): Release | undefined {
  let last: Release | undefined;
  for (const release of releasesByService(index).get(finding.serviceId) ?? []) {
    if (dayOf(release.at) > dayOf(finding.at)) continue;
    if (last === undefined || dayOf(release.at) > dayOf(last.at)) last = release;
  }
  return last;
}

const risksByFinding = perIndex((index) => {
  const risks = new Map<string, string[]>();
  for (const risk of index.view.risks.values()) {
    for (const id of risk.findingIds ?? []) kept(risks, id, () => []).push(risk.id);
  }
  return risks;
});
