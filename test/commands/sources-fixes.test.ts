import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { catalogOf, peopleFileOf, registerOf } from '#web/pages/sources/fixes.ts';
import { commandLine } from '#test/support/command-line.ts';

// A fresh engine in WebAssembly takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const shell = commandLine();
afterAll(() => shell.remove());

const take = async (file: string, text: string, ...options: readonly string[]) => {
  writeFileSync(join(shell.folder, file), text);
  return shell.run('import', file, ...options);
};

beforeAll(async () => {
  const { code } = await take('company.yaml', `schema: whose-call/1
teams: [{ id: pay, name: Payments, kind: engineering }]
persons: [{ id: ana, name: Ana Ruiz, kind: person, teamId: pay }]
services: [{ id: shop-web, name: Shop, exposure: internet, dataClasses: [cards] }]
findings: [{ id: f1, serviceId: shop-web, at: 2026-11-01, severity: high }]
risks: [{ id: R-1, label: Refunds, serviceIds: [shop-web], ownerId: jdoe, openedAt: 2026-11-01, exposure: null }]
`);
  expect(code).toBe(0);
});

const record = async (): Promise<{ services: { id: string; teamId?: string; exposure: string; dataClasses?: string[] }[]; risks: { id: string; findingIds?: string[]; ownerId?: string }[]; persons: { id: string }[] }> =>
  JSON.parse((await shell.run('export', '--format', 'whose-call')).printed);

test('the catalog to fill in gives a service its team and keeps everything else that is recorded of it', async () => {
  const { code, printed } = await take('owners.yaml', catalogOf(['shop-web']).replace('TEAM', 'pay'));
  expect([code, printed]).toEqual([0, expect.stringContaining('1 updated')]);
  const { services } = await record();
  expect(services.filter(({ id }) => id === 'shop-web').at(-1)).toMatchObject({ teamId: 'pay', exposure: 'internet', dataClasses: ['cards'] });
});

test('the register to fill in makes a risk that links the findings written into it', async () => {
  const { code, printed } = await take('register.csv', registerOf([{ id: 'shop-web', name: 'Shop' }]).replace('shop-web,,', 'shop-web,f1,Ana Ruiz'));
  expect([code, printed]).toEqual([0, expect.stringContaining('1 added')]);
  const { risks } = await record();
  expect(risks.find(({ id }) => id.endsWith('R-NEW-1'))).toMatchObject({ findingIds: ['f1'], ownerId: 'ana' });
});

test('the file of names puts on record whom something points at', async () => {
  expect((await take('names.json', peopleFileOf([{ id: 'jdoe', kind: 'person' }]))).code).toBe(0);
  expect((await record()).persons.map(({ id }) => id)).toContain('jdoe');
});

test('a dry run of import says what it would add and update, and changes nothing', async () => {
  const before = (await shell.run('export', '--format', 'whose-call')).printed;
  const text = 'schema: whose-call/1\nteams: [{ id: pay, name: Payments and refunds, kind: engineering }, { id: web, kind: engineering }]\n';
  const { code, printed } = await take('more.yaml', text, '--dry-run');
  expect(code).toBe(0);
  expect(printed).toMatch(/more\.yaml \(whose-call\): 1 would be added, 1 updated, 0 unchanged, 0 rejected/);
  expect((await shell.run('export', '--format', 'whose-call')).printed).toBe(before);
  expect(JSON.parse((await shell.run('import', 'more.yaml', '--dry-run', '--json')).printed)).toMatchObject([{ dryRun: true, added: 1, updated: 1 }]);
});
