import { isIdentifier } from '#importers/reading/stored-text.ts';

const ALIAS_END = /-(approvers?|reviewers?|maintainers?|leads?|admins?|owners?|members?|committers?|contributors?|managers?|team|chairs?|tl|tech-leads?|api-reviewers?)$/;
const ALIAS_START = /^(sig|wg|ug|committee|team)-/;

/**
 * A forge account as the id of a person: lower case without `@`, because accounts differ in case between files.
 * `undefined` for what cannot be an account or an alias.
 */
export function handleId(name: unknown): string | undefined {
  if (typeof name !== 'string') return undefined;
  const id = name.trim().replace(/^@/, '').toLowerCase();
  return isIdentifier(id) && !/\s/.test(id) ? id : undefined;
}

/**
 * True for a name that by its wording stands for several people, such as `sig-cli-maintainers`. In an
 * OWNERS file an account and an alias that is defined elsewhere look alike; only the wording tells.
 */
export function readsLikeAlias(id: string): boolean {
  return ALIAS_START.test(id) || ALIAS_END.test(id);
}
