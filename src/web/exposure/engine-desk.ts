import { createExposureEngine } from '#core/exposure/exposure-engine.ts';
import type { ExposureAnswer } from '#core/exposure/exposure-questions.ts';
import type { Progress, Steps } from '#core/exposure/steps.ts';
import type { FromEngine, ToEngine } from '#web/exposure/messages.ts';

/** Work between two looks for messages, in milliseconds. */
const SLICE = 12;
/** Work after which a reader is told how far it is, and how often then. */
const NOTICED = 300;
const EVERY = 100;

interface Job {
  id: number;
  steps: Steps<ExposureAnswer>;
  worked: number;
  told: number;
}

/**
 * Answers questions one after the other, in slices, and listens between them: in the worker, and on the page's own
 * thread where there is no worker. `pause` gives whoever else is waiting a turn.
 */
export function createEngineDesk(reply: (message: FromEngine) => void, pause: () => Promise<void>): (message: ToEngine) => void {
  const engine = createExposureEngine();
  const waiting: Job[] = [];
  let busy = false;

  const work = async (): Promise<void> => {
    busy = true;
    // Never within the call that asks: whoever asks the same in the same moment is answered by the same work.
    await Promise.resolve();
    for (let job = waiting[0]; job !== undefined; job = waiting[0]) {
      if (slice(job, reply)) waiting.splice(waiting.indexOf(job), 1);
      await pause();
    }
    busy = false;
  };
  return (message) => {
    switch (message.kind) {
      case 'ask':
        waiting.push({ id: message.id, steps: engine.answer(message.portfolio, message.question), worked: 0, told: NOTICED });
        if (!busy) void work();
        break;
      case 'drop': {
        const index = waiting.findIndex(({ id }) => id === message.id);
        if (index >= 0) waiting.splice(index, 1);
        break;
      }
    }
  };
}

/** Works on a job for one slice; true when it is done. */
function slice(job: Job, reply: (message: FromEngine) => void): boolean {
  const start = performance.now();
  try {
    let latest: Progress | undefined;
    while (performance.now() - start < SLICE) {
      const step = job.steps.next();
      if (step.done === true) {
        reply({ kind: 'answer', id: job.id, answer: step.value });
        return true;
      }
      latest = step.value;
    }
    job.worked += performance.now() - start;
    if (latest !== undefined && job.worked >= job.told) {
      job.told = job.worked + EVERY;
      reply({ kind: 'progress', id: job.id, progress: latest });
    }
    return false;
  } catch (error) {
    reply({ kind: 'trouble', id: job.id, message: error instanceof Error ? error.message : String(error) });
    return true;
  }
}
