import { setLanguage } from '#language/current.ts';
import { createEngineDesk } from '#web/exposure/engine-desk.ts';
import type { SpeakTo, ToEngine } from '#web/exposure/messages.ts';

// The worker: the engine, off the page's thread. A message channel takes turns without the delay of a timer.
const turns = new MessageChannel();
const ask = createEngineDesk(
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  (message) => { self.postMessage(message); },
  () => new Promise((resolve) => {
    turns.port1.addEventListener('message', () => { resolve(); }, { once: true });
    turns.port2.postMessage(null);
  }),
);
turns.port1.start();
self.addEventListener('message', ({ data }: MessageEvent<ToEngine | SpeakTo>) => {
  if (data.kind === 'speak') setLanguage(data.language);
  else ask(data);
});
