import { messages, say } from '#language/say.ts';

/** Kinds of evidence the product knows; the record may hold others, which are shown as it has them. */
const kinds = messages({
  scan: 'scan', metric: 'metric', attestation: 'attestation', statement: 'statement', assessment: 'assessment', audit: 'audit', test: 'test',
  advisory: 'advisory', incident: 'incident',
});

const bases = messages({ documented: 'documented', inferred: 'inferred', assumed: 'assumed', modelled: 'modelled', observed: 'observed' });

/** What a kind of evidence is called. */
export function evidenceKindWord(kind: string): string {
  return isIn(kinds, kind) ? say(kinds[kind]) : kind;
}

/** What the basis of an entry is called. */
export function basisWord(basis: string): string {
  return isIn(bases, basis) ? say(bases[basis]) : basis;
}

function isIn<T extends object>(table: T, name: PropertyKey): name is keyof T {
  return Object.hasOwn(table, name);
}
