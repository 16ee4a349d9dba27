import { currentLanguage, english } from '#language/current.ts';
import { say } from '#language/say.ts';
import type { Line } from '#web/exposure/exposure-runner.ts';
import type { FromEngine, SpeakTo, ToEngine } from '#web/exposure/messages.ts';

/** The engine in a worker of its own; loaded with the first question. */
export const workerLine: Line = (receive, broken) => {
  const worker = new Worker(new URL('./exposure-worker.ts', import.meta.url), { type: 'module', name: 'exposure' });
  worker.addEventListener('message', (event: MessageEvent<FromEngine>) => { receive(event.data); });
  worker.addEventListener('error', () => { broken(new Error(say('The part of the app that computes a year of losses did not start.'))); });
  const tell = (message: ToEngine | SpeakTo): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage(message);
  };
  if (currentLanguage() !== english) tell({ kind: 'speak', language: currentLanguage() });
  return tell;
};

/** The engine on this thread, in slices with turns for others between them: where there is no worker. */
export const sameThreadLine: Line = (receive, broken) => {
  const waiting: ToEngine[] = [];
  let send = (message: ToEngine): void => { waiting.push(message); };
  import('#web/exposure/engine-desk.ts').then(({ createEngineDesk }) => {
    send = createEngineDesk(receive, () => new Promise((resolve) => { setTimeout(resolve, 0); }));
    for (const message of waiting) send(message);
  }, (error: unknown) => { broken(error instanceof Error ? error : new Error(String(error))); });
  return (message) => { send(message); };
};
