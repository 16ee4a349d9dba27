import { severities } from '#core/record/entities.ts';

export type RollUpTable =
  | 'finding_open' | 'finding_day' | 'finding_stage' | 'finding_reach' | 'finding_text' | 'finding_team' | 'finding_fix'
  | 'finding_passed' | 'finding_brought' | 'finding_recorded';

/** A table of counts over findings, kept exact at every commit. */
export interface RollUp {
  table: RollUpTable;
  /** What is counted: the newest version of every finding, or every version. */
  over: 'newest' | 'versions';
  /** What is counted by; the key of the table, in its order. */
  keys: readonly string[];
  /** Columns of whole numbers, each with what it sums. */
  counts: Readonly<Record<string, string>>;
  /** Rows to group, out of a table or a statement in brackets that carries the columns of `finding`. */
  rows(source: string): string;
}

/** Nobody and nothing is recorded that brought `finding`, and it is our own. The rule P6 asks for these. */
export const isUntraced = 'introduced_team is null and introduced_release is null and not is_external';

/** Of the two gravest severities. */
export const isGrave = `severity_rank <= ${severities.indexOf('high')}`;

/** What a search compares with: the beginning of the name, in small letters. An index is over its hash. */
export const NAME_TEXT = `left(lower(coalesce(body ->> 'title', body ->> 'label')), 200)`;
export const EXTERNAL_TEXT = `left(lower(body ->> 'externalId'), 200)`;

/** What roll-ups read of `finding`. */
export const countedColumns = `recorded_at, superseded_at, service_id, stage_id, severity, severity_rank, at_day, fixed_day, introduced_stage,
  introduced_team, introduced_release, fixed_team, escaped_stage, defect_class, tool, is_exploited, is_automatable, is_total_control,
  is_external, is_shield, after_shipping`;

/** The same and the texts of `finding_text`. */
export const countedWithTexts = `${countedColumns}, ${NAME_TEXT} as name, ${EXTERNAL_TEXT} as external_id`;

/** Under total control, and exploited or automatable: `isGravest` of the core. */
const isGravest = 'is_total_control and (is_exploited or is_automatable)';

const one = (condition: string): string => `(${condition})::int`;
const isOpen = 'fixed_day is null';

export const rollUps: readonly RollUp[] = [
  {
    table: 'finding_open',
    over: 'newest',
    keys: ['service_id', 'stage_id', 'severity'],
    counts: {
      held: '1', open: one(isOpen), own_open: one(`${isOpen} and not is_external`), untraced: one(isUntraced),
      untraced_open: one(`${isOpen} and ${isUntraced}`),
    },
    rows: (source) => source,
  },
  {
    // A fix counts on its day, never before the finding was found; what is open and untraced on the day it was found.
    table: 'finding_day',
    over: 'newest',
    keys: ['service_id', 'day'],
    counts: { found: 'found', fixed: 'fixed', open: 'open', untraced_open: 'untraced', untraced_grave: 'grave' },
    rows: (source) => `(
      select service_id, at_day as day, 1 as found, 0 as fixed, ${one(isOpen)} as open, ${one(`${isOpen} and ${isUntraced}`)} as untraced,
        ${one(`${isOpen} and ${isUntraced} and ${isGrave}`)} as grave from ${source} newest
      union all
      select service_id, greatest(fixed_day, at_day), 0, 1, 0, 0, 0 from ${source} newest where fixed_day is not null)`,
  },
  {
    table: 'finding_stage',
    over: 'newest',
    keys: ['service_id', 'introduced_stage', 'stage_id', 'after_shipping'],
    counts: { held: '1', open: one(isOpen) },
    rows: (source) => source,
  },
  {
    // What decides which risks an open finding reaches.
    table: 'finding_reach',
    over: 'newest',
    keys: ['service_id', 'defect_class', 'tool', 'is_exploited', 'is_automatable', 'is_total_control'],
    counts: { open: '1' },
    rows: (source) => `(select * from ${source} newest where ${isOpen})`,
  },
  {
    // Few texts name many findings: a search reads these, and then the findings.
    table: 'finding_text',
    over: 'newest',
    keys: ['text'],
    counts: { held: '1' },
    rows: (source) => `(
      select name as text from ${source} newest where name is not null
      union all
      select external_id from ${source} newest where external_id is not null)`,
  },
  {
    table: 'finding_team',
    over: 'newest',
    keys: ['service_id', 'introduced_team', 'introduced_release', 'is_external', 'fixed_team', 'is_fixed'],
    counts: { held: '1', open: 'open' },
    rows: (source) => `(
      select service_id, introduced_team, introduced_release, is_external, ${one(isOpen)} as open,
        case when fixed_day is not null then fixed_team end as fixed_team, fixed_day is not null as is_fixed from ${source} newest)`,
  },
  {
    table: 'finding_fix',
    over: 'newest',
    keys: ['fixed_day', 'service_id', 'fixed_team', 'gravest_days'],
    counts: { held: '1' },
    rows: (source) => `(
      select fixed_day, service_id, fixed_team, case when ${isGravest} then fixed_day::date - at_day::date end as gravest_days
      from ${source} newest where fixed_day is not null and not is_shield)`,
  },
  {
    table: 'finding_passed',
    over: 'newest',
    keys: ['introduced_release', 'at_day', 'service_id', 'escaped_stage', 'defect_class'],
    counts: { held: '1' },
    rows: (source) => `(
      select service_id, escaped_stage, defect_class, introduced_release, at_day from ${source} newest
      where escaped_stage is not null and defect_class is not null)`,
  },
  {
    // The same without the day: few rows, where the release tells it.
    table: 'finding_brought',
    over: 'newest',
    keys: ['introduced_release', 'service_id', 'escaped_stage', 'defect_class'],
    counts: { held: '1' },
    rows: (source) => `(
      select service_id, escaped_stage, defect_class, introduced_release from ${source} newest
      where escaped_stage is not null and defect_class is not null and introduced_release is not null)`,
  },
  {
    // How many versions were recorded by a day tells one state of the record on that day from every other.
    table: 'finding_recorded',
    over: 'versions',
    keys: ['day'],
    counts: { versions: '1' },
    rows: (source) => `(select left(recorded_at, 10) as day from ${source} version)`,
  },
];

/** The counts of a roll-up, each a column of its name. `versions` is a table, or a statement in brackets, of versions to count. */
export function countedRows({ over, keys, counts, rows }: RollUp, versions: string): string {
  const source = over === 'versions' ? versions : `(select * from ${versions} version where superseded_at is null)`;
  const sums = Object.entries(counts).map(([name, sum]) => `sum(${sum})::int as ${name}`);
  return `select ${[...keys, ...sums].join(', ')} from ${rows(source)} counted group by ${keys.join(', ')}`;
}
