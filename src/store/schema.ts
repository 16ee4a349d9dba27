import { countedFindings } from '#store/roll-up-schema.ts';
import { countAllFindings } from '#store/roll-up.ts';
import { oneDefect } from '#store/defect-schema.ts';
import { pendingFindings } from '#store/pending-schema.ts';

/** One step of the schema. Steps are never edited once released; a change is a new step. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

/**
 * `recorded_at` holds the sortable form (see `sortableMoment`); the text as it came is in `stamp`.
 * `superseded_at` repeats the next version's `recorded_at`, so that "as of" is one range condition;
 * it is an index, not a part of the record, and can be recomputed from `recorded_at` and `seq`.
 * `newest_finding` is the latest `recorded_at` of any finding: before it lies the past. `staged` holds the batch being written and is emptied when a batch begins. `writer` counts those
 * beginnings: who finds another number than its own has lost its turn.
 */
const theRecord = `
  create table record_state (
    only_row boolean primary key default true check (only_row),
    version integer not null,
    last_seq bigint not null,
    newest_finding text collate "C",
    writer bigint not null default 0,
    ledger_position text
  );
  insert into record_state (version, last_seq) values (0, 0);

  create table entry (
    seq bigint primary key,
    kind text collate "C" not null,
    id text collate "C" not null,
    recorded_at text collate "C" not null,
    stamp jsonb not null,
    body jsonb not null
  );
  alter table entry alter column body set statistics 0, alter column stamp set statistics 0;
  create index entry_versions on entry (kind, id, recorded_at, seq);
  create index entry_recorded on entry (recorded_at, seq);

  create table finding (
    seq bigint primary key,
    id text collate "C" not null,
    recorded_at text collate "C" not null,
    superseded_at text collate "C",
    service_id text collate "C" not null,
    stage_id text collate "C",
    severity text collate "C" not null,
    severity_rank smallint not null,
    at_day text collate "C" not null,
    fixed_day text collate "C",
    stamp jsonb not null,
    body jsonb not null
  );
  alter table finding alter column body set statistics 0, alter column stamp set statistics 0;
  create index finding_versions on finding (id, recorded_at, seq);
  create index finding_newest_open on finding (service_id, severity_rank, at_day, id)
    where superseded_at is null and fixed_day is null;
  create index finding_newest_page on finding (severity_rank, at_day, id)
    where superseded_at is null and fixed_day is null;
  create index finding_newest_fixed on finding (fixed_day) where superseded_at is null and fixed_day is not null;

  create table finding_open (
    service_id text collate "C" not null,
    stage_id text collate "C",
    severity text collate "C" not null,
    open integer not null,
    unique nulls not distinct (service_id, stage_id, severity)
  );
  create table finding_week (
    service_id text collate "C" not null,
    week text collate "C" not null,
    severity text collate "C" not null,
    found integer not null,
    fixed integer not null,
    primary key (service_id, week, severity)
  );

  create table batch (
    version integer primary key,
    header json not null,
    committed_at text not null,
    report json not null,
    first_seq bigint not null,
    last_seq bigint not null
  );
  create table setting (name text collate "C" primary key, value text not null);
  create table ledger (seq bigint primary key, line text not null);

  create unlogged table staged (
    position bigint not null,
    kind text collate "C" not null,
    id text collate "C" not null,
    recorded_at text collate "C" not null,
    known boolean not null,
    replaced boolean not null default false,
    entity json not null,
    stamp json not null,
    service_id text collate "C",
    stage_id text collate "C",
    severity text collate "C",
    severity_rank smallint,
    at_day text collate "C",
    fixed_day text collate "C",
    primary key (kind, id, recorded_at)
  );
`;

export const migrations: readonly Migration[] = [
  { version: 1, name: 'the record', sql: theRecord },
  { version: 2, name: 'findings counted by all that pages and rules ask', sql: `${countedFindings}${countAllFindings()}` },
  { version: 3, name: 'findings of an open batch beside those of the record', sql: pendingFindings },
  { version: 4, name: 'findings of one defect and of one day from an index', sql: oneDefect },
];
