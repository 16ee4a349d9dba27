import { describe, expect, it } from 'vitest';
import { detectImporter } from '#importers/detect.ts';
import { findingsCsvImporter } from '#importers/findings-csv/findings-csv-importer.ts';
import type { ImportItem } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

async function read(text: string, columnMapping?: Readonly<Record<string, string>>): Promise<ImportItem[]> {
  return itemsOf(findingsCsvImporter.read(memorySource('findings.csv', text), importContext({ defaults: { serviceId: 'shop' }, columnMapping })));
}

describe('a table of findings', () => {
  it.each([
    ['id,title,severity,owner,first_seen', 'findings-csv'],
    ['CVE;Package;Severity;Name', 'findings-csv'],
    ['id,title,severity', 'findings-csv'],
    ['Risk,Owner,Severity,Likelihood,Impact', 'register-csv'],
    ['Title,Severity,Owner,Opened,Due date,Review', 'register-csv'],
    ['Grantee,Grantor,Limit', 'grants-csv'],
  ])('with the columns %s is read as %s', (header, format) => {
    expect(detectImporter(`${header}\n`, 'table.csv').format).toBe(format);
  });

  it('of any other columns is read by the mapping a person gives', async () => {
    const items = await read('Was,Wie schlimm,Wo\nXSS,high,a.js\n', { Was: 'title', 'Wie schlimm': 'severity', Wo: 'location' });
    expect(entriesIn(items)).toMatchObject([{ kind: 'findings', entity: { title: 'XSS', severity: 'high', location: 'a.js', serviceId: 'shop' } }]);
  });

  it('gives an accepted row a decision, with its maker where a column names one', async () => {
    const items = await read('cve,title,severity,status,accepted by,accepted on,expires,reason\nCVE-2026-0001,a,low,accepted,Ada,2026-03-01,2026-09-01,no user\n');
    expect(entriesIn(items)[1]).toMatchObject({ kind: 'decisions', entity: { kind: 'accept', byId: 'Ada', at: '2026-03-01', expiresAt: '2026-09-01', rationale: 'accepted · no user' } });
  });

  it('takes no date that can be two, and no severity that is a number', async () => {
    const items = await read('title,severity,cwe,first seen\na,high,79,03/04/2026\nb,5,79,2026-01-01\nc,low,79,2026-01-02\n');
    expect(entriesIn(items)).toHaveLength(1);
    expect(items.flatMap((item) => (item.type === 'rejected' ? [item.rejection.code] : []))).toEqual(['date-ambiguous', 'enum']);
  });

  it('reads 28/02/2021 as its column shows the order, and 03/04/2021 beside it alike', async () => {
    const items = await read('title,severity,cwe,first seen\na,high,79,28/02/2021\nb,low,80,03/04/2021\n');
    expect(entriesIn(items).map((entry) => (entry.kind === 'findings' ? entry.entity.at : ''))).toEqual(['2021-02-28', '2021-04-03']);
  });
});
