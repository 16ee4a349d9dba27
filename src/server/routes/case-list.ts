import type { CaseSummary, CaseView } from '#core/replay/case-view.ts';
import { caseTrouble } from '#server/presenters/case-trouble.ts';
import type { Route } from '#server/routes/route.ts';

/** Every documented case with its one sentence, each control after the case it stands beside. */
export const caseList: Route<'caseList'> = async ({ context }) => {
  const { cases, troubles } = await context.cases.all();
  return { cases: ordered(cases.map(({ view }) => summaryOf(view))), troubles: troubles.map(caseTrouble) };
};

function ordered(cases: readonly CaseSummary[]): CaseSummary[] {
  const leading = cases.filter((one) => one.kind !== 'control').sort(byDate);
  const beside = leading.flatMap((one) => [one, ...cases.filter((other) => other.kind === 'control' && other.besideIds[0] === one.id)]);
  const alone = cases.filter((one) => one.kind === 'control' && !beside.includes(one));
  return [...beside, ...alone];
}

/** Replayed ones first, those with a control before the others, what is alleged after what is documented; then the newest breach. */
function byDate(a: CaseSummary, b: CaseSummary): number {
  return place(a) - place(b) || (b.breaches[0]?.day ?? '').localeCompare(a.breaches[0]?.day ?? '') || a.id.localeCompare(b.id);
}

function place({ kind, besideIds, basisMix }: CaseSummary): number {
  const alleged = basisMix.some((each) => each.kind === 'alleged');
  return (kind === 'told' ? 4 : 0) + (alleged ? 2 : 0) + (besideIds.length > 0 ? 0 : 1);
}

function summaryOf({ id, title, sector, legalStatus, kind, from, to, breaches, sentence, basisMix, firstDaysBefore, upAtBreach, checks, besideIds }: CaseView): CaseSummary {
  return { id, title, sector, legalStatus, kind, from, to, breaches, sentence, basisMix, firstDaysBefore, upAtBreach, checks, besideIds };
}
