import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, type CommandLine } from '#test/support/command-line.ts';

const model = {
  teams: [{ id: 'pay', kind: 'engineering', leadId: 'maya' }],
  persons: [{ id: 'maya', kind: 'person', name: 'Maya Lind', teamId: 'pay' }],
  services: [{ id: 'till', name: 'Till', teamId: 'pay', exposure: 'internet' }],
  risks: [{ id: 'r', label: 'Refunds repeat', serviceIds: ['till'], openedAt: '2026-06-01', urgency: 'U60', dueAt: '2026-12-01' }],
};
const documented = {
  schema: 'whose-call-case/1', id: 'till-2026', title: 'A case of our own', model,
  replay: { from: '2026-06-01', to: '2026-06-10' },
  expected: [{ flag: 'A1', subject: 'r', by: '2026-06-04' }],
  mustNotFire: [{ flag: 'A8' }],
};

describe('evaluate and replay', () => {
  let shell: CommandLine;
  beforeAll(() => {
    shell = commandLine();
    writeFileSync(join(shell.folder, 'workspace.json'), JSON.stringify({ schema: 'whose-call/1', ...model }));
    writeFileSync(join(shell.folder, 'case.json'), JSON.stringify(documented));
    const sooner = { ...documented, expected: [{ flag: 'A1', subject: 'r', by: '2026-06-03' }] };
    writeFileSync(join(shell.folder, 'sooner.json'), JSON.stringify(sooner));
  });
  afterAll(() => shell.remove());

  it('prints one JSON value: the flags and the readiness of every risk, without a database', async () => {
    const { code, printed } = await shell.run('evaluate', 'workspace.json', '--as-of', '2026-06-04', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(printed);
    expect(report.asOf).toBe('2026-06-04');
    expect(report.flags).toContainEqual(
      expect.objectContaining({ flag: 'A1', subject: 'r', person: null, since: '2026-06-04', sentence: 'Nobody is named to decide on Refunds repeat. Open 3 days.' }),
    );
    expect(report.readiness.risks).toEqual({ r: 'nobody-named' });
  });

  it('speaks the language it is told to, wherever the option stands, and English again afterwards', async () => {
    const sentence = async (...args: readonly string[]): Promise<unknown> => {
      const { code, printed } = await shell.run(...args);
      return code === 0 ? JSON.parse(printed).flags.find((one: { flag: string }) => one.flag === 'A1').sentence : code;
    };
    const asked = ['evaluate', 'workspace.json', '--as-of', '2026-06-04', '--json'];
    expect(await sentence(...asked, '--language', 'de')).toBe('Für die Entscheidung über Refunds repeat ist niemand benannt. Offen: 3 Tage.');
    expect(await sentence('--language=de', ...asked)).toBe('Für die Entscheidung über Refunds repeat ist niemand benannt. Offen: 3 Tage.');
    expect(await sentence(...asked)).toBe('Nobody is named to decide on Refunds repeat. Open 3 days.');
    const refused = await shell.run(...asked, '--language', 'fr');
    expect([refused.code, refused.said]).toEqual([2, '--language takes en or de; "fr" is neither.']);
  });

  it('stays quiet the day before', async () => {
    const { printed } = await shell.run('evaluate', 'workspace.json', '--as-of', '2026-06-03', '--json');
    expect(JSON.parse(printed).flags.map((each: { flag: string }) => each.flag)).not.toContain('A1');
  });

  it('evaluates the model of a case file alike', async () => {
    const workspace = await shell.run('evaluate', 'workspace.json', '--as-of', '2026-06-09', '--json');
    const fromCase = await shell.run('evaluate', 'case.json', '--as-of', '2026-06-09', '--json');
    expect(fromCase.printed).toBe(workspace.printed);
  });

  it('replays a case day by day and says when each flag came up', async () => {
    const { code, printed } = await shell.run('replay', 'case.json', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      case: 'till-2026',
      checks: [
        { flag: 'A1', subject: 'r', person: null, expected: 'by 2026-06-04', got: '2026-06-04', ok: true },
        { flag: 'A8', subject: null, person: null, expected: 'never', got: null, ok: true },
      ],
      failed: 0,
    });
  });

  it('ends with 1 when a flag comes a day later than the case asks', async () => {
    const { code, printed } = await shell.run('replay', 'sooner.json', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(printed)).toMatchObject({ failed: 1, checks: [{ ok: false, got: '2026-06-04' }, { ok: true }] });
  });
});
