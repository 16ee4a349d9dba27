/**
 * What findings are counted by, as columns: read from `body` by the engine itself, so that a count over many findings
 * does not open each of them; and the roll-ups, filled from the newest versions held. `roll-ups.ts` says what each counts.
 */
export const countedFindings = `
  alter table finding
    add column introduced_stage text collate "C" generated always as (body ->> 'introducedStageId') stored,
    add column introduced_team text collate "C" generated always as (body ->> 'introducedByTeamId') stored,
    add column introduced_release text collate "C" generated always as (body ->> 'introducedReleaseId') stored,
    add column fixed_team text collate "C" generated always as (body ->> 'fixedByTeamId') stored,
    add column escaped_stage text collate "C" generated always as (body ->> 'escapedStageId') stored,
    add column defect_class text collate "C" generated always as (body ->> 'defectClass') stored,
    add column tool text collate "C" generated always as (body ->> 'source') stored,
    add column is_exploited boolean generated always as ((body ->> 'exploited')::boolean) stored,
    add column is_automatable boolean generated always as ((body ->> 'automatable')::boolean) stored,
    add column is_total_control boolean generated always as ((body ->> 'totalControl')::boolean) stored,
    add column is_external boolean generated always as (body @> '{"external":true}') stored,
    add column is_shield boolean generated always as (body @> '{"fixKind":"shield"}') stored,
    add column after_shipping boolean generated always as (body @> '{"afterShipping":true}') stored;

  drop index finding_newest_fixed;
  create index finding_fixed_ahead on finding (greatest(fixed_day, at_day))
    where superseded_at is null and fixed_day is not null and greatest(fixed_day, at_day) > left(recorded_at, 10);
  create index finding_superseded_page on finding (severity_rank, at_day, id) where superseded_at is not null;
  create index finding_fixed_page on finding (severity_rank, at_day, id) where superseded_at is null and fixed_day is not null;
  create index finding_name on finding (hashtext(left(lower(coalesce(body ->> 'title', body ->> 'label')), 200))) where superseded_at is null;
  create index finding_external_id on finding (hashtext(left(lower(body ->> 'externalId'), 200)))
    where superseded_at is null and body ->> 'externalId' is not null;

  create table finding_recorded (day text collate "C" primary key, versions integer not null);

  drop table finding_week;
  drop table finding_open;
  create table finding_open (
    service_id text collate "C" not null,
    stage_id text collate "C",
    severity text collate "C" not null,
    held integer not null,
    open integer not null,
    own_open integer not null,
    untraced integer not null,
    untraced_open integer not null,
    unique nulls not distinct (service_id, stage_id, severity)
  );
  create table finding_day (
    service_id text collate "C" not null,
    day text collate "C" not null,
    found integer not null,
    fixed integer not null,
    open integer not null,
    untraced_open integer not null,
    untraced_grave integer not null,
    primary key (service_id, day)
  );
  create table finding_stage (
    service_id text collate "C" not null,
    introduced_stage text collate "C",
    stage_id text collate "C",
    after_shipping boolean not null,
    held integer not null,
    open integer not null,
    unique nulls not distinct (service_id, introduced_stage, stage_id, after_shipping)
  );
  create table finding_reach (
    service_id text collate "C" not null,
    defect_class text collate "C",
    tool text collate "C",
    is_exploited boolean,
    is_automatable boolean,
    is_total_control boolean,
    open integer not null,
    unique nulls not distinct (service_id, defect_class, tool, is_exploited, is_automatable, is_total_control)
  );
  create table finding_text (text text collate "C" primary key, held integer not null);
  create table finding_team (
    service_id text collate "C" not null,
    introduced_team text collate "C",
    introduced_release text collate "C",
    is_external boolean not null,
    fixed_team text collate "C",
    is_fixed boolean not null,
    held integer not null,
    open integer not null,
    unique nulls not distinct (service_id, introduced_team, introduced_release, is_external, fixed_team, is_fixed)
  );
  create table finding_fix (
    fixed_day text collate "C" not null,
    service_id text collate "C" not null,
    fixed_team text collate "C",
    gravest_days integer,
    held integer not null,
    unique nulls not distinct (fixed_day, service_id, fixed_team, gravest_days)
  );
  create table finding_passed (
    introduced_release text collate "C",
    at_day text collate "C" not null,
    service_id text collate "C" not null,
    escaped_stage text collate "C" not null,
    defect_class text collate "C" not null,
    held integer not null,
    unique nulls not distinct (introduced_release, at_day, service_id, escaped_stage, defect_class)
  );
  create table finding_brought (
    introduced_release text collate "C" not null,
    service_id text collate "C" not null,
    escaped_stage text collate "C" not null,
    defect_class text collate "C" not null,
    held integer not null,
    primary key (introduced_release, service_id, escaped_stage, defect_class)
  );
`;
