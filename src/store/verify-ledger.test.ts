import { beforeAll, describe, expect, test } from 'vitest';
import { memoryLedger } from '#store/memory-ledger.ts';
import { readLine, sealLine } from '#store/ledger-line.ts';
import type { LedgerBatch } from '#store/ledger-port.ts';
import type { Queries } from '#store/database.ts';
import { verifyLedger } from '#store/verify-ledger.ts';

const nowhere: Queries = { query: () => Promise.resolve([]), exec: () => Promise.resolve(), load: () => Promise.resolve() };

function batch(version: number, chunks: readonly (readonly string[])[]): LedgerBatch {
  return {
    version,
    header: { kind: 'import', recordedAt: '2026-06-01', recordedBy: 'ci', source: 'x' },
    committedAt: '2026-06-01T10:00:00Z',
    report: '{}',
    async *chunks() {
      yield* chunks;
    },
  };
}

const version = (id: string): string => `{"entity":{"id":"${id}"},"kind":"teams","stamp":{"recordedAt":"2026-06-01"}}`;

let lines: readonly string[];
let mark: { seq: number; hash: string };
beforeAll(async () => {
  const ledger = memoryLedger('test');
  await ledger.write(batch(1, [[version('a'), version('b')], [version('c')]]), nowhere);
  await ledger.writeSetting({ name: 'mapping', value: 'x' }, nowhere);
  await ledger.write(batch(2, [[version('d')]]), nowhere);
  await ledger.write(batch(3, []), nowhere);
  lines = [...ledger.lines()];
  const report = await verifyLedger(lines);
  if (!report.ok) throw new Error(report.broken.reason);
  mark = report.head;
});

describe('a ledger', () => {
  test('verifies as it was written', async () => {
    expect(await verifyLedger(lines, mark)).toEqual({ ok: true, entries: 11, batches: 3, head: { ...mark, ledgerId: 'test' } });
  });

  test('with any one character changed is broken at that entry', async () => {
    for (const [index, line] of lines.entries()) {
      for (let at = 0; at < line.length; at += 1) {
        const other = line[at] === '0' ? '1' : '0';
        const edited = lines.with(index, `${line.slice(0, at)}${other}${line.slice(at + 1)}`);
        expect(await verifyLedger(edited, mark), `character ${at} of entry ${index + 1}`).toMatchObject({ ok: false, broken: { entry: index + 1 } });
      }
    }
  });

  test('with anything put into or taken out of a line is broken at that entry', async () => {
    for (const [index, line] of lines.entries()) {
      for (const edited of [`${line} `, ` ${line}`, `${line}\r`, `\ufeff${line}`, line.slice(0, -1), line.replace('{', '{ '), '']) {
        expect(await verifyLedger(lines.with(index, edited), mark)).toMatchObject({ ok: false, broken: { entry: index + 1 } });
      }
    }
  });

  test('with any line removed is broken where it stood, the last ones by the mark', async () => {
    for (const index of lines.keys()) {
      expect(await verifyLedger(lines.toSpliced(index, 1), mark)).toMatchObject({ ok: false, broken: { entry: index + 1 } });
      expect(await verifyLedger(lines.slice(0, index), mark)).toMatchObject({ ok: false, broken: { entry: index + 1 } });
    }
  });

  test('with any two lines swapped is broken at the first of them', async () => {
    for (const [index, line] of lines.entries()) {
      for (const [later, other] of lines.entries()) {
        if (later <= index) continue;
        const swapped = lines.with(index, other).with(later, line);
        expect(await verifyLedger(swapped, mark)).toMatchObject({ ok: false, broken: { entry: index + 1 } });
      }
    }
  });

  test('with a line added anywhere is broken there', async () => {
    for (const index of lines.keys()) {
      const added = lines.toSpliced(index, 0, lines[index] ?? '');
      expect(await verifyLedger(added, mark)).toMatchObject({ ok: false, broken: { entry: index + 2 } });
    }
  });

  test('with one line edited and sealed again is broken at the line after it', async () => {
    const [first = '', second = '', third = ''] = lines;
    const before = readLine(first);
    const line = readLine(second);
    if (before === undefined || line === undefined) throw new Error('A line is not whole.');
    const head = { ledgerId: 'test', seq: before.seq, hash: before.hash };
    const forged = await sealLine(head, line.type, line.body.replace('"ci"', '"xx"'));
    expect(await verifyLedger(lines.with(1, forged.line), mark)).toMatchObject({ broken: { entry: 3 } });
    const renumbered = await sealLine({ ...head, seq: 4 }, line.type, line.body);
    expect(await verifyLedger([first, renumbered.line, third])).toMatchObject({ broken: { entry: 2, reason: 'entry 5 stands in its place' } });
  });

  test('rewritten and sealed again from one entry on is found by the mark', async () => {
    const first = lines.map(readLine);
    let head = { ledgerId: 'test', seq: 0, hash: '0'.repeat(64) };
    const forged: string[] = [];
    for (const line of first) {
      if (line === undefined) throw new Error('A line is not whole.');
      const sealed = await sealLine(head, line.type, line.body.replace('"id":"d"', '"id":"z"'));
      forged.push(sealed.line);
      head = sealed.head;
    }
    expect(await verifyLedger(forged)).toMatchObject({ ok: true });
    expect(await verifyLedger(forged, mark)).toMatchObject({ ok: false, broken: { entry: mark.seq } });
  });

  test('that commits what it did not begin, or begins twice, is broken although every hash is right', async () => {
    const sealed = async (...bodies: [Parameters<typeof sealLine>[1], string][]) => {
      let head = { ledgerId: 'test', seq: 0, hash: '0'.repeat(64) };
      const chain: string[] = [];
      for (const [type, body] of bodies) {
        const next = await sealLine(head, type, body);
        chain.push(next.line);
        head = next.head;
      }
      return verifyLedger(chain);
    };
    const opening = ['ledger', '{"id":"test","schema":"whose-call-ledger/1"}'] as const;
    const begin = ['begin', '{"header":{},"version":1}'] as const;
    const commit = (versions: number) => ['commit', `{"committedAt":"","report":{},"version":1,"versions":${versions}}`] as const;
    expect(await sealed([...opening], [...begin], [...commit(0)])).toMatchObject({ ok: true });
    expect(await sealed([...opening], [...begin], [...begin])).toMatchObject({ broken: { entry: 3 } });
    expect(await sealed([...opening], [...begin], [...commit(1)])).toMatchObject({ broken: { entry: 3 } });
    expect(await sealed([...opening], [...commit(0)])).toMatchObject({ broken: { entry: 2 } });
    expect(await sealed([...opening], [...opening])).toMatchObject({ broken: { entry: 2 } });
    expect(await sealed([...opening], [...begin])).toMatchObject({ broken: { entry: 3, reason: 'the ledger ends inside a batch' } });
    expect(await sealed([...opening], ['entries', 'not json'])).toMatchObject({ broken: { entry: 2 } });
  });
});
