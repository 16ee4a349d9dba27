import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry } from '#core/record/entry.ts';
import { importerOf } from '#importers/detect.ts';
import type { FormatName, Importer } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext } from '#test/support/import-context.ts';
import { outcomeOf } from '#test/support/import-outcome.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

/** What a real file is known to hold, counted with another reader. */
export interface GoldenReport {
  /** The whole file is refused with this code. */
  refused?: string;
  /** Refused at detection with this code: a file of a kind that says nothing here. */
  foreign?: string;
  /** Detected as another format. */
  format?: FormatName;
  /** Entries by kind. */
  entries?: Readonly<Record<string, number>>;
  severities?: Readonly<Record<string, number>>;
  rejected?: Readonly<Record<string, number>>;
  repaired?: Readonly<Record<string, number>>;
  /** Fields of some entities, by a part of their id. */
  fields?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Reads every file of a shared folder through its importer and compares it with its golden summary. */
export function describeGolden(folder: string, importer: Importer, golden: Readonly<Record<string, GoldenReport>>, held: readonly Entry[] = []): void {
  const files = sharedFiles(`data/${folder}`);
  describe.runIf(files.length > 0)(`real ${importer.title} files`, () => {
    it.each(files.map((path) => [basename(path), path]))('are read: %s', async (name, path) => {
      const expected = golden[name];
      if (expected === undefined) throw new Error(`${name} has no golden summary`);
      if (expected.foreign !== undefined) {
        await expect(importerOf(memorySource(name, readFileSync(path)))).rejects.toMatchObject({ rejection: { code: expected.foreign } });
        return;
      }
      const { refused, format = importer.format, entries = {}, severities = {}, rejected = {}, repaired = {}, fields = {} } = expected;
      if (refused === undefined) expect((await importerOf(memorySource(name, readFileSync(path)))).format).toBe(format);
      if (format !== importer.format) return;
      const outcome = await outcomeOf(importer, path, importContext({ held, defaults: { serviceId: 'shop' } }));
      expect({ refused: outcome.refused, entries: outcome.entries, severities: outcome.severities, rejected: outcome.rejected, repaired: outcome.repaired })
        .toEqual({ refused, entries, severities, rejected, repaired });
      const all = entriesIn(outcome.items);
      for (const [part, known] of Object.entries(fields)) {
        const entity = all.map((entry) => entry.entity).find(({ id }) => id.includes(part));
        const found = Object.fromEntries(Object.keys(known).map((field) => [field, entity === undefined ? 'no such entity' : Reflect.get(entity, field)]));
        expect(found).toEqual(known);
      }
    });
  });
}
