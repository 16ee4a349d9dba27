/**
 * Findings of an open batch stand in the table of findings already, numbered after the last one of the record, so that
 * their indexes are kept while the rest of a file is still being read. `finding` shows what is committed: the numbers up
 * to `last_seq`, which a commit moves. `counted_seq` follows it when the roll-ups have counted what was added. `touched` names the findings of the open
 * batch of which there was an earlier version; of those `replaced`, a version of the batch itself went.
 */
export const pendingFindings = `
  alter table finding rename to finding_row;
  alter table record_state add column counted_seq bigint not null default 0;
  update record_state set counted_seq = last_seq;
  drop table staged;
  create unlogged table staged (
    position bigint not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    recorded_at text collate "C" not null,
    known boolean not null,
    replaced boolean not null default false,
    entity json not null,
    stamp json not null,
    primary key (kind, id, recorded_at)
  );
  create unlogged table touched (id text collate "C" primary key, replaced boolean not null);
  create view finding as select * from finding_row where seq <= (select last_seq from record_state);
  create view added_finding as select * from finding_row
    where seq > (select counted_seq from record_state) and seq <= (select last_seq from record_state);
  create view touched_finding as
    select * from added_finding
    union all
    select * from finding_row where id in (select id from touched) and seq <= (select counted_seq from record_state);
`;
