import { describe, expect, it } from 'vitest';
import { createExposureEngine } from '#core/exposure/exposure-engine.ts';
import type { ExposureAnswer, ExposureQuestion, Portfolio } from '#core/exposure/exposure-questions.ts';
import { finished } from '#core/exposure/steps.ts';
import { createEngineDesk } from '#web/exposure/engine-desk.ts';
import { createExposureRunner, type ExposureRunner } from '#web/exposure/exposure-runner.ts';
import type { ToEngine } from '#web/exposure/messages.ts';

const BOUND: ExposureQuestion = { ask: 'bound' };

function portfolio(count: number, low = 1e4): Portfolio {
  return { commonCauses: [], risks: Array.from({ length: count }, (_, index) => ({ id: `r${index}`, rateLow: 0.1, rateHigh: 0.9, low: low + 100 * index, high: 3e6 })) };
}

/** A runner over a desk on this thread, and every message that went to it. */
function watched(): { runner: ExposureRunner; sent: ToEngine[] } {
  const sent: ToEngine[] = [];
  const runner = createExposureRunner((receive) => {
    const ask = createEngineDesk(receive, () => new Promise((resolve) => { setTimeout(resolve, 0); }));
    return (message) => {
      sent.push(message);
      ask(message);
    };
  });
  return { runner, sent };
}

function answerOf(runner: ExposureRunner, asked: Portfolio, question: ExposureQuestion, onProgress = (): void => undefined): Promise<ExposureAnswer> {
  return new Promise((onAnswer, onTrouble) => { runner.ask(asked, question, { onProgress, onAnswer, onTrouble }); });
}

describe(createExposureRunner, () => {
  it('brings the answer of the engine and keeps it for the same portfolio', async () => {
    const { runner, sent } = watched();
    const asked = portfolio(6);
    const answer = await answerOf(runner, asked, BOUND);
    expect(answer).toEqual(finished(createExposureEngine().answer(asked, BOUND)));
    expect(runner.known(asked, BOUND)).toBe(answer);
    expect(sent).toHaveLength(1);
  });

  it('computes a question once for all who ask it at the same time', async () => {
    const { runner, sent } = watched();
    const asked = portfolio(4);
    const answers = await Promise.all([1, 2, 3].map(() => answerOf(runner, asked, BOUND)));
    expect(new Set(answers).size).toBe(1);
    expect(sent).toHaveLength(1);
  });

  it('drops a question nobody waits for any more, and goes on with the others', async () => {
    const { runner, sent } = watched();
    const heard: string[] = [];
    const listener = (name: string) => ({ onProgress: () => undefined, onAnswer: () => { heard.push(name); }, onTrouble: () => undefined });
    const stale = [1, 2, 3, 4].map((index) => runner.ask(portfolio(40, 1e4 * index), BOUND, listener(`stale ${index}`)));
    for (const { stop } of stale) stop();
    await answerOf(runner, portfolio(3), BOUND);
    expect(heard).toEqual([]);
    expect(sent.filter(({ kind }) => kind === 'drop')).toHaveLength(2);
    expect(sent.filter(({ kind }) => kind === 'ask')).toHaveLength(3);
  });

  it('says how far it is when it takes long enough to be noticed', async () => {
    const { runner } = watched();
    const seen: string[] = [];
    const asked = portfolio(600);
    await new Promise<void>((resolve, reject) => {
      runner.ask(asked, BOUND, { onProgress: ({ done, total }) => { seen.push(`${done} of ${total}`); }, onAnswer: () => { resolve(); }, onTrouble: reject });
    });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((words) => /^\d+ of 600$/.test(words))).toBe(true);
  });

  it('passes trouble on instead of keeping everybody waiting', async () => {
    const runner = createExposureRunner((_, broken) => {
      queueMicrotask(() => { broken(new Error('No worker here.')); });
      return () => undefined;
    });
    await expect(answerOf(runner, portfolio(2), BOUND)).rejects.toThrow('No worker here.');
  });

  it('gives a refusal as an answer', async () => {
    const { runner } = watched();
    expect(await answerOf(runner, { commonCauses: [], risks: [{ id: 'r', rate: 1, low: 9, high: 3 }] }, BOUND)).toMatchObject({ of: 'refused' });
  });
});
