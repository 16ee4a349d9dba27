import type { Picture, PersonRow, ProcessRow, ServiceRow, StageRow, TeamRow } from '#core/picture/picture.ts';

/** Names of what a picture refers to by id; an id the record does not hold stands as it is. */
export interface Names {
  person(id: string | null): PersonRow | undefined;
  personName(id: string): string;
  team(id: string | null): TeamRow | undefined;
  teamName(id: string): string;
  service(id: string | null): ServiceRow | undefined;
  process(id: string | null): ProcessRow | undefined;
  /** Processes may share a stage id; the first that has it names it. */
  stage(id: string | null): StageRow | undefined;
  stageName(id: string): string;
}

const made = new WeakMap<Picture, Names>();

/** Made once for a picture and kept as long as the picture is. */
export function namesOf(picture: Picture): Names {
  const held = made.get(picture);
  if (held !== undefined) return held;
  const persons = new Map(picture.persons.map((row) => [row.id, row]));
  const teams = new Map(picture.teams.map((row) => [row.id, row]));
  const services = new Map(picture.services.map((row) => [row.id, row]));
  const processes = new Map(picture.processes.map((row) => [row.id, row]));
  const stages = new Map(picture.processes.flatMap((row) => row.stages).toReversed().map((row) => [row.id, row]));
  const names: Names = {
    person: (id) => (id === null ? undefined : persons.get(id)),
    personName: (id) => persons.get(id)?.name ?? id,
    team: (id) => (id === null ? undefined : teams.get(id)),
    teamName: (id) => teams.get(id)?.name ?? id,
    service: (id) => (id === null ? undefined : services.get(id)),
    process: (id) => (id === null ? undefined : processes.get(id)),
    stage: (id) => (id === null ? undefined : stages.get(id)),
    stageName: (id) => stages.get(id)?.name ?? id,
  };
  made.set(picture, names);
  return names;
}
