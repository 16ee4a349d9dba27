import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { FixedTally } from '#core/record/finding-tallies.ts';
import { teamName } from '#core/record/names.ts';
import { listOf, type RecordIndex } from '#core/record/record-index.ts';
import { leadOf } from '#core/authority/start-of-line.ts';
import { talliesOf } from '#core/flags/count-findings.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import { name } from '#core/flags/phrases.ts';
import { isSecurity } from '#core/flags/rules/a8-carried-by-security.ts';
import { isReachable } from '#core/flags/urgency.ts';
import { overDays } from '#core/flags/wording.ts';

const sentences = { main: "Security fixed {k} of {n} of {team}'s findings in 90 days." } as const;
const nextSteps = {
  book: 'Book the next fix with {team}: ask {lead} for the slot it needs in the plan.',
  bookTeam: 'Book the next fix with {team}, in the slot it needs in the plan.',
} as const;

export const p5FixedBySecurity: RecordRule = {
  over: 'record',
  text: {
    id: 'P5',
    key: 'fixed-by-security',
    family: 'process',
    tier: 'core',
    leading: false,
    title: "Security fixes this team's code",
    subjectKind: 'team',
    rule: 'Of at least five findings fixed in 90 days on the services of a team that is not security, security fixed a quarter or more; shields and emergencies are not counted.',
    thresholds: ['P5.days', 'P5.n', 'P5.share'],
    sources: ['NIST SSDF PO.2, RV.2'],
    sentences,
    nextSteps,
  },
  find(index) {
    const { threshold } = index.policy;
    const byService = Map.groupBy(talliesOf(index).fixed.filter((tally) => counts(index, tally)), (tally) => tally.serviceId);
    return [...index.view.teams.keys()].filter((teamId) => !isSecurity(index, teamId)).flatMap((teamId) => {
      const fixed = listOf(index.servicesByTeam, teamId)
        .flatMap((service) => listOf(byService, service.id));
      const bySecurity = fixed.filter(({ fixedByTeamId }) => fixedByTeamId !== undefined && isSecurity(index, fixedByTeamId));
      const [n, k] = [sumOf(fixed), sumOf(bySecurity)];
      if (n < threshold('P5.n') || k / n < threshold('P5.share')) return [];
      const team = teamName(index.view, teamId);
      const lead = leadOf(index, teamId);
      return [{
        subject: teamId,
        person: lead,
        since: Math.max(...bySecurity.map(({ newestOn }) => dayOf(newestOn))),
        sentence: overDays(say(sentences.main, { k: String(k), n: String(n), team }), 90, threshold('P5.days')),
        nextStep:
          lead === undefined ? say(nextSteps.bookTeam, { team }) : say(nextSteps.book, { team, lead: name(index, lead) }),
      }];
    });
  },
};

/** Not an emergency, fixed within its own clock, on a service that can be reached. */
function counts(index: RecordIndex, { serviceId, quick }: FixedTally): boolean {
  return !quick || !isReachable(index, serviceId);
}

function sumOf(tallies: readonly FixedTally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0);
}
