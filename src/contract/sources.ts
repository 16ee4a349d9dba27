import { z } from 'zod';
import { typedText } from '#contract/fields.ts';
import { whenSchema } from '#contract/when.ts';

const count = z.int().nonnegative();
const share = z.strictObject({ with: count, total: count });

const sourceSchema = z.strictObject({
  name: z.string(),
  by: z.enum(['token', 'command']),
  lastBy: z.string(),
  formats: z.array(z.string()),
  lastAt: whenSchema,
  /** Days since it last arrived. */
  age: z.int(),
  /** Days it may stay away by the policy; `null` for a file that a person brought once. */
  limit: count.nullable(),
  /** Silent for longer than its limit. */
  isQuiet: z.boolean(),
  files: count,
  refusedFiles: count,
  added: count,
  updated: count,
  unchanged: count,
  rejected: count,
});

const notTakenSchema = z.strictObject({
  source: z.string(), at: whenSchema, format: z.string().nullable(), by: z.string(), whole: z.boolean(),
  file: z.string(), place: z.string(), code: z.string(), reason: z.string(), remedy: z.string(),
});

const named = z.strictObject({ id: z.string(), name: z.string() });

/** A held scan: what a person releases or discards, and what was said of it. */
const heldScanSchema = z.strictObject({
  id: z.string(),
  source: z.string(),
  file: z.string(),
  at: whenSchema,
  by: z.string(),
  tool: z.string(),
  service: named,
  before: count,
  gone: count,
  scannedAt: whenSchema,
  /** False where the findings are too many to be named: the file is imported again instead. */
  canRelease: z.boolean(),
  verdict: z.enum(['release', 'discard']).nullable(),
  settledAt: whenSchema.nullable(),
  settledBy: z.string().nullable(),
  reason: z.string().nullable(),
});

export const sourceListSchema = z.strictObject({
  asOf: whenSchema,
  sources: z.array(sourceSchema),
  /** The newest of what was not taken, and how much there is beyond. */
  notTaken: z.array(notTakenSchema),
  moreNotTaken: count,
  coverage: z.strictObject({
    owner: share,
    process: share,
    scan: share,
    /** Services without a scan within its limit, those never scanned first. */
    notScanned: z.array(z.strictObject({ service: named, team: z.string().nullable(), lastAt: whenSchema.nullable(), age: z.int().nullable(), limit: count, source: z.string().nullable() })),
  }),
  conflicts: z.array(z.strictObject({
    service: named,
    team: named.nullable(),
    why: z.string(),
    statements: z.array(z.strictObject({ source: z.string(), format: z.string().nullable(), team: named, at: z.string(), inForce: z.boolean() })),
  })),
  /** Decisions that name nobody as their maker. */
  byNobody: z.strictObject({
    total: count,
    accepted: count,
    /** Acceptances first, then the newest. */
    decisions: z.array(z.strictObject({ id: z.string(), kind: z.string(), at: whenSchema, riskId: z.string().nullable(), findingId: z.string().nullable(), subject: z.string(), source: z.string().nullable(), why: z.string().nullable() })),
  }),
  unowned: z.strictObject({
    services: z.array(named),
    findings: z.strictObject({
      open: count,
      withoutRisk: count,
      byService: z.array(z.strictObject({ service: named, withoutRisk: count })),
    }),
    unresolved: z.array(z.strictObject({ id: z.string(), kind: z.enum(['person', 'team']), pointers: count, example: z.string() })),
  }),
  held: z.array(heldScanSchema),
  tokens: z.array(z.strictObject({ id: z.string(), source: z.string(), scope: z.string(), until: whenSchema, createdAt: whenSchema, createdBy: z.string(), state: z.enum(['good', 'ended', 'revoked']) })),
});

export const heldScanBody = z.strictObject({
  verdict: z.enum(['release', 'discard']),
  reason: typedText(2_000),
});
