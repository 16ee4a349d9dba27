/**
 * A long computation in steps of at most a few milliseconds, each yielding how far it is. Whoever runs it may stop
 * between two steps: a worker to look for messages, a server to serve others, a caller to give it up.
 */
export type Steps<T> = Generator<Progress, T, void>;

/** Risks that are done, of those there are. Starts over for each part of the work. */
export interface Progress {
  done: number;
  total: number;
}

/** Runs all steps at once. */
export function finished<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
