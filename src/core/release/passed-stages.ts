import { say } from '#language/say.ts';
import type { StageCount } from '#core/release/river-counts.ts';

/** One stage that made defects: how many were found where. */
export interface MadeAt {
  stageId: string;
  /** Counts in the order of the columns. */
  found: readonly number[];
  total: number;
  /** Found at the stage that made them. */
  contained: number;
  /** Found at another stage that is recorded. */
  escaped: number;
}

/** Introduced at x found at: `null` stands for a stage that is not recorded, and is the last row and column. */
export interface PassedStages {
  /** Stages defects were found at; `null` last where some have none. */
  columns: readonly (string | null)[];
  rows: readonly MadeAt[];
  /** Findings whose stage of origin is not recorded, by column. */
  untraced: { found: readonly number[]; total: number };
  /** Became public after the release that brought them had shipped: no stage made them and none let them pass. */
  afterShipping: { found: readonly number[]; total: number };
  /** Sum of each column: rows, untraced and those after shipping. */
  totals: readonly number[];
  total: number;
  /** Findings with both stages recorded, and those of them that got past the one that made them. */
  traced: number;
  escaped: number;
  /** Largest count that is not untraced: what bars are scaled to. */
  widest: number;
}

/** The table of one place. `order` is the order of the stages of its release processes; others follow by id. */
export function passedStages(counts: readonly StageCount[], order: readonly string[]): PassedStages {
  const stages = inOrder(counts.filter(({ afterShipping }) => !afterShipping).map(({ introducedStageId }) => introducedStageId), order).filter((id) => id !== null);
  // A stage that made defects has a column too: without it there is no place for what it contained.
  const columns = inOrder(counts.flatMap((row) => (row.introducedStageId === null || row.afterShipping ? [row.foundStageId] : [row.foundStageId, row.introducedStageId])), order);
  const atStages = counts.filter(({ afterShipping }) => !afterShipping);
  const at = (made: string | null, found: string | null): number =>
    atStages.reduce((sum, row) => (row.introducedStageId === made && row.foundStageId === found ? sum + row.count : sum), 0);
  const later = columns.map((column) => sumOf(counts.filter((row) => row.afterShipping && row.foundStageId === column).map(({ count }) => count)));
  const rows = stages.map((stageId): MadeAt => {
    const found = columns.map((column) => at(stageId, column));
    const total = sumOf(found);
    const contained = at(stageId, stageId);
    return { stageId, found, total, contained, escaped: total - contained - at(stageId, null) };
  });
  const untraced = columns.map((column) => at(null, column));
  return {
    columns,
    rows,
    untraced: { found: untraced, total: sumOf(untraced) },
    afterShipping: { found: later, total: sumOf(later) },
    totals: columns.map((_, index) => sumOf([...rows.map((row) => row.found[index] ?? 0), untraced[index] ?? 0, later[index] ?? 0])),
    total: sumOf(counts.map(({ count }) => count)),
    traced: sumOf(rows.map((row) => row.contained + row.escaped)),
    escaped: sumOf(rows.map((row) => row.escaped)),
    widest: Math.max(0, ...rows.flatMap((row) => row.found)),
  };
}

/** `62 of 104 findings got past the stage that made them; most (31) were made in Code and found in Run`. */
export function passedSentence(table: PassedStages, nameOf: (stageId: string) => string): string {
  const { traced, escaped, rows, columns } = table;
  if (traced === 0) return say('Of no finding are both the stage that made it and the stage that found it recorded');
  if (escaped === 0) return say('{traced, plural, one {The one finding with both stages recorded was found at the stage that made it} other {All # findings with both stages recorded were found at the stage that made them}}', { traced });
  const ways = rows.flatMap((row) => columns.flatMap((column, index) =>
    column === null || column === row.stageId ? [] : [{ made: row.stageId, found: column, count: row.found[index] ?? 0 }]));
  const most = ways.reduce((widest, way) => (way.count > widest.count ? way : widest));
  const values = { escaped, traced, count: most.count, made: nameOf(most.made), found: nameOf(most.found) };
  if (most.count === escaped) return say('{escaped, number} of {traced, plural, one {# finding} other {# findings}} got past the stage that made them, all made in {made} and found in {found}', { escaped, traced, made: values.made, found: values.found });
  return most.count * 2 > escaped
    ? say('{escaped, number} of {traced, plural, one {# finding} other {# findings}} got past the stage that made them; most ({count, number}) were made in {made} and found in {found}', values)
    : say('{escaped, number} of {traced, plural, one {# finding} other {# findings}} got past the stage that made them; the largest group ({count, number}) {count, plural, one {was} other {were}} made in {made} and found in {found}', values);
}

/** How many findings have no stage of origin on record; undefined where all have one. */
export function untracedSentence({ untraced, total }: PassedStages): string | undefined {
  if (untraced.total === 0) return undefined;
  return say('The record does not hold the stage that made {untraced, number} of {total, plural, one {# finding} other {# findings}}: counted as untraced, not left out.', { untraced: untraced.total, total });
}

function inOrder(ids: readonly (string | null)[], order: readonly string[]): readonly (string | null)[] {
  const present = new Set(ids);
  const known = [...new Set(order)].filter((id) => present.has(id));
  const others = [...present].flatMap((id) => (id === null || order.includes(id) ? [] : [id])).toSorted();
  return [...known, ...others, ...(present.has(null) ? [null] : [])];
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
