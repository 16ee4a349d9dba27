import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { summarise } from '#core/picture/roll-up.ts';
import { ownershipWords } from '#core/picture/sentences/card-words.ts';
import type { CardWords } from '#core/picture/sentences/prose.ts';
import { layoutReadinessGrid, type ReadinessGrid } from '#web/charts/readiness-grid/layout.ts';

export interface ReadinessGridWords extends CardWords {
  caption: string;
  grid: ReadinessGrid;
}

/** Words and numbers of the table of who can decide and who knows. */
export function describeReadinessGrid(picture: Picture): ReadinessGridWords {
  const summary = summarise(picture.risks);
  return {
    ...ownershipWords(summary),
    caption: say('Open risks by authority and information of the decision owner'),
    grid: layoutReadinessGrid(summary),
  };
}
