import { say } from '#language/say.ts';
import { addDays, dayInWords, dayOf, type When } from '#core/time.ts';
import type { Picture, RiskRow } from '#core/picture/picture.ts';
import { namesOf } from '#web/charts/names.ts';
import type { ActPlan, ActValues } from '#web/features/acts/act-plan.ts';
import { moneyShort } from '#web/ui/money-words.ts';

const nothingChosen: ActValues = { date: '', kind: 'mitigate', rationale: '', level: 'detail' };

/** Sends evidence to a person. A brief proves sending; it counts as known only once they acknowledge it. */
export function briefPlan(picture: Picture, risk: RiskRow, toId: string, evidenceIds: readonly string[]): ActPlan | null {
  if (evidenceIds.length === 0) return null;
  const name = namesOf(picture).personName(toId);
  const pieces = evidenceIds.length;
  return {
    label: say('Brief {name}: {pieces, plural, one {# piece} other {# pieces}}', { name, pieces }),
    records: say('A brief to {name} with {pieces, plural, one {# piece} other {# pieces}} of evidence on {risk}. It proves sending; it counts as known once {name} acknowledges it.', { name, pieces, risk: risk.label }),
    about: toId,
    fields: [],
    initial: nothingChosen,
    request: () => ({ name: 'briefingSend', params: { id: risk.id }, body: { toId, evidenceIds: [...evidenceIds] } }),
  };
}

/** Raises a person's limit for the services of a risk, out of the grantor's own authority. */
export function grantPlan(picture: Picture, risk: RiskRow): ActPlan | null {
  const { grantDown } = risk.lowest;
  if (grantDown === null || risk.serviceIds.length === 0) return null;
  const names = namesOf(picture);
  const [to, by] = [names.personName(grantDown.personId), names.personName(grantDown.grantorId)];
  const limit = moneyShort(grantDown.atLeast, picture.currency, 'exact');
  return {
    label: say('Raise {to}’s limit to {limit}', { to, limit }),
    records: say('Authority for {to}, given by {by}: up to {limit} for one loss on the services of {risk}, until the date below.', { to, by, limit, risk: risk.label }),
    about: grantDown.personId,
    fields: ['end-date'],
    initial: { ...nothingChosen, date: grantDown.until.slice(0, 10) },
    request: (values) => ({
      name: 'grantGive',
      params: {},
      body: {
        granteeId: grantDown.personId, grantorId: grantDown.grantorId, serviceIds: [...risk.serviceIds],
        maxExposure: grantDown.atLeast, to: values.date,
      },
    }),
  };
}

/** Names a decision owner. */
export function ownerPlan(picture: Picture, risk: RiskRow, personId: string): ActPlan | null {
  if (personId === risk.ownerId) return null;
  const name = namesOf(picture).personName(personId);
  return {
    label: say('Ask {name} to take it', { name }),
    records: say('{name} is proposed as the decision owner of {risk}. The name counts once it is accepted.', { name, risk: risk.label }),
    about: personId,
    fields: [],
    initial: nothingChosen,
    request: () => ({ name: 'ownerPropose', params: { id: risk.id }, body: { personId } }),
  };
}

/** Records that the person proposed to decide a risk accepts. `null` where nobody is proposed. */
export function acceptPlan(picture: Picture, { id, label, ownerId, proposedOwner }: RiskRow): ActPlan | null {
  if (proposedOwner === undefined) return null;
  const { personId } = proposedOwner;
  const names = namesOf(picture);
  const name = names.personName(personId);
  return {
    label: say('{name} accepts', { name }),
    records: ownerId === null
      ? say('{name} accepts: {risk} is their call from today on.', { name, risk: label })
      : say('{name} accepts: {risk} is their call from today on, and no longer that of {owner}.', { name, risk: label, owner: names.personName(ownerId) }),
    about: personId,
    fields: [],
    initial: nothingChosen,
    request: () => ({ name: 'ownerAnswer', params: { id }, body: { personId, accepts: true } }),
  };
}

/** Records that the person proposed declines, so that somebody else can be asked. */
export function declinePlan(picture: Picture, { id, label, proposedOwner }: RiskRow): ActPlan | null {
  if (proposedOwner === undefined) return null;
  const { personId } = proposedOwner;
  const name = namesOf(picture).personName(personId);
  return {
    label: say('{name} declines', { name }),
    records: say('{name} is no longer proposed as the decision owner of {risk}.', { name, risk: label }),
    about: personId,
    fields: [],
    initial: nothingChosen,
    request: () => ({ name: 'ownerAnswer', params: { id }, body: { personId, accepts: false } }),
  };
}

/** Passes a risk up to a person with a new date. Being past a date and saying so is good practice. */
export function escalatePlan(picture: Picture, risk: RiskRow, toId: string): ActPlan {
  const name = namesOf(picture).personName(toId);
  return {
    label: say('Raise it to {name}', { name }),
    records: say('{risk} is raised to {name}, with the new date below.', { risk: risk.label, name }),
    about: toId,
    fields: ['date'],
    initial: { ...nothingChosen, date: addDays(picture.asOf, risk.clockDays) },
    request: (values) => ({ name: 'riskEscalate', params: { id: risk.id }, body: { toId, newDate: values.date } }),
  };
}

/** Sets the day the risk is settled by; starts from the clock's date, or a full clock from now where that is past. */
export function datePlan(picture: Picture, risk: RiskRow): ActPlan {
  const date = proposedDate(picture, risk);
  return {
    label: say('Set {date} as its date', { date: dayInWords(date) }),
    records: say('{risk} is due on the date below.', { risk: risk.label }),
    about: risk.ownerId ?? '',
    fields: ['date'],
    initial: { ...nothingChosen, date },
    request: (values) => ({ name: 'dueDateSet', params: { id: risk.id }, body: { dueAt: values.date } }),
  };
}

export function proposedDate(picture: Picture, risk: RiskRow): When {
  const byClock = risk.decisionNeededBy.slice(0, 10);
  return dayOf(byClock) > dayOf(picture.asOf) ? byClock : addDays(picture.asOf, risk.clockDays);
}

/** Records a decision by the person whose authority covers it. */
export function decisionPlan(picture: Picture, risk: RiskRow): ActPlan | null {
  const byId = deciderOf(risk);
  if (byId === null) return null;
  const name = namesOf(picture).personName(byId);
  return {
    label: say('Record {name}’s decision', { name }),
    records: say('A decision by {name} about {risk}: what, until when, and why.', { name, risk: risk.label }),
    about: byId,
    fields: ['kind', 'end-date', 'rationale'],
    initial: { ...nothingChosen, date: addDays(picture.asOf, 90) },
    request: (values) => ({
      name: 'decisionRecord',
      params: { id: risk.id },
      body: { kind: values.kind, byId, rationale: values.rationale, expiresAt: values.date === '' ? undefined : values.date },
    }),
  };
}

/** Who can decide today: the owner where authority covers it, else the lowest person whose does. */
function deciderOf(risk: RiskRow): string | null {
  if (risk.ownerId !== null && risk.authority.state === 'has') return risk.ownerId;
  const { personId } = risk.lowest;
  return risk.candidates.some((one) => one.personId === personId && one.canDecide) ? personId : null;
}

/** Records that a person has seen a piece of evidence, and how closely. */
export function acknowledgePlan(picture: Picture, evidence: { id: string; label: string }, personId: string): ActPlan {
  const name = namesOf(picture).personName(personId);
  return {
    label: say('{name} has seen it', { name }),
    records: say('{name} has seen “{evidence}”.', { name, evidence: evidence.label }),
    about: personId,
    fields: ['level'],
    initial: nothingChosen,
    request: (values) => ({ name: 'evidenceAcknowledge', params: { id: evidence.id }, body: { personId, level: values.level } }),
  };
}
