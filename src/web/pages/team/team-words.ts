import type { Picture, TeamRow } from '#core/picture/picture.ts';
import { cellOf, withoutInformedCall } from '#core/picture/roll-up.ts';
import { counted } from '#core/picture/sentences/prose.ts';

/** The page's answer for a team and all below it. */
export function teamHeadline(picture: Picture, team: TeamRow): string {
  const { summary } = cellOf(picture, { teamId: team.id });
  const gap = withoutInformedCall(summary);
  if (summary.count === 0) return `${team.name}: no open risk is on the record`;
  if (gap.count === 0) return `${team.name}: each of ${counted(summary.count, 'open risk')} sits with somebody who can decide and has seen the evidence`;
  return `${team.name}: ${gap.count} of ${counted(summary.count, 'open risk')} ${gap.count === 1 ? 'sits' : 'sit'} with nobody who can decide and has seen the evidence`;
}
