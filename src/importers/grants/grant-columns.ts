import type { ColumnField, ColumnGuess } from '#importers/csv/columns.ts';
import { guessColumns } from '#importers/csv/columns.ts';

/** What a table of authority grants may say of a grant. */
const grantFieldNames = [
  'id', 'grantee', 'grantor', 'limit', 'annualLimit', 'currency', 'maxDurationDays', 'services', 'teams', 'kinds', 'from', 'to',
  'revokedAt', 'acceptedAt', 'delegable', 'intent',
] as const;
export type GrantField = (typeof grantFieldNames)[number];

const words: Readonly<Record<GrantField, readonly string[]>> = {
  id: ['grant id', 'id', 'ref', 'reference', 'grant'],
  grantee: ['grantee', 'grantee id', 'granted to', 'given to', 'delegate', 'delegated to', 'holder', 'authority holder', 'who may decide', 'person', 'person id'],
  grantor: ['grantor', 'grantor id', 'granted by', 'given by', 'delegator', 'delegated by', 'authority from'],
  limit: [
    'limit', 'limit of one loss', 'limit for one loss', 'max exposure', 'maximum exposure', 'authority limit', 'single loss limit', 'loss limit', 'limit one loss', 'up to',
    'delegated limit', 'financial limit', 'approval limit', 'may accept up to', 'can accept up to', 'accepts up to', 'may decide up to',
  ],
  annualLimit: ['annual loss limit', 'expected annual loss limit', 'annual limit', 'limit a year', 'limit per year', 'expected annual loss'],
  currency: ['currency', 'ccy', 'limit currency'],
  maxDurationDays: ['max duration days', 'max duration', 'maximum duration days', 'duration days', 'max days', 'longest acceptance days'],
  services: ['services', 'service', 'service ids', 'applications', 'systems'],
  teams: ['teams', 'team', 'team ids'],
  kinds: ['kinds', 'kind', 'decision kinds', 'decisions', 'decision', 'may'],
  from: ['from', 'valid from', 'start', 'start date', 'effective', 'effective from', 'granted on', 'granted at', 'since'],
  to: ['to', 'until', 'valid to', 'valid until', 'end', 'end date', 'expires', 'expiry', 'expiry date'],
  revokedAt: ['revoked', 'revoked at', 'revoked on', 'revocation date', 'date revoked', 'withdrawn', 'withdrawn on'],
  acceptedAt: ['accepted', 'accepted at', 'accepted on', 'acceptance date', 'date accepted', 'acknowledged on'],
  delegable: ['delegable', 'may delegate', 'may pass on', 'can delegate', 'sub delegation', 'delegation allowed'],
  intent: ['intent', 'purpose', 'why', 'commander s intent', 'statement'],
};

export const grantFields: readonly (ColumnField & { name: GrantField })[] = grantFieldNames.map((name) => ({ name, words: words[name] }));

export const grantDateFields = ['from', 'to', 'revokedAt', 'acceptedAt'] as const satisfies readonly GrantField[];
export type GrantDateField = (typeof grantDateFields)[number];

/** Which column of a table of grants is read as what, guessed from the header words alone. */
export function guessGrantMapping(header: readonly string[]): ColumnGuess {
  return guessColumns(header, grantFields);
}

/** True for column names that only a table of grants has: who holds it, and who gave it or up to what. */
export function isGrantsHeader(header: readonly string[]): boolean {
  const fields = new Set(Object.values(guessGrantMapping(header).mapping));
  return fields.has('grantee') && (fields.has('grantor') || fields.has('limit'));
}
