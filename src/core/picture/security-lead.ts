import type { PersonRow, Picture } from '#core/picture/picture.ts';

/**
 * Who carries what nobody decides: the lead of the security team nearest the top, the CISO by whatever title.
 * Undefined where the record names none.
 */
export function securityLead(picture: Picture): PersonRow | undefined {
  const teams = picture.teams.filter((team) => team.kind === 'security' && team.leadId !== null);
  const top = teams.reduce<(typeof teams)[number] | undefined>((best, team) => (best === undefined || team.depth < best.depth ? team : best), undefined);
  return picture.persons.find((person) => person.id === top?.leadId);
}
