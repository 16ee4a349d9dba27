import type { Flag } from '#core/flags/flag.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';
import type { ActPlan } from '#web/features/acts/act-plan.ts';
import { briefPlan, datePlan, decisionPlan, escalatePlan, ownerPlan } from '#web/features/acts/plans.ts';

/** The one act that closes a flag on a risk; `null` where the next step is words, or the two ways on. */
export function flagAct(picture: Picture, risk: RiskRow, flag: Flag): ActPlan | null {
  switch (flag.flag) {
    case 'A1':
    case 'A2': {
      // Somebody is asked already: both answers stand beside the proposal.
      if (risk.proposedOwner !== undefined) return null;
      const lead = leadOf(picture, risk) ?? risk.lowest.personId;
      return lead === null ? null : ownerPlan(picture, risk, lead);
    }
    case 'A8': {
      if (risk.proposedOwner !== undefined) return null;
      const lead = leadOf(picture, risk);
      return lead === null ? null : ownerPlan(picture, risk, lead);
    }
    case 'I1':
    case 'I2':
    case 'I4':
    case 'I5': return toldOf(picture, risk);
    case 'P1': return datePlan(picture, risk);
    case 'P2': {
      const above = managerOf(picture, risk);
      return above === null ? null : escalatePlan(picture, risk, above);
    }
    case 'A10':
    case 'P3':
    case 'P8':
    case 'P12': return decisionPlan(picture, risk);
    // Authority that does not reach has two ways on, which always stand side by side.
    case 'A3':
    case 'A4':
    case 'A5':
    case 'A9':
    case 'A5w':
    case 'A6':
    case 'A7':
    case 'A11':
    case 'I3':
    case 'I6':
    case 'I7':
    case 'I8':
    case 'P4':
    case 'P5':
    case 'P6':
    case 'P7':
    case 'P9':
    case 'P10':
    case 'P11': return null;
  }
}

/** What a brief to somebody who could decide holds: the pieces that have not reached them. */
export function unseenBy(risk: RiskRow, personId: string): readonly string[] {
  if (personId === risk.information.personId) return risk.evidence.filter((one) => one.material && one.seenByOwnerAt === null).map((one) => one.id);
  return risk.candidates.find((one) => one.personId === personId)?.unseenIds ?? [];
}

function toldOf(picture: Picture, risk: RiskRow): ActPlan | null {
  const { personId } = risk.information;
  return personId === null ? null : briefPlan(picture, risk, personId, unseenBy(risk, personId));
}

function leadOf(picture: Picture, risk: RiskRow): string | null {
  const names = namesOf(picture);
  const lead = names.person(names.team(risk.owningTeamId)?.leadId ?? null);
  return lead !== undefined && lead.kind === 'person' && lead.inPost ? lead.id : null;
}

function managerOf(picture: Picture, risk: RiskRow): string | null {
  const names = namesOf(picture);
  const from = names.person(risk.ownerId) ?? names.person(leadOf(picture, risk));
  return names.person(from?.managerId ?? null)?.id ?? null;
}
