/** What the API of a mock answers from, and how it behaves. Chosen by `?scenario=` in the browser. */
export interface Scenario {
  name: string;
  /** What a developer sees with it. */
  shows: string;
  record: 'sample' | 'empty';
  /** Milliseconds every answer waits. */
  delay: number;
  /** Paths that answer with a problem instead. */
  troubled: readonly string[];
}

const scenarios = [
  { name: 'normal', shows: 'The sample company', record: 'sample', delay: 0, troubled: [] },
  { name: 'empty', shows: 'A record in which nothing is written yet', record: 'empty', delay: 0, troubled: [] },
  { name: 'slow', shows: 'Loading, for three seconds', record: 'sample', delay: 3_000, troubled: [] },
  { name: 'picture-error', shows: 'The picture cannot be drawn', record: 'sample', delay: 0, troubled: ['/api/v1/picture'] },
  { name: 'findings-error', shows: 'Lists of findings cannot be read', record: 'sample', delay: 0, troubled: ['/api/v1/findings'] },
] as const satisfies readonly Scenario[];

const [normal] = scenarios;

/** The scenario of that name; an unknown or absent name gives the normal one. */
export function scenarioOf(name: string | null | undefined): Scenario {
  return scenarios.find((scenario) => scenario.name === name) ?? normal;
}
