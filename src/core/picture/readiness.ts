/** Authority x information for one risk: a total function, so counts and money over the six sum to the open total. */
export const readinessStates = [
  'can-decide-seen', 'can-decide-not-seen', 'cannot-decide-seen', 'cannot-decide-not-seen', 'nobody-named', 'cannot-tell',
] as const;
export type Readiness = (typeof readinessStates)[number];

/** What stands in the way of an informed decision. `neither` is a real and frequent answer. */
export type Lack = 'authority' | 'information' | 'both' | 'neither';
