import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registerCsvImporter } from '#importers/register/register-importer.ts';
import { importContext } from '#test/support/import-context.ts';
import { outcomeOf } from '#test/support/import-outcome.ts';
import { sharedFiles } from '#test/support/shared-data.ts';

/** What each file is, and what becomes of it. */
const golden: Readonly<Record<string, { refused: string } | { entries: Readonly<Record<string, number>>; notes: readonly string[] }>> = {
  'ciso-assistant-RA_sample.csv': {
    entries: { risks: 3, decisions: 2 },
    notes: [
      'Columns read as: ref_id = id, name = title, assets = services, treatment = decision, justification = rationale; not read: threats, description, existing_controls, additional_controls. Cells are separated by semicolon.',
      'Impact words are not money; 3 risks have no range.', '3 risks have no owner.', '2 decisions have no named maker.',
    ],
  },
  'ciso-assistant-applied_controls_sample.csv': { refused: 'not-a-register' },
  'ciso-assistant-sample_assets.csv': { refused: 'not-a-register' },
  'ciso-assistant-sample_vulnerabilities.csv': {
    entries: { risks: 10 },
    notes: ['Services not on the record: kubernetes cluster.', '2 rows have no id; one was made from the title.', '1 closed risk has no closing date; 2026-11-21 is taken for it.'],
  },
  'ciso-assistant-security_exceptions_template.xlsx': { refused: 'not-csv' },
};

const files = sharedFiles('data/risk-register');

describe.runIf(files.length > 0)('real registers and tables beside them', () => {
  it.each(files.map((path) => [basename(path), path]))('are read or refused by name: %s', async (name, path) => {
    const expected = golden[name];
    if (expected === undefined) throw new Error(`${name} has no golden summary`);
    expect(registerCsvImporter.detects(readFileSync(path, 'utf8').slice(0, 65_536), name)).toBe(true);
    const outcome = await outcomeOf(registerCsvImporter, path, importContext());
    if ('refused' in expected) {
      expect(outcome.refused).toBe(expected.refused);
      return;
    }
    expect(outcome).toMatchObject({ refused: undefined, entries: expected.entries, rejected: {}, repaired: {} });
    const notes = outcome.items.flatMap((item) => (item.type === 'note' ? [item.text] : []));
    expect(notes).toEqual(expect.arrayContaining([...expected.notes]));
  });
});
