import { expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Picture } from '#core/picture/picture.ts';
import { pictureSchema } from '#contract/picture.ts';

/** The same type without `readonly`, which a parsed value has no need of. */
type Mutable<T> = T extends readonly (infer Item)[] ? Mutable<Item>[] : T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

test('the schema describes Picture of the core field for field, in both directions', () => {
  expectTypeOf<Mutable<z.infer<typeof pictureSchema>>>().toEqualTypeOf<Mutable<Picture>>();
});

const empty: Picture = {
  asOf: '2026-11-21', against: '2026-09-30', organisation: 'Acme', sample: false, recordVersion: 1, newestRecordedAt: null,
  policyVersion: 'default', policyRecordedAt: null, currency: 'USD',
  coverage: {
    servicesWithTeam: { with: 0, total: 0 }, servicesWithProcess: { with: 0, total: 0 },
    servicesWithFindings: { with: 0, total: 0 }, teamsWithLead: { with: 0, total: 0 },
    risksWithRange: { with: 0, total: 0 }, risksWithOwner: { with: 0, total: 0 },
    peopleWithManager: { with: 0, total: 0 },
  },
  teams: [], processes: [], persons: [], services: [], risks: [], previousRisks: [], closedRiskIds: [], findingCells: [],
  previousFindingCells: [], otherFlags: [], grants: [], packs: [],
};

test('an empty picture is a valid answer', () => {
  expect(pictureSchema.parse(empty)).toEqual(empty);
});

test('a field the contract does not know is refused, so that server and contract cannot drift apart unseen', () => {
  expect(pictureSchema.safeParse({ ...empty, score: 7 }).success).toBe(false);
});

test('a date that is not on the calendar is refused', () => {
  expect(pictureSchema.safeParse({ ...empty, asOf: '2026-02-30' }).success).toBe(false);
});
