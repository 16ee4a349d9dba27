import { createContext, useContext } from 'react';
import { say } from '#language/say.ts';
import { RequestProblem } from '#web/api/problem.ts';

/** True while the pages are drawn from a copy because the server is away. */
export const AwayContext = createContext(false);

/** Whether the server is away, so that nothing can be recorded. */
export function useAway(): boolean {
  return useContext(AwayContext);
}

/** What a button that records says while the server is away. */
export function awayWords(): string {
  return say('Off: the server could not be reached, and acts are recorded there.');
}

/** Whether no server answered, or something in front of it said that it is away. A refusal is an answer. */
export function isAway(error: Error | null): boolean {
  return error instanceof RequestProblem && (error.status === null || [502, 503, 504].includes(error.status));
}
