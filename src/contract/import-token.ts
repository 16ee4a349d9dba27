import { z } from 'zod';
import { idSchema } from '#contract/fields.ts';
import { whenSchema } from '#contract/when.ts';

/** `'*'` in a list covers all of its kind. A token may write to what one of `services` or `teams` covers. */
export const tokenScopeSchema = z.strictObject({
  formats: z.array(z.string().min(1).max(40)).min(1),
  services: z.array(idSchema),
  teams: z.array(idSchema),
});
export type TokenScope = z.infer<typeof tokenScopeSchema>;

/** An import token as it is kept: never the token itself. */
export const importTokenSchema = z.strictObject({
  id: z.string().min(1).max(40),
  /** The source that sends with it: what the sources page calls its deliveries. */
  source: z.string().min(1).max(100),
  scope: tokenScopeSchema,
  /** Last day on which it is taken. */
  until: whenSchema,
  createdAt: whenSchema,
  createdBy: z.string().min(1).max(300),
  revokedAt: whenSchema.optional(),
  revokedBy: z.string().min(1).max(300).optional(),
  /** SHA-256 of the token, in hexadecimal digits. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ImportToken = z.infer<typeof importTokenSchema>;
