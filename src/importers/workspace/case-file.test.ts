import { describe, expect, it } from 'vitest';
import { isCase, readCase } from '#importers/workspace/case-file.ts';
import { readWorkspace } from '#importers/workspace/read-workspace.ts';
import { refusalOf } from '#test/support/refusal.ts';

const text = JSON.stringify({
  schema: 'whose-call-case/1', id: 'made-up', title: 'Made up', replay: { from: '2026-01-01', to: '2026-02-01' },
  model: { teams: [{ id: 't', kind: 'business' }], policy: { clock: { U3: 2 } } },
  expected: [{ flag: 'A1', subject: 'r', by: '2026-01-05' }],
  mustNotFire: [{ person: 'p', why: 'never asked' }],
  facts: [{ id: 'f1', text: 'A fact.' }], sources: [{ id: 's1', title: 'A report' }],
});

describe('a case file', () => {
  it('is a workspace under model with what must and must not be up', () => {
    expect(readCase(text)).toMatchObject({
      id: 'made-up', replay: { from: '2026-01-01', to: '2026-02-01' }, expected: [{ flag: 'A1', by: '2026-01-05' }],
      mustNotFire: [{ person: 'p' }], facts: [{ id: 'f1' }], sources: [{ id: 's1' }],
    });
    expect(readCase(text).entries.map((entry) => `${entry.kind}/${entry.entity.id}`)).toEqual(['policy/policy', 'teams/t']);
    expect(isCase(text)).toBe(true);
  });

  it('may be told in words only', () => {
    expect(readCase('{"schema":"whose-call-case/1","id":"words"}')).toMatchObject({ entries: [], expected: [], mustNotFire: [] });
  });

  it('is read as a workspace by what only wants the workspace', () => {
    expect(readWorkspace(text, 'made-up.json').entries).toHaveLength(2);
  });

  it('keeps what it says about itself, with several breaches, months and bare years', () => {
    const about = readCase(JSON.stringify({
      schema: 'whose-call-case/1', id: 'about', breachDate: ['2026-05', 2026], sector: 'retail', discoveredAt: '2026-06-01', sixQuestions: { found: 'A hole [documented]' },
      facts: [{ id: 'f1', date: 2025, text: 'A fact.', page: 7 }], sources: [{ id: 's1', verified: true, note: 'read' }], headline: { asOf: '2026-05-01', risk: 'r', lack: 'neither' },
    }));
    expect(about).toMatchObject({
      breachDate: ['2026-05', '2026'], sector: 'retail', sixQuestions: { found: 'A hole [documented]' }, facts: [{ date: '2025', page: '7' }],
      sources: [{ id: 's1', note: 'read' }], headline: { lack: 'neither' },
    });
    expect(about.sources[0]?.verified).toBeUndefined();
  });

  it.each([
    ['a newer version', { schema: 'whose-call-case/2', id: 'x' }, 'version'],
    ['no id', { schema: 'whose-call-case/1' }, 'schema'],
    ['an expectation without a flag', { schema: 'whose-call-case/1', id: 'x', expected: [{ subject: 'r' }] }, 'schema'],
    ['a date that is none', { schema: 'whose-call-case/1', id: 'x', expected: [{ flag: 'A1', by: '2026-13-01' }] }, 'schema'],
  ])('is refused for %s', (_name, content, code) => {
    expect(refusalOf(() => readCase(JSON.stringify(content))).code).toBe(code);
  });
});
