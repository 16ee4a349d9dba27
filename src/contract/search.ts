import { z } from 'zod';
import { whenSchema } from '#contract/when.ts';

const searchKinds = ['risks', 'teams', 'persons', 'services', 'processes', 'findings'] as const;

export const searchSchema = z.strictObject({
  asOf: whenSchema,
  query: z.string(),
  groups: z.array(
    z.strictObject({
      kind: z.enum(searchKinds),
      hits: z.array(z.strictObject({ id: z.string(), name: z.string(), detail: z.string().nullable() })),
      /** True where more match than are listed. */
      more: z.boolean(),
    }),
  ),
});
export type SearchAnswer = z.infer<typeof searchSchema>;
