import { z } from 'zod';
import { importTokenSchema, tokenScopeSchema } from '#contract/import-token.ts';
import { whenSchema } from '#contract/when.ts';
import { createToken, revokeToken, tokensOf } from '#server/tokens/token-book.ts';
import type { Store } from '#store/store.ts';

const listedSchema = importTokenSchema.omit({ hash: true });
export type ListedToken = z.infer<typeof listedSchema>;

const by = importTokenSchema.shape.createdBy;

/** What can be asked about import tokens. It goes from process to process on one machine, never over HTTP. */
export const tokenRequestSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('create'), source: importTokenSchema.shape.source, scope: tokenScopeSchema, until: whenSchema, by }),
  z.strictObject({ act: z.literal('list') }),
  z.strictObject({ act: z.literal('revoke'), id: importTokenSchema.shape.id, by }),
]);
export type TokenRequest = z.infer<typeof tokenRequestSchema>;

export const tokenAnswerSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('create'), token: listedSchema, secret: z.string() }),
  z.strictObject({ act: z.literal('list'), tokens: z.array(listedSchema) }),
  z.strictObject({ act: z.literal('revoke'), token: listedSchema.nullable() }),
]);
export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

/** Makes, lists or ends import tokens in a store. A token that is made is in the answer and nowhere else. */
export async function answerTokenRequest(store: Pick<Store, 'setting' | 'saveSetting'>, request: TokenRequest, now: string): Promise<TokenAnswer> {
  switch (request.act) {
    case 'create': {
      const { token, secret } = await createToken(store, { source: request.source, scope: request.scope, until: request.until, now, createdBy: request.by });
      return { act: 'create', token: listed(token), secret };
    }
    case 'list':
      return { act: 'list', tokens: (await tokensOf(store)).map(listed) };
    case 'revoke': {
      const token = await revokeToken(store, request.id, now, request.by);
      return { act: 'revoke', token: token === undefined ? null : listed(token) };
    }
  }
}

function listed({ hash: _hash, ...token }: z.infer<typeof importTokenSchema>): ListedToken {
  return token;
}
