import { say } from '#language/say.ts';
import type { StageCount } from '#core/release/river-counts.ts';

/** Findings of one other stage beside the stage asked for; `null` = not recorded. */
export interface BesideStage {
  stageId: string | null;
  count: number;
}

/** What one stage made, found and let through, all findings on the record with the stages told apart. */
export interface StagePassage {
  stageId: string;
  /** Stages up to this one, and after it, that findings name. */
  upToHere: readonly string[];
  later: readonly string[];
  /** Made here, by where they were found: here first, then in the order of the stages. */
  madeHere: readonly BesideStage[];
  made: number;
  contained: number;
  /** Made here and found at another stage on record. */
  escaped: number;
  /** Found here, by where they were made: in the order of the stages. */
  foundHere: readonly BesideStage[];
  found: number;
  /** Made here or earlier and found here, or found later: what was there to be found. */
  caught: number;
  letThrough: number;
  /** Found here after it had become public, later than it shipped: in none of the counts above. */
  afterShipping: number;
}

/** The passage of defects at one stage. `order` is the order of the stages of its release processes. */
export function stagePassage(all: readonly StageCount[], order: readonly string[], stageId: string): StagePassage {
  // What became public after it had shipped was made at no stage and could be found at none.
  const counts = all.filter(({ afterShipping }) => !afterShipping);
  const at = order.indexOf(stageId);
  const named = new Set(counts.flatMap(({ introducedStageId, foundStageId }) => [introducedStageId, foundStageId]));
  const known = order.filter((id) => named.has(id) || id === stageId);
  // A stage that no process has stands beside the path: nothing is known of what comes before or after it.
  const upToHere = at < 0 ? [stageId] : known.filter((id) => order.indexOf(id) <= at);
  const later = at < 0 ? [] : known.filter((id) => order.indexOf(id) > at);
  const rank = (id: string | null): number => (id === null ? Infinity : order.indexOf(id) < 0 ? order.length : order.indexOf(id));
  const sum = (made: (id: string | null) => boolean, found: (id: string | null) => boolean): number =>
    counts.reduce((total, row) => (made(row.introducedStageId) && found(row.foundStageId) ? total + row.count : total), 0);
  const besides = (of: (row: StageCount) => string | null, where: (row: StageCount) => boolean): readonly BesideStage[] => {
    const byStage = new Map<string | null, number>();
    for (const row of counts) if (where(row)) byStage.set(of(row), (byStage.get(of(row)) ?? 0) + row.count);
    return [...byStage].map(([id, count]) => ({ stageId: id, count })).toSorted((a, b) => rank(a.stageId) - rank(b.stageId) || ((a.stageId ?? '') < (b.stageId ?? '') ? -1 : 1));
  };
  const here = (id: string | null): boolean => id === stageId;
  const made = sum(here, () => true);
  const contained = sum(here, here);
  return {
    stageId,
    upToHere,
    later,
    madeHere: besides((row) => row.foundStageId, (row) => row.introducedStageId === stageId),
    made,
    contained,
    escaped: sum(here, (id) => id !== null && id !== stageId),
    foundHere: besides((row) => row.introducedStageId, (row) => row.foundStageId === stageId),
    found: sum(() => true, here),
    caught: sum((id) => id !== null && upToHere.includes(id), here),
    letThrough: sum((id) => id !== null && upToHere.includes(id), (id) => id !== null && later.includes(id)),
    afterShipping: all.filter((row) => row.afterShipping && row.foundStageId === stageId).reduce((total, { count }) => total + count, 0),
  };
}

/** `Of 40 findings that were there to be found at Code, 12 were found there and 28 later`. */
export function passageSentence({ caught, letThrough, made, found }: StagePassage, name: string): string {
  const reached = caught + letThrough;
  if (made + found === 0) return say('No finding on the record was made or found at {stage}', { stage: name });
  if (reached === 0) return say('Of no finding is it recorded that it was there to be found at {stage}', { stage: name });
  if (letThrough === 0) return say('{reached, plural, one {The one finding there to be found at {stage} was found there} other {All # findings there to be found at {stage} were found there}}', { reached, stage: name });
  return say('Of {reached, plural, one {# finding} other {# findings}} there to be found at {stage}, {caught, plural, =0 {none was} one {# was} other {# were}} found there and {later, number} later', { reached, stage: name, caught, later: letThrough });
}
