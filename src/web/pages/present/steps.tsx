import { say } from '#language/say.ts';
import type { ReactNode } from 'react';
import { asksOfBoard } from '#core/picture/asks.ts';
import type { Picture } from '#core/picture/picture.ts';
import { asksWords, teamByProcessWords } from '#core/picture/sentences/card-words.ts';
import { teamByProcess } from '#core/picture/roll-up.ts';
import { describeChanges } from '#web/charts/change-dumbbell/describe.ts';
import { describeKnowledgeLag } from '#web/charts/knowledge-lag/describe.ts';
import { describeReadinessGrid } from '#web/charts/readiness-grid/describe.ts';
import type { Place } from '#web/paths.ts';
import { LossStep } from '#web/pages/present/LossStep.tsx';
import { AskStep, ChangeStep, KnewStep, ReadinessStep, WhereStep } from '#web/pages/present/StepCharts.tsx';

export interface StepViewProps {
  picture: Picture;
  children: (sentence: string, chart: ReactNode) => ReactNode;
}

export interface PresentStep {
  /** The question, as the list of steps names it. */
  name: () => string;
  /** Gives its frame one sentence and the chart whose rows it is made from. */
  View: (props: StepViewProps) => ReactNode;
  /** The page a question from the room is answered on. */
  deeper: Place;
}

/** The six questions in the order a board takes them: the ask first, then what it rests on. */
export const presentSteps: readonly PresentStep[] = [
  { name: () => say('What we ask'), View: ({ picture, children }) => children(asked(picture), <AskStep picture={picture} />), deeper: { page: 'brief' } },
  { name: () => say('What could be lost'), View: LossStep, deeper: { page: 'exposure' } },
  { name: () => say('Can they decide, do they know'), View: ({ picture, children }) => children(describeReadinessGrid(picture).headline, <ReadinessStep picture={picture} />), deeper: { page: 'ownership' } },
  { name: () => say('Where it sits'), View: ({ picture, children }) => children(teamByProcessWords(picture, teamByProcess(picture)).headline, <WhereStep picture={picture} />), deeper: { page: 'teams' } },
  { name: () => say('Who knew'), View: ({ picture, children }) => children(describeKnowledgeLag(picture, 5).headline, <KnewStep picture={picture} />), deeper: { page: 'knew' } },
  { name: () => say('What changed'), View: ({ picture, children }) => children(describeChanges(picture, 6).headline, <ChangeStep picture={picture} />), deeper: { page: 'changes' } },
];

function asked(picture: Picture): string {
  const asks = asksOfBoard(picture);
  const words = asksWords(asks);
  return asks.rows.length === 0 ? words.headline : `${words.headline}: ${words.subtitle}`;
}
