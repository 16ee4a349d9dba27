import type { ReactNode } from 'react';
import { asksOfBoard } from '#core/picture/asks.ts';
import type { Picture } from '#core/picture/picture.ts';
import { asksWords, teamByProcessWords } from '#core/picture/sentences/card-words.ts';
import { teamByProcess } from '#core/picture/roll-up.ts';
import { describeChanges } from '#web/charts/change-dumbbell/describe.ts';
import { describeKnowledgeLag } from '#web/charts/knowledge-lag/describe.ts';
import { describeLossIntervals } from '#web/charts/loss-intervals/describe.ts';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import type { Place } from '#web/paths.ts';
import { AskStep, ChangeStep, KnewStep, LossStep, ReadinessStep, WhereStep } from '#web/pages/present/StepCharts.tsx';

export interface PresentStep {
  /** The question, as the list of steps names it. */
  name: string;
  /** One sentence, from the rows of the chart below it. */
  sentence: (picture: Picture) => string;
  chart: (picture: Picture) => ReactNode;
  /** The page a question from the room is answered on. */
  deeper: Place;
}

/** The six questions in the order a board takes them: the ask first, then what it rests on. */
export const presentSteps: readonly PresentStep[] = [
  { name: 'What we ask', sentence: asked, chart: (picture) => <AskStep picture={picture} />, deeper: { page: 'brief' } },
  { name: 'What could be lost', sentence: (picture) => describeLossIntervals(picture, picture.risks.length).headline, chart: (picture) => <LossStep picture={picture} />, deeper: { page: 'ownership' } },
  { name: 'Can they decide, do they know', sentence: (picture) => describeReadinessGrid(picture).headline, chart: (picture) => <ReadinessStep picture={picture} />, deeper: { page: 'ownership' } },
  { name: 'Where it sits', sentence: (picture) => teamByProcessWords(picture, teamByProcess(picture)).headline, chart: (picture) => <WhereStep picture={picture} />, deeper: { page: 'teams' } },
  { name: 'Who knew', sentence: (picture) => describeKnowledgeLag(picture, 5).headline, chart: (picture) => <KnewStep picture={picture} />, deeper: { page: 'knew' } },
  { name: 'What changed', sentence: (picture) => describeChanges(picture, 6).headline, chart: (picture) => <ChangeStep picture={picture} />, deeper: { page: 'changes' } },
];

function asked(picture: Picture): string {
  const asks = asksOfBoard(picture);
  const words = asksWords(asks);
  return asks.rows.length === 0 ? words.headline : `${words.headline}: ${words.subtitle}`;
}
