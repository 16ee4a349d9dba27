import type { ExposureAnswer, ExposureQuestion, Portfolio } from '#core/exposure/exposure-questions.ts';
import type { Progress } from '#core/exposure/steps.ts';
import type { FromEngine, ToEngine } from '#web/exposure/messages.ts';

export interface ExposureRunner {
  /** The answer if it was given before for this very portfolio. */
  known(portfolio: Portfolio, question: ExposureQuestion): ExposureAnswer | undefined;
  /** Asks; `stop` drops the question when nobody waits for it any more. */
  ask(portfolio: Portfolio, question: ExposureQuestion, listener: RunListener): { stop: () => void };
}

export interface RunListener {
  onProgress: (progress: Progress) => void;
  onAnswer: (answer: ExposureAnswer) => void;
  onTrouble: (error: Error) => void;
}

/** How questions reach the engine and answers come back: a worker, or a desk on this thread. */
export type Line = (receive: (message: FromEngine) => void, broken: (error: Error) => void) => (message: ToEngine) => void;

/** Questions that are out at once: handing over a portfolio takes the page a moment, so the rest wait their turn. */
const OUT_AT_ONCE = 2;

/** A runner over a line, opened with the first question. The same question asked twice at once is computed once. */
export function createExposureRunner(line: Line): ExposureRunner {
  const answers = new WeakMap<Portfolio, Map<string, ExposureAnswer>>();
  const asked = new Map<number, Asked>();
  let send: ((message: ToEngine) => void) | undefined;
  let next = 0;

  const sendNext = (): void => {
    let out = [...asked.values()].filter(({ sent }) => sent).length;
    for (const [id, one] of asked) {
      if (out >= OUT_AT_ONCE) return;
      if (one.sent) continue;
      one.sent = true;
      out += 1;
      send ??= line(receive, broken);
      send({ kind: 'ask', id, portfolio: one.portfolio, question: one.question });
    }
  };

  const receive = (message: FromEngine): void => {
    const one = asked.get(message.id);
    if (one === undefined) return;
    switch (message.kind) {
      case 'progress':
        for (const { onProgress } of one.listeners) onProgress(message.progress);
        break;
      case 'answer':
        asked.delete(message.id);
        sendNext();
        remember(answers, one, message.answer);
        for (const { onAnswer } of one.listeners) onAnswer(message.answer);
        break;
      case 'trouble':
        asked.delete(message.id);
        sendNext();
        for (const { onTrouble } of one.listeners) onTrouble(new Error(message.message));
        break;
    }
  };
  const broken = (error: Error): void => {
    send = undefined;
    const all = [...asked.values()];
    asked.clear();
    for (const { listeners } of all) for (const { onTrouble } of listeners) onTrouble(error);
  };

  return {
    known: (portfolio, question) => answers.get(portfolio)?.get(JSON.stringify(question)),
    ask: (portfolio, question, listener) => {
      const text = JSON.stringify(question);
      let id = [...asked].find(([, one]) => one.portfolio === portfolio && one.text === text)?.[0];
      if (id === undefined) {
        id = next;
        next += 1;
        asked.set(id, { portfolio, question, text, sent: false, listeners: new Set() });
      }
      const mine = id;
      asked.get(mine)?.listeners.add(listener);
      sendNext();
      return {
        stop: () => {
          const one = asked.get(mine);
          one?.listeners.delete(listener);
          if (one?.listeners.size !== 0) return;
          asked.delete(mine);
          if (one.sent) send?.({ kind: 'drop', id: mine });
          // A page that goes away stops all its questions at once; only then is it known what is still wanted.
          queueMicrotask(sendNext);
        },
      };
    },
  };
}

interface Asked {
  portfolio: Portfolio;
  question: ExposureQuestion;
  text: string;
  sent: boolean;
  listeners: Set<RunListener>;
}

function remember(answers: WeakMap<Portfolio, Map<string, ExposureAnswer>>, { portfolio, text }: Asked, answer: ExposureAnswer): void {
  const held = answers.get(portfolio) ?? new Map<string, ExposureAnswer>();
  held.set(text, answer);
  answers.set(portfolio, held);
}
