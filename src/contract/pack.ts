import { z } from 'zod';
import { packNames } from '#core/pack/pack-record.ts';
import { actResponse } from '#contract/act.ts';
import { idSchema } from '#contract/fields.ts';
import { daySchema } from '#contract/when.ts';

export const packBody = z.strictObject({
  asOf: daySchema.optional().meta({ description: 'Nothing recorded after this day is in the pack. Absent = today.' }),
  against: daySchema.optional().meta({ description: 'The earlier date of "what changed". Absent = end of the previous quarter.' }),
  names: z.enum(packNames).default('names').meta({ description: 'roles = no name and no id of a person is in the pack' }),
  presenterId: idSchema.optional(),
  address: z.url({ protocol: /^https?$/ }).max(300).optional().meta({ description: 'Where the live record answers; printed in the pack' }),
});

export const packResponse = actResponse.extend({
  pack: z.strictObject({
    id: z.string(),
    /** Of the text of `record`, in UTF-8. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** The sealed record as text, `whose-call-pack/1`. */
    record: z.string(),
  }),
});
