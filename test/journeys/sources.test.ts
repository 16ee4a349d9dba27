import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#test/support/browser.ts';
import { axeFindings, drawn, openPage } from '#test/support/browsing.ts';
import { commandLine } from '#test/support/command-line.ts';
import { startServer, type RunningServer } from '#test/support/running-server.ts';

const data = mkdtempSync(join(tmpdir(), 'whose-call-sources-'));
const shell = commandLine();
let server: RunningServer;
let browser: Browser;

const put = (file: string, text: string): void => writeFileSync(join(shell.folder, file), text);
const scan = (day: string, findings: number): string => JSON.stringify({
  SchemaVersion: 2, ArtifactName: 'shop', ArtifactType: 'filesystem', CreatedAt: `${day}T08:00:00Z`,
  Results: [{ Target: 'lock', Class: 'lang-pkgs', Type: 'npm', Vulnerabilities: Array.from({ length: findings }, (_, n) => ({ VulnerabilityID: `CVE-2026-${1000 + n}`, PkgName: 'p', InstalledVersion: '1', Severity: 'HIGH', Title: `Weakness ${n}` })) }],
});

/** A pipeline at work: a record, a token, a scan that finds eight, one that finds nothing, and a file nobody can read. */
beforeAll(async () => {
  put('company.yaml', 'schema: whose-call/1\nteams: [{ id: pay, name: Payments, kind: engineering }]\nservices: [{ id: shop, name: Shop, teamId: pay, exposure: internet }, { id: till, name: Till, exposure: internal }]\n');
  expect((await shell.run('import', 'company.yaml', '--data', data)).code).toBe(0);
  const { printed: token } = await shell.run('token', 'create', '--source', 'ci shop', '--scope', 'service=shop', '--until', '2027-06-30', '--data', data);
  server = await startServer(['--no-sample'], data);
  const push = (file: string, text: string) => {
    put(file, text);
    return shell.run('push', file, '--to', server.url, '--token', token, '--complete');
  };
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  expect((await push('scan.json', scan(yesterday, 8))).code).toBe(0);
  expect((await push('scan.json', scan(new Date().toISOString().slice(0, 10), 0))).printed).toMatch(/held for a person/);
  expect((await push('odd.sarif', '{"version":"2.1.0","runs":[')).code).toBe(1);
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  shell.remove();
  rmSync(data, { recursive: true, force: true });
});

async function openFindings(page: Page): Promise<number> {
  const response = await page.request.get(`${server.url}/api/v1/findings?service=shop`);
  const { total } = await response.json();
  return total;
}

test('from any page the sources are one click away, and a held scan is released by keyboard with a reason', async () => {
  const page = await openPage(browser, `${server.url}/teams`);
  await page.getByRole('link', { name: 'sources', exact: true }).click();
  await page.waitForURL('**/sources');
  await page.getByRole('heading', { level: 1, name: /scanned within the limit/ }).waitFor();
  await drawn(page);
  expect(await page.locator('h1').innerText()).toBe('2 sources; 1 of 2 services scanned within the limit');
  expect(await axeFindings(page)).toEqual([]);

  const arrived = page.locator('#arrived');
  expect(await arrived.getByRole('row', { name: /^ci shop/ }).innerText()).toMatch(/trivy.*token ci shop\s+3\s+8/s);
  const refused = page.locator('#not-taken').getByRole('row', { name: /^odd\.sarif/ });
  expect(await refused.innerText()).toContain('json-syntax');
  expect(await openFindings(page)).toBe(8);

  const release = page.getByRole('button', { name: 'Release: 8 are fixed (Shop)' });
  await release.focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Why').fill('The service was switched off.');
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const receipt = page.getByRole('region', { name: 'Recorded' });
  await receipt.waitFor();
  expect(await receipt.innerText()).toContain('8 findings it no longer finds count as fixed.');
  expect(await openFindings(page)).toBe(0);
  await page.getByText('No scan is held').waitFor();
  await page.context().close();
}, 120_000);

test('on a phone and on paper nothing is cut off, and the lists can be taken along', async () => {
  const page = await openPage(browser, `${server.url}/sources`, { viewport: { width: 320, height: 700 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await axeFindings(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#not-taken').getByRole('link', { name: /CSV/ }).click()]);
  expect(download.suggestedFilename()).toBe('not-taken.csv');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: /^Show/ }).count()).toBe(0);
  expect(await page.locator('#not-taken').innerText()).toContain('odd.sarif');
  await page.context().close();
}, 120_000);
