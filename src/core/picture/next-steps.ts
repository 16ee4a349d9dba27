import { risksMatching, type RiskFilter } from '#core/picture/filter.ts';
import type { Picture, RiskRow, StepRow } from '#core/picture/picture.ts';
import type { Readiness } from '#core/picture/readiness.ts';

/** What an attacker who holds what the path assumes would do next, and who could stop it. */
export interface NextStep {
  risk: RiskRow;
  /** In order, the assumed ones before the next. */
  steps: readonly StepRow[];
  held: readonly StepRow[];
  next: StepRow;
  /** Of the owner of the next step on this risk. */
  owner: Readiness;
}

export interface NextSteps {
  /** What nothing stops first, then what is not measured, then what is blocked; the largest first. */
  paths: readonly NextStep[];
  /** Open risks without a path on the record. */
  without: readonly RiskRow[];
}

const order: Readonly<Record<StepRow['state'], number>> = { open: 0, detected: 1, unknown: 2, blocked: 3 };

/** The next step of an attacker on every open risk with a path on the record: the first step that is not assumed. */
export function nextSteps(picture: Picture, filter: RiskFilter = {}): NextSteps {
  const paths: NextStep[] = [];
  const without: RiskRow[] = [];
  for (const risk of risksMatching(picture, filter)) {
    const at = risk.steps.findIndex((step) => step.assumed !== true);
    // A path that assumes every step asks about the last of them.
    const index = at === -1 ? risk.steps.length - 1 : at;
    const next = risk.steps[index];
    if (next === undefined) without.push(risk);
    else paths.push({ risk, steps: risk.steps, held: risk.steps.slice(0, index), next, owner: stepOwner(risk, next.ownerId) });
  }
  paths.sort((a, b) => order[a.next.state] - order[b.next.state]
    || (b.risk.expectedAnnualLoss ?? -1) - (a.risk.expectedAnnualLoss ?? -1) || (a.risk.id < b.risk.id ? -1 : 1));
  return { paths, without };
}

/** Whether the person a step names can decide about its risk and has seen it, as far as the record shows. */
export function stepOwner(risk: RiskRow, ownerId: string | null): Readiness {
  if (ownerId === null) return 'nobody-named';
  if (ownerId === risk.ownerId) return risk.readiness;
  const candidate = risk.candidates.find(({ personId }) => personId === ownerId);
  if (candidate === undefined || candidate.state === 'cannot-tell') return 'cannot-tell';
  if (candidate.canDecide) return candidate.unseen === 0 ? 'can-decide-seen' : 'can-decide-not-seen';
  return candidate.unseen === 0 ? 'cannot-decide-seen' : 'cannot-decide-not-seen';
}
