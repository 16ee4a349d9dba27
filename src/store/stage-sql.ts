/**
 * Statements that compare versions with the one in force at their own `recordedAt` (held, stored in this batch, or earlier
 * among those that are sent) and store those that say something else. A version stored in this batch for the same
 * moment is replaced: of two at one moment the later wins. `$1` = the versions as a JSON list, `$2` = the writer's turn,
 * `$3` = the versions of the batch so far. They answer with the positions of those that were stored, in their order.
 */

const turn = `turn as (select last_seq from record_state where writer = $2::bigint for share)`;

function incoming(columns: string): string {
  return `incoming as (
      select x.*, lag(recorded_at) over same_id as chunk_recorded_at, lag(entity) over same_id as chunk_entity
      from json_to_recordset($1::json) as x(position bigint, kind text, id text, recorded_at text, entity json, stamp json${columns})
      where exists (select from turn)
      window same_id as (partition by kind, id order by recorded_at)
    )`;
}

const before = `case when i.chunk_recorded_at >= coalesce(before.recorded_at, '') then i.chunk_entity::jsonb else before.body end as before`;

const answer = `
    select (select count(*)::int from incoming) as taken, count(*)::int as changed, (count(*) filter (where known))::int as updated,
      (count(*) filter (where replaces is not null))::int as replaced,
      coalesce(json_agg(position order by position), '[]')::text as positions from changed`;

/** Entries wait in `staged`, which holds nothing but them. */
export const stageEntries = `
    with ${turn}, ${incoming('')}, compared as (
      select i.*, any_held.yes is not null or any_staged.yes is not null or i.chunk_recorded_at is not null as known,
        same_moment.position as replaces, ${before}
      from incoming i
      left join lateral (select true as yes from entry v where v.kind = i.kind and v.id = i.id limit 1) any_held on true
      left join lateral (select true as yes from staged s where s.kind = i.kind and s.id = i.id limit 1) any_staged on true
      left join lateral (
        select position from staged s where s.kind = i.kind and s.id = i.id and s.recorded_at = i.recorded_at
      ) same_moment on any_staged.yes
      left join lateral (
        select either.* from (
          (select v.recorded_at, v.body, 0 as later from entry v
            where any_held.yes and v.kind = i.kind and v.id = i.id and v.recorded_at <= i.recorded_at
            order by v.recorded_at desc, v.seq desc limit 1)
          union all
          (select s.recorded_at, s.entity::jsonb, 1 from staged s
            where any_staged.yes and s.kind = i.kind and s.id = i.id and s.recorded_at <= i.recorded_at
            order by s.recorded_at desc limit 1)
        ) either order by recorded_at desc, later desc limit 1
      ) before on any_held.yes or any_staged.yes
    ), changed as (select * from compared where before is null or before <> entity::jsonb
    ), stored as (
      insert into staged (position, kind, id, recorded_at, known, entity, stamp)
      select $3::bigint + row_number() over (order by position), kind, id, recorded_at, known, entity, stamp from changed
      on conflict (kind, id, recorded_at) do update set
        position = excluded.position, known = true, replaced = true, entity = excluded.entity, stamp = excluded.stamp
    )${answer}`;

/** Findings stand in their table already, numbered after the record. */
export const stageFindings = `
    with ${turn}, ${incoming(', service_id text, stage_id text, severity text, severity_rank smallint, at_day text, fixed_day text')}, compared as (
      select i.*, any_held.yes is not null or i.chunk_recorded_at is not null as known, same_moment.seq as replaces, ${before}
      from incoming i cross join turn
      left join lateral (select true as yes from finding_row v where v.id = i.id limit 1) any_held on true
      left join lateral (
        select v.seq from finding_row v where v.id = i.id and v.recorded_at = i.recorded_at and v.seq > turn.last_seq limit 1
      ) same_moment on any_held.yes
      left join lateral (
        select v.recorded_at, v.body from finding_row v where v.id = i.id and v.recorded_at <= i.recorded_at
          order by v.recorded_at desc, v.seq desc limit 1
      ) before on any_held.yes
    ), changed as (select * from compared where before is null or before <> entity::jsonb
    ), gone as (
      delete from finding_row where seq in (select replaces from changed where replaces is not null)
    ), stored as (
      insert into finding_row (seq, id, recorded_at, service_id, stage_id, severity, severity_rank, at_day, fixed_day, stamp, body)
      select last_seq + $3::bigint + row_number() over (order by position), id, recorded_at, service_id, stage_id, severity,
        severity_rank, at_day, fixed_day, stamp, entity from changed, turn
    ), noted as (
      insert into touched (id, replaced) select id, bool_or(replaces is not null) from changed where known group by id
      on conflict (id) do update set replaced = touched.replaced or excluded.replaced
    )${answer}`;

/** A version that replaced another of the batch and in the end says what the one before it says: it is taken out again. */
export const dropRestored = `
  delete from staged s where replaced and known and entity::jsonb = (
    select body from (
      (select recorded_at, 0 as later, body from entry v where v.kind = s.kind and v.id = s.id and v.recorded_at <= s.recorded_at
        order by recorded_at desc, seq desc limit 1)
      union all
      (select recorded_at, 1, entity::jsonb from staged o where o.kind = s.kind and o.id = s.id and o.recorded_at < s.recorded_at
        order by recorded_at desc limit 1)
    ) before order by recorded_at desc, later limit 1);
  delete from finding_row f using record_state where f.seq > last_seq and f.id in (select id from touched where replaced) and f.body = (
    select body from finding_row v where v.id = f.id and (v.recorded_at, v.seq) < (f.recorded_at, f.seq)
      order by v.recorded_at desc, v.seq desc limit 1)`;

/** Numbers the versions of a batch anew, without gaps, in their order. */
export const closeGaps = `
  create temporary table renumbered on commit drop as
    select position, row_number() over (order by position) as dense from (
      select position from staged union all select seq - last_seq from finding_row, record_state where seq > last_seq
    ) numbered;
  create unique index on renumbered (position);
  update staged s set position = r.dense from renumbered r where r.position = s.position and r.dense <> s.position;
  update finding_row f set seq = -(last_seq + r.dense) from record_state, renumbered r
    where f.seq > last_seq and r.position = f.seq - last_seq and r.dense <> r.position;
  update finding_row set seq = -seq where seq < 0`;
