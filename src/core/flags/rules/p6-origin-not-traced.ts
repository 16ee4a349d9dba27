import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Finding, Release } from '#core/record/entities.ts';
import type { OpenTally } from '#core/record/finding-tallies.ts';
import { serviceName, teamName } from '#core/record/names.ts';
import { kept, perIndex } from '#core/record/memo.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import { linkedFindingIds } from '#core/mapping/linked-findings.ts';
import { isGraveUntraced, talliesOf } from '#core/flags/count-findings.ts';
import type { Condition, RecordRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { ORGANISATION } from '#core/flags/rules/p4-reactive-share.ts';
import { inDays, onDay } from '#core/flags/wording.ts';

const sentences = {
  main: '{finding} has no recorded origin: {days}.',
  together: '{n} findings of {team} have no recorded origin: {days} for the first of them.',
  togetherNoTeam: '{n} findings on services without a team have no recorded origin: {days} for the first of them.',
  togetherOne: 'A finding of {team} has no recorded origin: {days}.',
  togetherOneNoTeam: 'A finding on a service without a team has no recorded origin: {days}.',
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

export type Found = Condition & { subject: string };

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
    const { open } = talliesOf(index);
    for (const finding of index.view.findings.values()) {
      if (!isGraveUntraced(finding, index.asOf)) continue;
      const age = index.day - dayOf(finding.at);
      if (age >= index.policy.threshold('P6.days')) found.push(ofFinding(index, finding, age));
    }
    const byService = new Map(open.map((tally) => [tally.serviceId, tally]));
    for (const teamId of index.view.teams.keys()) found.push(...ofTeam(index, teamId, byService));
    return found;
  },
};

function ofFinding(index: RecordIndex, finding: Finding, age: number): Found {
  return {
    subject: finding.id,
    riskIds: risksByFinding(index).get(finding.id) ?? [],
    since: dayOf(finding.at) + index.policy.threshold('P6.days'),
    sentence: say(sentences.main, { finding: finding.label ?? finding.title ?? finding.id, days: inDays(age) }),
    nextStep: whoKnows(index, finding),
  };
}

function ofTeam(index: RecordIndex, teamId: string, byService: ReadonlyMap<string, OpenTally>): readonly Found[] {
  const { threshold } = index.policy;
  let [count, untraced, newest] = [0, 0, 0];
  for (const service of listOf(index.servicesByTeam, teamId)) {
    const tally = byService.get(service.id);
    if (tally === undefined) continue;
    count += tally.count;
    untraced += tally.untraced;
    if (tally.newestUntraced !== undefined) newest = Math.max(newest, dayOf(tally.newestUntraced));
  }
  if (count < threshold('P6.n') || untraced / count < threshold('P6.share')) return [];
  const lead = leadOf(index, teamId);
  return [{
    subject: teamId,
    subjectKind: 'team',
    since: newest,
    sentence: say(sentences.share, { k: String(untraced), n: String(count), team: teamName(index.view, teamId) }),
    nextStep: askFor(index, lead),
  }];
}

/**
 * Findings of one team that no risk rests on, in one line: each alone would bury everything else. `undefined` stands for
 * services without a team.
 */
export function originsTogether(index: RecordIndex, teamId: string | undefined, { count, since }: { count: number; since: number }): Found {
  const lead = teamId === undefined ? undefined : leadOf(index, teamId);
  const words = { n: String(count), days: inDays(index.day - since + index.policy.threshold('P6.days')) };
  return {
    subject: teamId ?? ORGANISATION,
    subjectKind: teamId === undefined ? 'organisation' : 'team',
    since,
    sentence:
      teamId === undefined
        ? say(count === 1 ? sentences.togetherOneNoTeam : sentences.togetherNoTeam, words)
        : say(count === 1 ? sentences.togetherOne : sentences.together, { ...words, team: teamName(index.view, teamId) }),
    nextStep: askFor(index, lead),
  };
}

function askFor(index: RecordIndex, lead: string | undefined): string {
  return lead === undefined ? say(nextSteps.recordShare) : say(nextSteps.askShare, { lead: name(index, lead) });
}

/** The last release before the finding is the first guess; never a person who wrote the code. */
function whoKnows(index: RecordIndex, finding: Finding): string {
  const service = serviceName(index.view, finding.serviceId);
  const release = lastReleaseBefore(index, finding);
  if (release !== undefined) {
    const words = { service, release: release.version ?? onDay(release.at) };
    if (release.shippedByTeamId === undefined) return say(nextSteps.confirmRelease, words);
    return say(nextSteps.confirm, { ...words, team: teamName(index.view, release.shippedByTeamId) });
  }
  const teamId = index.view.services.get(finding.serviceId)?.teamId;
  const lead = teamId === undefined ? undefined : leadOf(index, teamId);
  return lead === undefined ? say(nextSteps.askTeam, { service }) : say(nextSteps.ask, { lead: name(index, lead), service });
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
    for (const id of linkedFindingIds(index, risk)) kept(risks, id, () => []).push(risk.id);
  }
  return risks;
});
