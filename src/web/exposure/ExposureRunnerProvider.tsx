import { createContext, useContext, type ReactNode } from 'react';
import { sameThreadLine, workerLine } from '#web/exposure/engine-line.ts';
import { createExposureRunner, type ExposureRunner } from '#web/exposure/exposure-runner.ts';

const defaultRunner = createExposureRunner((...ends) => (typeof Worker === 'undefined' ? sameThreadLine : workerLine)(...ends));
const RunnerContext = createContext<ExposureRunner>(defaultRunner);

/** Gives the pages below it another runner than the worker of the app. */
export function ExposureRunnerProvider({ runner, children }: { runner: ExposureRunner; children: ReactNode }) {
  return <RunnerContext value={runner}>{children}</RunnerContext>;
}

/** Whoever computes years of losses for this page. */
export function useExposureRunner(): ExposureRunner {
  return useContext(RunnerContext);
}
