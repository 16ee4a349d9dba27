import { say } from '#language/say.ts';
import { dayOf } from '#core/time.ts';
import type { Decision, Risk } from '#core/record/entities.ts';
import { teamName } from '#core/record/names.ts';
import type { RecordIndex } from '#core/record/record-index.ts';
import type { RecordRule } from '#core/flags/flag-rule.ts';
import { a10DecidedOutsideAuthority, a10NextSteps, a10Sentences, outsideOf } from '#core/flags/rules/a10-decided-outside-authority.ts';
import { ORGANISATION } from '#core/flags/rules/p4-reactive-share.ts';
import { isBeforeRecords } from '#core/flags/standing-decision.ts';

/**
 * The same rule over decisions about findings that no risk on record stands for: what scanners' files carry. One line a team,
 * because a file may carry thousands; the sources page lists each.
 */
export const a10OnFindings: RecordRule = {
  over: 'record',
  text: a10DecidedOutsideAuthority.text,
  find(index) {
    const outside = [...standing(index)].flatMap((decision) => {
      const found = outsideOf({ index, risk: standIn(index, decision) }, decision);
      return found === undefined ? [] : [{ decision, isNameless: found.personId === undefined }];
    });
    return [...Map.groupBy(outside, ({ decision }) => teamOf(index, decision))].map(([teamId, found]) => {
      const words = { n: found.length, k: found.filter(({ isNameless }) => isNameless).length };
      return {
        subject: teamId ?? ORGANISATION,
        subjectKind: teamId === undefined ? 'organisation' as const : 'team' as const,
        since: Math.min(...found.map(({ decision }) => dayOf(decision.at))),
        sentence: teamId === undefined ? say(a10Sentences.findingsNoTeam, words) : say(a10Sentences.findings, { ...words, team: teamName(index.view, teamId) }),
        nextStep: say(a10NextSteps.mapThem),
      };
    });
  },
};

/** The newest decision of each finding that no risk on record stands for, where it leaves something open and still holds. */
function* standing(index: RecordIndex): Generator<Decision> {
  for (const [riskId, decisions] of index.decisionsByRisk) {
    const last = decisions.at(-1);
    if (last?.findingId === undefined || index.view.risks.has(riskId) || last.kind === 'pass-up' || last.implicit === true || last.implementedAt !== undefined) continue;
    const hasEnded = last.expiresAt !== undefined && dayOf(last.expiresAt) < index.day;
    if (!hasEnded && !isBeforeRecords(index, last)) yield last;
  }
}

/** What authority is asked for: the one service of the finding, and no range in money. */
function standIn(index: RecordIndex, { findingId = '', at }: Decision): Risk {
  const serviceId = serviceOf(index, findingId);
  return { id: findingId, serviceIds: serviceId === undefined ? [] : [serviceId], openedAt: at };
}

/** The id of a scanned finding begins with that of its service: `shop:trivy:...`. */
function serviceOf(index: RecordIndex, findingId: string): string | undefined {
  const held = index.view.findings.get(findingId)?.serviceId;
  if (held !== undefined) return held;
  const parts = findingId.split(':');
  return parts.map((_, end) => parts.slice(0, end + 1).join(':')).find((id) => index.view.services.has(id));
}

function teamOf(index: RecordIndex, { findingId = '' }: Decision): string | undefined {
  return index.view.services.get(serviceOf(index, findingId) ?? '')?.teamId;
}
