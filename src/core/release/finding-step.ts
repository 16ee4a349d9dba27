/** The way of a finding from the release that brought it in to its fix, step by step. */
export const findingSteps = ['shipped-to-found', 'found-to-told', 'told-to-decided', 'decided-to-fixed', 'found-to-fixed'] as const;
export type FindingStep = (typeof findingSteps)[number];

/** The steps only a finding with a risk resting on it, or with a decision about it, can take. */
export type LinkedStep = 'found-to-told' | 'told-to-decided' | 'decided-to-fixed';
