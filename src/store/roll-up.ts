import type { Queries } from '#store/database.ts';
import { countedWithTexts, countedRows, rollUps, type RollUp } from '#store/roll-ups.ts';

/**
 * Takes the findings a batch touches out of the roll-ups (`-1`, before they are stored) or puts them in
 * (`1`, after). Kept in the batch's transaction, so the figures are exact at every commit whatever
 * changed: severity, service, stage, dates, origin.
 */
export async function countTouchedFindings(queries: Queries, sign: 1 | -1): Promise<void> {
  await queries.exec(`
    with touched as materialized (
      select ${countedWithTexts} from touched_finding
    ), ${rollUps.map((rollUp, at) => `kept_${at} as (${addition(rollUp, 'touched', sign)})`).join(', ')}
    select`);
}

/** Counts every finding held, into roll-ups that are empty. Part of the step of the schema that made them. */
export function countAllFindings(): string {
  return `${rollUps.map((rollUp) => addition(rollUp, `(select ${countedWithTexts} from finding)`, 1)).join(';\n')};`;
}

function addition(rollUp: RollUp, versions: string, sign: 1 | -1): string {
  const names = Object.keys(rollUp.counts);
  return `
    insert into ${rollUp.table} as held (${[...rollUp.keys, ...names].join(', ')})
    select ${[...rollUp.keys, ...names.map((name) => (sign === 1 ? name : `-${name}`))].join(', ')} from (${countedRows(rollUp, versions)}) change
    on conflict (${rollUp.keys.join(', ')}) do update set ${names.map((name) => `${name} = held.${name} + excluded.${name}`).join(', ')}`;
}
