import type { Picture } from '#core/picture/picture.ts';

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
