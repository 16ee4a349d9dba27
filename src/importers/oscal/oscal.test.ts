import { expect, it } from 'vitest';
import { oscalImporter } from '#importers/oscal/oscal-importer.ts';
import type { ImportItem } from '#importers/importer.ts';
import { memorySource } from '#importers/reading/memory-source.ts';
import { entriesIn, importContext, itemsOf } from '#test/support/import-context.ts';

const plan = (risk: object, parties: object[] = []): object => ({
  'plan-of-action-and-milestones': { metadata: { title: 'Shop plan', 'last-modified': '2026-05-01T00:00:00Z', parties }, risks: [{ uuid: 'r-1', title: 'Old parser', deadline: '2026-09-01T00:00:00Z', ...risk }] },
});

async function read(value: object): Promise<ImportItem[]> {
  return itemsOf(oscalImporter.read(memorySource('poam.json', JSON.stringify(value)), importContext({ defaults: { serviceId: 'shop' } })));
}

const approval = { title: 'Deviation approved', start: '2026-04-02T00:00:00Z', props: [{ name: 'type', value: 'dr-approved' }], 'logged-by': [{ 'party-uuid': 'p-1', 'role-id': 'authorizing-official' }] };

it('an approval in the risk log is a decision of who logged it, on its day, until the deadline', async () => {
  const items = await read(plan({ status: 'deviation-approved', 'risk-log': { entries: [approval] } }, [{ uuid: 'p-1', type: 'person', name: 'Ada Fox' }]));
  expect(entriesIn(items).find(({ kind }) => kind === 'decisions')?.entity).toMatchObject({ riskId: 'oscal:r-1', kind: 'accept', byId: 'Ada Fox', at: '2026-04-02T00:00:00Z', expiresAt: '2026-09-01T00:00:00Z' });
});

it('a party that the document does not describe is kept by its id and listed', async () => {
  const items = await read(plan({ 'risk-log': { entries: [approval] } }));
  expect(entriesIn(items).find(({ kind }) => kind === 'decisions')?.entity).toMatchObject({ byId: 'p-1' });
  expect(items.flatMap((item) => (item.type === 'repaired' ? [item.rejection.code] : []))).toEqual(['dangling-reference']);
});

it('an approved deviation without a log entry has no maker, and a rejected one is no decision', async () => {
  const [, decision] = entriesIn(await read(plan({ status: 'deviation-approved' })));
  expect(decision?.entity).toMatchObject({ kind: 'accept', rationale: 'deviation-approved' });
  expect(decision?.entity).not.toHaveProperty('byId');
  const rejectedEntry = { ...approval, props: [{ name: 'type', value: 'dr-rejected' }] };
  expect(entriesIn(await read(plan({ status: 'open', 'risk-log': { entries: [rejectedEntry] } }))).map(({ kind }) => kind)).toEqual(['risks']);
});
