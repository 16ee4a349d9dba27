import type { Entry } from '#core/record/entry.ts';
import { lockState, type StagedState } from '#store/apply-staged.ts';
import { numberOf, onlyRow, textOf, type Database, type Queries } from '#store/database.ts';
import { stagedRow, stagedVersion, type StagedVersion } from '#store/staged-version.ts';
import type { AppendCounts, BatchHeader } from '#store/store.ts';

/** Versions sent to the database in one statement. */
const CHUNK = 1_000;

const COLUMNS = `position bigint, kind text, id text, recorded_at text, entity json, stamp json, service_id text, stage_id text,
  severity text, severity_rank smallint, at_day text, fixed_day text`;

/**
 * Compares each version with the one in force at its own `recordedAt` (held, staged before, or
 * earlier in the chunk) and stages those that say something else. A version staged before for the
 * same moment is replaced: of two at one moment the later wins.
 */
function stageSql(table: 'entry' | 'finding'): string {
  const same = (other: string): string => (table === 'entry' ? `${other}.kind = i.kind and ${other}.id = i.id` : `${other}.id = i.id`);
  return `
    with incoming as (
      select x.*, lag(recorded_at) over same_id as chunk_recorded_at, lag(entity) over same_id as chunk_entity
      from json_to_recordset($1::json) as x(${COLUMNS})
      where exists (select from record_state where writer = $2::bigint)
      window same_id as (partition by kind, id order by recorded_at)
    ), compared as (
      select i.*, any_held.yes is not null or any_staged.yes is not null or i.chunk_recorded_at is not null as known,
        case when i.chunk_recorded_at >= coalesce(before.recorded_at, '') then i.chunk_entity::jsonb else before.body end as before
      from incoming i
      left join lateral (select true as yes from ${table} v where ${same('v')} limit 1) any_held on true
      left join lateral (select true as yes from staged s where s.kind = i.kind and s.id = i.id limit 1) any_staged on true
      left join lateral (
        select either.* from (
          (select v.recorded_at, v.body, 0 as later from ${table} v
            where any_held.yes and ${same('v')} and v.recorded_at <= i.recorded_at
            order by v.recorded_at desc, v.seq desc limit 1)
          union all
          (select s.recorded_at, s.entity::jsonb, 1 from staged s
            where any_staged.yes and s.kind = i.kind and s.id = i.id and s.recorded_at <= i.recorded_at
            order by s.recorded_at desc limit 1)
        ) either order by recorded_at desc, later desc limit 1
      ) before on any_held.yes or any_staged.yes
    ), changed as (
      insert into staged (position, kind, id, recorded_at, known, entity, stamp, service_id, stage_id, severity,
        severity_rank, at_day, fixed_day)
      select position, kind, id, recorded_at, known, entity, stamp, service_id, stage_id, severity, severity_rank, at_day,
        fixed_day
      from compared where before is null or before <> entity::jsonb
      on conflict (kind, id, recorded_at) do update set
        position = excluded.position, known = staged.known or excluded.known, replaced = true, entity = excluded.entity,
        stamp = excluded.stamp, service_id = excluded.service_id, stage_id = excluded.stage_id, severity = excluded.severity,
        severity_rank = excluded.severity_rank, at_day = excluded.at_day, fixed_day = excluded.fixed_day
      returning known
    )
    select (select count(*)::int from incoming) as taken, count(*)::int as changed,
      (count(*) filter (where known))::int as updated from changed`;
}

const stageEntries = stageSql('entry');
const stageFindings = stageSql('finding');

/** The versions of one batch, collected in the database beside the record until the batch commits. */
export interface Staging {
  append(entries: readonly Entry[]): Promise<AppendCounts>;
  /**
   * Before the staged versions are stored, in the same transaction: makes sure the turn is still this
   * writer's, and drops replaced versions that in the end say what was held already.
   */
  settle(queries: Queries): Promise<StagedState>;
}

/** The connection that held the writer's turn was lost and another writer has begun; nothing was changed. */
export class TurnLost extends Error {
  constructor() {
    super('Another process began to write meanwhile, because the connection to the database was lost. Nothing was changed; try again.');
    this.name = 'TurnLost';
  }
}

/** Empties what an earlier, unfinished batch left and stages for a new one. The caller holds the writer's lock. */
export async function startStaging(database: Database, header: BatchHeader): Promise<Staging> {
  const begun = onlyRow(
    await database.query(
      `update record_state set writer = writer + 1
       returning writer::float8 as writer, exists (select from staged) as unfinished`,
    ),
  );
  const writer = numberOf(begun, 'writer');
  if (begun['unfinished'] === true) await database.exec('truncate staged');
  let position = 0;

  async function stage(sql: string, versions: readonly StagedVersion[]): Promise<AppendCounts> {
    if (versions.length === 0) return { added: 0, updated: 0, unchanged: 0 };
    const { kept, equal, other } = lastOfEachMoment(versions);
    const rows = kept.map((version) => {
      position += 1;
      return stagedRow(version, position);
    });
    const row = onlyRow(await database.query(sql, [`[${rows.join(',')}]`, writer]));
    if (numberOf(row, 'taken') !== rows.length) throw new TurnLost();
    const changed = numberOf(row, 'changed');
    const updated = numberOf(row, 'updated');
    return { added: changed - updated, updated: updated + other, unchanged: kept.length - changed + equal };
  }

  return {
    async append(entries) {
      const counts = { added: 0, updated: 0, unchanged: 0 };
      for (let from = 0; from < entries.length; from += CHUNK) {
        const versions = entries.slice(from, from + CHUNK).map((entry) => stagedVersion(entry, header));
        const parts = [
          await stage(stageEntries, versions.filter(({ kind }) => kind !== 'findings')),
          await stage(stageFindings, versions.filter(({ kind }) => kind === 'findings')),
        ];
        for (const part of parts) {
          counts.added += part.added;
          counts.updated += part.updated;
          counts.unchanged += part.unchanged;
        }
      }
      return counts;
    },
    async settle(queries) {
      const state = await lockState(queries);
      if (state.writer !== writer) throw new TurnLost();
      if (state.replaced === 0) return state;
      await dropRestored(queries);
      return lockState(queries);
    },
  };
}

/**
 * Stages versions as they are, without comparing: what a ledger holds was compared when it was
 * written. Call with what one chunk of a ledger holds, after `truncate staged`.
 */
export async function restage(queries: Queries, versions: readonly StagedVersion[], firstPosition: number): Promise<void> {
  const rows = versions.map((version, index) => stagedRow(version, firstPosition + index));
  await queries.query(
    `insert into staged (position, kind, id, recorded_at, known, entity, stamp, service_id, stage_id, severity,
       severity_rank, at_day, fixed_day)
     select position, kind, id, recorded_at,
       kind = 'findings' and (
         exists (select from finding f where f.id = x.id) or exists (select from staged s where s.kind = x.kind and s.id = x.id)
         or row_number() over (partition by kind, id order by position) > 1),
       entity, stamp, service_id, stage_id, severity, severity_rank, at_day, fixed_day
     from json_to_recordset($1::json) as x(${COLUMNS})`,
    [`[${rows.join(',')}]`],
  );
}

/** Of several versions of one id at one moment the last stays, in its place; the others are only counted. */
function lastOfEachMoment(versions: readonly StagedVersion[]): {
  kept: readonly StagedVersion[];
  equal: number;
  other: number;
} {
  const last = new Map<string, StagedVersion>();
  let equal = 0;
  let other = 0;
  for (const version of versions) {
    const key = JSON.stringify([version.kind, version.id, version.recordedAt]);
    const earlier = last.get(key);
    if (earlier !== undefined) {
      if (earlier.entity === version.entity) equal += 1;
      else other += 1;
      last.delete(key);
    }
    last.set(key, version);
  }
  return { kept: [...last.values()], equal, other };
}

async function dropRestored(queries: Queries): Promise<void> {
  const replaced = await queries.query(
    'select kind, id, recorded_at from staged where replaced and known order by kind, id, recorded_at',
  );
  for (const row of replaced) {
    const key = [textOf(row, 'kind'), textOf(row, 'id'), textOf(row, 'recorded_at')];
    await queries.query(
      `delete from staged s where s.kind = $1 and s.id = $2 and s.recorded_at = $3 and s.entity::jsonb = (
         select before.body from (
           (select recorded_at, seq, body from entry where kind = $1 and id = $2 and recorded_at <= $3
             order by recorded_at desc, seq desc limit 1)
           union all
           (select recorded_at, seq, body from finding where $1 = 'findings' and id = $2 and recorded_at <= $3
             order by recorded_at desc, seq desc limit 1)
           union all
           (select recorded_at, null, entity::jsonb from staged where kind = $1 and id = $2 and recorded_at < $3
             order by recorded_at desc limit 1)
         ) before order by recorded_at desc, seq desc nulls first limit 1)`,
      key,
    );
  }
}
