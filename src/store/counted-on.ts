import { severities } from '#core/record/entities.ts';
import { countedColumns, countedRows, rollUps, type RollUpTable } from '#store/roll-ups.ts';

/** All of them: naming each lets the index over rank and day be read from `at_day` on. */
const RANKS = severities.map((_, rank) => rank).join(', ');

/** Day and moment of a question, as parameters of its statement. */
export interface CountedDay {
  /** The day asked for. */
  day: string;
  /** First moment after it. */
  end: string;
  /** True where a version was recorded after the day: see `isPast`. */
  past: boolean;
}

/**
 * Named statements (the part after `with`) that stand for roll-ups as they were at the end of a day, each under the name
 * of its table, so that a question is asked once and in one way. For the newest state they are the tables, less the few
 * findings that are dated after the day (and so after they were recorded), which is read from an index; for a past day they are counted from the versions
 * held then. A row may come in parts: sum over what you group by. `where` narrows `finding f`.
 */
export function countedOn(tables: readonly RollUpTable[], { day, end, past }: CountedDay, where: string): string {
  const chosen = rollUps.filter(({ table }) => tables.some((asked) => asked === table));
  const asHeld = countedColumns.replace(/\bfixed_day\b/, `case when fixed_day <= ${day} then fixed_day end as fixed_day`).replace(/\bsuperseded_at\b/, 'null::text as superseded_at');
  if (past) {
    return `held as materialized (
      select ${asHeld} from finding f
      where f.recorded_at < ${end} and (f.superseded_at is null or f.superseded_at >= ${end}) and f.at_day <= ${day}${where}
    ), ${chosen.map((rollUp) => `${rollUp.table} as (${countedRows(rollUp, 'held')})`).join(', ')}`;
  }
  return `dated_later as materialized (
      select ${countedColumns} from finding f
        where superseded_at is null and fixed_day is null and severity_rank in (${RANKS}) and at_day > ${day}${where}
      union all
      select ${countedColumns} from finding f
        where superseded_at is null and fixed_day is not null and greatest(fixed_day, at_day) > ${day}
          and greatest(fixed_day, at_day) > left(recorded_at, 10)${where}
    ), ${chosen.map(({ table, ...rollUp }) => {
      const all = [...rollUp.keys, ...Object.keys(rollUp.counts)].join(', ');
      const less = [...rollUp.keys, ...Object.keys(rollUp.counts).map((name) => `-${name}`)].join(', ');
      return `${table} as (
        select ${all} from ${table} f where true${where}
        union all
        select ${less} from (${countedRows({ table, ...rollUp }, 'dated_later')}) as_dated
        union all
        select ${all} from (${countedRows({ table, ...rollUp }, `(select ${asHeld} from dated_later where at_day <= ${day})`)}) as_held)`;
    }).join(', ')}`;
}
