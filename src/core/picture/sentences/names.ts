import type { Picture, RiskRow } from '#core/picture/picture.ts';

/** Name of a person; an id the record does not hold stands as it is. */
export function personIn(picture: Picture, id: string): string {
  return picture.persons.find((person) => person.id === id)?.name ?? id;
}

export function teamIn(picture: Picture, id: string): string {
  return picture.teams.find((team) => team.id === id)?.name ?? id;
}

export function processIn(picture: Picture, id: string): string {
  return picture.processes.find((process) => process.id === id)?.name ?? id;
}

export function serviceIn(picture: Picture, id: string): string {
  return picture.services.find((service) => service.id === id)?.name ?? id;
}

/** One line on who decides a risk, whether they can and what has reached them. */
export function standing(picture: Picture, risk: RiskRow): string {
  const name = risk.ownerId === null ? '' : personIn(picture, risk.ownerId);
  switch (risk.readiness) {
    case 'can-decide-seen':
      return `${name} can decide and has seen it`;
    case 'can-decide-not-seen':
      return `${name} can decide; the evidence has not reached them`;
    case 'cannot-decide-seen':
      return `The evidence has reached ${name}; the authority does not reach this far`;
    case 'cannot-decide-not-seen':
      return `The authority of ${name} does not reach this far, and the evidence has not reached them`;
    case 'nobody-named':
      return 'Nobody is named';
    case 'cannot-tell':
      return 'The record cannot tell who can decide';
  }
}
