import { ROOT } from '#core/record/entities.ts';
import type { RecordView } from '#core/record/view.ts';

/**
 * References of a record that point at nothing it holds, in words and in order. Findings are left out:
 * a view holds those that a risk links to and no others.
 */
export function danglingReferences(view: RecordView): readonly string[] {
  const lost: string[] = [];
  const check = (what: string, ids: readonly (string | undefined)[], known: (id: string) => boolean): void => {
    for (const id of ids) if (id !== undefined && !known(id)) lost.push(`${what} ${id}`);
  };
  const person = (id: string): boolean => view.persons.has(id);
  const team = (id: string): boolean => view.teams.has(id);
  const service = (id: string): boolean => view.services.has(id);
  const risk = (id: string): boolean => view.risks.has(id);
  const evidence = (id: string): boolean => view.evidence.has(id);
  for (const one of view.teams.values()) {
    check(`team ${one.id} lead`, [one.leadId], person);
    check(`team ${one.id} parent`, [one.parentId], team);
  }
  for (const one of view.persons.values()) {
    check(`person ${one.id} team`, [one.teamId], team);
    check(`person ${one.id} manager`, [one.managerId, one.holderId], person);
  }
  for (const one of view.services.values()) {
    check(`service ${one.id} team`, [one.teamId], team);
    check(`service ${one.id} process`, [one.processId], (id) => view.processes.has(id));
    check(`service ${one.id} depends on`, one.dependsOn ?? [], service);
  }
  for (const one of view.processes.values()) {
    check(`process ${one.id} team`, [one.owningTeamId], team);
    check(`process ${one.id} gate`, one.stages.map((stage) => stage.gateOwnerId), person);
  }
  for (const one of view.releases.values()) {
    check(`release ${one.id} service`, [one.serviceId], service);
    check(`release ${one.id} team`, [one.shippedByTeamId], team);
  }
  for (const one of view.grants.values()) {
    check(`grant ${one.id} to`, [one.granteeId], person);
    check(`grant ${one.id} by`, [one.grantorId], (id) => id === ROOT || person(id));
    check(`grant ${one.id} team`, one.scope?.teams ?? [], (id) => id === '*' || team(id));
  }
  for (const one of view.risks.values()) {
    check(`risk ${one.id} service`, one.serviceIds, service);
    check(`risk ${one.id} owner`, [one.ownerId], person);
    check(`risk ${one.id} estimator`, [one.exposure?.estimatedBy], person);
    check(`risk ${one.id} estimate rests on`, one.exposure?.evidenceIds ?? [], evidence);
    check(`risk ${one.id} process`, (one.processShares ?? []).map((part) => part.processId), (id) => view.processes.has(id));
    check(`risk ${one.id} decider`, [...(one.deciderIds ?? []), ...(one.approverIds ?? [])], person);
  }
  for (const one of view.evidence.values()) {
    check(`evidence ${one.id} risk`, [one.riskId, ...(one.relatesTo ?? [])], risk);
    check(`evidence ${one.id} team`, [one.teamId], team);
    check(`evidence ${one.id} known by`, one.knownBy ?? [], person);
  }
  for (const one of view.acks.values()) {
    check(`acknowledgement ${one.id} evidence`, [one.evidenceId], evidence);
    check(`acknowledgement ${one.id} person`, [one.personId], person);
  }
  for (const one of view.briefings.values()) {
    check(`briefing ${one.id} evidence`, one.evidenceIds, evidence);
    check(`briefing ${one.id} person`, [one.byId, ...one.toIds], person);
  }
  for (const one of view.decisions.values()) {
    if (one.findingId === undefined) check(`decision ${one.id} risk`, [one.riskId], risk);
    check(`decision ${one.id} person`, [one.byId, one.documentedOwnerId], person);
    check(`decision ${one.id} grant`, [one.underGrantId], (id) => view.grants.has(id));
  }
  for (const one of view.escalations.values()) {
    check(`escalation ${one.id} risk`, [one.riskId], risk);
    check(`escalation ${one.id} person`, [one.byId, one.toId], person);
  }
  for (const one of view.steps.values()) {
    check(`step ${one.id} risk`, [one.riskId], risk);
    check(`step ${one.id} owner`, [one.ownerId], person);
  }
  for (const one of view.packs.values()) {
    check(`pack ${one.id} risk`, one.riskIds, risk);
    check(`pack ${one.id} evidence`, [...one.evidenceIds, ...(one.whyNot ?? []).map((line) => line.evidenceId)], evidence);
    check(`pack ${one.id} presenter`, [one.presenterId], person);
  }
  for (const one of view.commonCauses.values()) {
    check(`common cause ${one.id} risk`, one.riskIds, risk);
    check(`common cause ${one.id} owner`, [one.ownerId], person);
  }
  for (const one of view.options.values()) {
    check(`option ${one.id} risk`, [one.riskId], risk);
    check(`option ${one.id} owner`, [one.ownerId], person);
  }
  for (const one of view.losses.values()) check(`loss ${one.id} risk`, [one.riskId], risk);
  for (const one of view.events.values()) {
    check(`event ${one.id} risk`, [one.riskId], risk);
    check(`event ${one.id} person`, [one.personId], person);
  }
  return lost.toSorted();
}
