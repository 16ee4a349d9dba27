import { EXTERNAL_TEXT } from '#store/roll-ups.ts';

/**
 * What the names a finding goes by beside its own are compared by: the list in capitals, taken apart. The same of a list
 * as JSON has an element in common where the lists have one, so that this selects and the caller makes sure.
 */
export function aliasKeys(list: string): string {
  return `string_to_array(translate(upper(${list}), '[]" ', ''), ',')`;
}

/**
 * What places in one file have in common: without line and column, and without letters that stand before a path. A file and
 * a place in it give the same, other files almost never do.
 */
export function fileKey(place: string): string {
  return `hashtext(ltrim(rtrim(${place}, ':0123456789'), 'file:./'))`;
}

/**
 * Indexes that find the other findings of one defect by any name or by the file, in every version, and the findings fixed on
 * one day. Few rows stand in the last three: findings with aliases, of a weakness at a place, and fixed.
 */
export const oneDefect = `
  drop index finding_external_id;
  create index finding_external_id on finding_row (hashtext(${EXTERNAL_TEXT})) where body ->> 'externalId' is not null;
  create index finding_alias on finding_row using gin ((${aliasKeys(`body ->> 'aliases'`)})) where body ->> 'aliases' is not null;
  create index finding_file on finding_row (service_id, (${fileKey(`body ->> 'location'`)}))
    where defect_class is not null and body ->> 'location' is not null;
  create index finding_fixed_day on finding_row (greatest(fixed_day, at_day), severity_rank, at_day, id)
    where superseded_at is null and fixed_day is not null;
`;
