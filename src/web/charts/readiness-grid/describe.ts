import type { Picture } from '#core/picture/picture.ts';
import { summarise } from '#core/picture/roll-up.ts';
import { counted } from '#web/charts/describe.ts';
import { layoutReadinessGrid, type ReadinessGrid } from '#web/charts/readiness-grid/layout.ts';

export interface ReadinessGridWords {
  headline: string;
  subtitle: string;
  caption: string;
  grid: ReadinessGrid;
}

/** Words and numbers of the table of who can decide and who knows. */
export function describeReadinessGrid(picture: Picture): ReadinessGridWords {
  const summary = summarise(picture.risks);
  const grid = layoutReadinessGrid(summary);
  const informed = summary.byReadiness['can-decide-seen'].count;
  const plus = summary.unquantified === 0 ? '' : '; +n: without a range';
  return {
    headline: `${informed} of ${counted(summary.count, 'open risk')} ${informed === 1 ? 'is' : 'are'} somebody\u2019s informed call`,
    subtitle: `Open risks and expected annual loss${plus}`,
    caption: 'Open risks by authority and information of the decision owner',
    grid,
  };
}
