import { rowsOf, cell, optionalCell, words } from '#mocks/halden-maker/table.ts';
import { lifeOf } from '#mocks/halden-maker/risks/life.ts';
import type { RiskSpec } from '#mocks/halden-maker/risks/risk.ts';
import { moreStories } from '#mocks/halden-maker/risks/story-more.ts';
import { firstStories, type StorySpec } from '#mocks/halden-maker/risks/story.ts';
import { RISKS_TO_APRIL } from '#mocks/halden-maker/risks/table-2025.ts';
import { RISKS_FROM_MAY } from '#mocks/halden-maker/risks/table-2026.ts';

const stories: Readonly<Record<string, StorySpec>> = { ...firstStories, ...moreStories };

/** Every risk of the sample, numbered in the order of the tables. */
export const risks: readonly RiskSpec[] = plan();

/** The risk of the story with a key. */
export function storyRisk(key: string): RiskSpec {
  const risk = risks.find((one) => one.key === key);
  if (risk === undefined) throw new Error(`No risk ${key}.`);
  return risk;
}

function plan(): readonly RiskSpec[] {
  const list: RiskSpec[] = [];
  let month = '';
  for (const row of [...rowsOf(RISKS_TO_APRIL), ...rowsOf(RISKS_FROM_MAY)]) {
    const first = cell(row, 0);
    if (first.startsWith('@')) {
      month = first.slice(1);
      continue;
    }
    const id = `R-${String(list.length + 1).padStart(3, '0')}`;
    const story = stories[first];
    list.push(story === undefined ? lifeOf(rowOf(row, id, month)) : specOf(story, first, id));
  }
  return list;
}

function rowOf(row: readonly string[], id: string, month: string): Parameters<typeof lifeOf>[0] {
  return {
    id, month,
    label: cell(row, 0),
    serviceIds: words(cell(row, 1)),
    category: cell(row, 2),
    defectClass: optionalCell(row, 3),
    size: cell(row, 4),
    states: words(cell(row, 5)),
    ownerId: optionalCell(row, 6),
  };
}

function specOf(story: StorySpec, key: string, id: string): RiskSpec {
  return {
    defectClass: undefined, classOnRisk: false, closedAt: undefined, dueAt: undefined, reviewAt: undefined,
    decisionNeededBy: undefined, deciderIds: [], approverIds: [], decisionKind: undefined, escalations: [], events: [],
    steps: [], finds: [],
    ...story, id, key,
  };
}
