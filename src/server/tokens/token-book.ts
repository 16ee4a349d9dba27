import { z } from 'zod';
import { dayOf, type When } from '#core/time.ts';
import { importTokenSchema, type ImportToken, type TokenScope } from '#contract/import-token.ts';
import { hashOf, newSecret, sameHash } from '#server/tokens/token-secret.ts';
import { settingNames } from '#server/context.ts';
import type { Store } from '#store/store.ts';

type Settings = Pick<Store, 'setting' | 'saveSetting'>;

export interface TokenWish {
  source: string;
  scope: TokenScope;
  /** Last day on which it is taken. */
  until: When;
  now: When;
  createdBy: string;
}

/** What became of a token that was shown. A wrong one and one nobody made are the same. */
export type TokenState =
  | { state: 'good'; token: ImportToken }
  | { state: 'unknown' }
  | { state: 'ended'; token: ImportToken }
  | { state: 'revoked'; token: ImportToken };

const listSchema = z.array(importTokenSchema);

/** Every token ever made, the oldest first. Kept in the store's settings, and so in its ledger with every change. */
export async function tokensOf(store: Pick<Store, 'setting'>): Promise<readonly ImportToken[]> {
  const text = await store.setting(settingNames.importTokens);
  return text === undefined ? [] : listSchema.parse(JSON.parse(text));
}

/** Makes a token and keeps its hash; the token itself is in the answer and nowhere else. */
export async function createToken(store: Settings, wish: TokenWish): Promise<{ token: ImportToken; secret: string }> {
  const { source, scope, until, now, createdBy } = wish;
  const secret = newSecret();
  const token: ImportToken = { id: `token-${crypto.randomUUID().slice(0, 8)}`, source, scope, until, createdAt: now, createdBy, hash: await hashOf(secret) };
  await save(store, [...(await tokensOf(store)), token]);
  return { token, secret };
}

/** Ends a token at once. Undefined where no token has the id; one that was revoked before stays as it was. */
export async function revokeToken(store: Settings, id: string, now: When, revokedBy: string): Promise<ImportToken | undefined> {
  const tokens = await tokensOf(store);
  const held = tokens.find((token) => token.id === id);
  if (held === undefined || held.revokedAt !== undefined) return held;
  const revoked: ImportToken = { ...held, revokedAt: now, revokedBy };
  await save(store, tokens.map((token) => (token.id === id ? revoked : token)));
  return revoked;
}

/** What a token that was shown opens on this moment. Every token on record is compared, whichever it is. */
export async function stateOfToken(store: Pick<Store, 'setting'>, secret: string, now: When): Promise<TokenState> {
  const hash = await hashOf(secret);
  let found: ImportToken | undefined;
  for (const token of await tokensOf(store)) if (sameHash(token.hash, hash)) found = token;
  if (found === undefined) return { state: 'unknown' };
  if (found.revokedAt !== undefined) return { state: 'revoked', token: found };
  return dayOf(found.until) < dayOf(now) ? { state: 'ended', token: found } : { state: 'good', token: found };
}

function save(store: Settings, tokens: readonly ImportToken[]): Promise<void> {
  return store.saveSetting(settingNames.importTokens, JSON.stringify(tokens));
}
