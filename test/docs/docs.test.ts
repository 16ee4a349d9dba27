import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { problemKinds } from '#contract/problem.ts';
import { limits } from '#importers/reading/limits.ts';
import { commandLine } from '#test/support/command-line.ts';

const repository = resolve(import.meta.dirname, '../..');
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: repository, encoding: 'utf8' }).split('\n').filter(Boolean);
const texts = new Map(pages.map((page) => [page, readFileSync(join(repository, page), 'utf8')]));

describe('the documentation', () => {
  it('has a page for what belongs in every main folder', () => {
    for (const folder of ['src/core', 'src/contract', 'src/importers', 'src/store', 'src/server', 'src/cli', 'src/web', 'mocks', 'test', 'docs/decisions']) {
      expect(pages).toContain(`${folder}/README.md`);
    }
  });

  it.each(pages)('%s links only to files that are there', (page) => {
    const links = [...(texts.get(page) ?? '').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '');
    for (const target of links.filter((each) => !/^[a-z]+:/.test(each))) {
      expect(existsSync(join(repository, dirname(page), target)), `${page} links to ${target}`).toBe(true);
    }
  });

  it.each(pages)('%s names only npm scripts and commands that exist', async (page) => {
    const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
    const text = texts.get(page) ?? '';
    for (const [, name] of text.matchAll(/npm run ([a-z:-]+)/g)) expect(Object.keys(scripts), page).toContain(name);
    const shell = commandLine();
    for (const [, name] of text.matchAll(/npm run whose-call -- ([a-z]+)/g)) {
      expect(await shell.run(name ?? '', '--help'), `${page}: ${name}`).toMatchObject({ code: 0 });
    }
    shell.remove();
  });
});

describe('the page on mapping findings', () => {
  const shell = commandLine('2026-11-20');
  afterAll(() => shell.remove());
  const page = readFileSync(join(repository, 'docs/mapping-findings.md'), 'utf8');
  const commands = [...page.matchAll(/```sh run\nnpm run whose-call -- ([^\n]+)\n```/g)].map(([, line]) => line ?? '');

  it('goes from a scan to derived risks, with commands that work as written', async () => {
    expect(commands).toHaveLength(5);
    const answers: string[] = [];
    for (const line of commands) {
      const { code, printed } = await shell.run(...line.split(' ').map((part) => (part.startsWith('mocks/') ? join(repository, part) : part)));
      expect(code, `${line}\n${printed}`).toBe(0);
      answers.push(printed);
    }
    expect(answers[2]).toMatch(/derived risks? takes? \d+ open findings? without a risk/);
    expect(answers[2]).toContain('proposed, not yet accepted');
    expect(answers[3]).toMatch(/hold \d+ open findings from now on|holds \d+ open findings? from now on/);
    expect(answers[4]).toMatch(/open findings? reach(es)? no risk/);
  }, 120_000);
});

describe('the guide to your own files', () => {
  const shell = commandLine('2026-11-20');
  afterAll(() => shell.remove());
  const guide = readFileSync(join(repository, 'docs/your-own-files.md'), 'utf8');
  const commands = [...guide.matchAll(/```sh run\nnpm run whose-call -- ([^\n]+)\n```/g)].map(([, line]) => line ?? '');

  it('has a command for every step', () => {
    expect(commands.length).toBeGreaterThanOrEqual(8);
  });

  it.each(commands)('%s works as written', async (line) => {
    const args = line.split(' ').map((part) => (part.startsWith('mocks/') ? join(repository, part) : part));
    const { code, printed, said } = await shell.run(...args);
    expect(said).toBe('');
    expect(printed).not.toMatch(/: not taken\./);
    expect(code, printed).toBe(0);
  });

  it('ends with a record that knows teams, decision owners and findings', async () => {
    const { printed } = await shell.run('evaluate', '--json', '--data', '.our-company');
    const { readiness } = JSON.parse(printed);
    expect(readiness.open).toBeGreaterThan(50);
    expect(readiness.counts['can-decide-seen']).toBeGreaterThan(10);
  });
});

describe('the guide to pipelines', () => {
  const shell = commandLine();
  afterAll(() => shell.remove());
  const guide = texts.get('docs/ci.md') ?? '';
  const commands = [...guide.matchAll(/```sh run\nnpm run whose-call -- ([^\n]+)\n```/g)].map(([, line]) => line ?? '');

  it('has a command that makes a token and one that lists them', () => {
    expect(commands.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual(['token create', 'token list']);
  });

  it.each(commands)('%s works as written', async (line) => {
    const { code, printed } = await shell.run(...line.split(' '));
    expect(printed).toMatch(line.startsWith('token create') ? /^wct_/ : /ci-checkout {2}until 2027-03-31/);
    expect(code).toBe(0);
  });

  it('sends with options that push has, in every example', async () => {
    const { printed } = await shell.run('push', '--help');
    const sent = [...guide.matchAll(/-- push [^\n]+/g)].flatMap(([line]) => line.match(/ --[a-z-]+/g) ?? []);
    expect(sent.length).toBeGreaterThan(4);
    for (const option of sent) expect(printed).toContain(option.trim());
  });

  it('sends with curl what the endpoint takes, and names the statuses it answers with', () => {
    const [, query = ''] = /api\/v1\/imports\?([^"]+)"/.exec(guide) ?? [];
    expect(endpoints.importSend.query.safeParse(Object.fromEntries(new URLSearchParams(query))).success).toBe(true);
    const statuses = new Set(endpoints.importSend.problems.map((code) => problemKinds[code].status));
    for (const [, status] of guide.matchAll(/^\| (\d{3}) \|/gm)) expect(statuses).toContain(Number(status));
    expect(guide).toContain(`larger than ${limits.uploadBytes / (1024 * 1024)} MiB`);
  });
});

describe('the guide to replays', () => {
  const shell = commandLine();
  afterAll(() => shell.remove());
  const guide = texts.get('docs/replay.md') ?? '';
  const commands = [...guide.matchAll(/```sh run\nnpm run whose-call -- ([^\n]+)\n```/g)].map(([, line]) => line ?? '');

  it('has a command for a whole case and one for a day of it', () => {
    expect(commands.map((line) => line.split(' ')[0])).toEqual(['replay', 'evaluate']);
  });

  it.each(commands)('%s works as written', async (line) => {
    const { code, said } = await shell.run(...line.split(' ').map((part) => (part.startsWith('public/') ? join(repository, part) : part)));
    expect(said).toBe('');
    expect(code).toBe(0);
  });

  it('shows a case that can be replayed as it stands there', async () => {
    const [, example] = /```json\n([\s\S]+?)```/.exec(guide) ?? [];
    writeFileSync(join(shell.folder, 'till.json'), example ?? '');
    const { code, printed, said } = await shell.run('replay', 'till.json', '--json');
    expect(said).toBe('');
    expect(JSON.parse(printed)).toMatchObject({ case: 'till-2026', failed: 0, checks: [{ flag: 'A1', got: '2026-06-04', ok: true }, { ok: true }] });
    expect(code).toBe(0);
  });
});
