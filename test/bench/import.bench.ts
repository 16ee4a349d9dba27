import { spawnSync } from 'node:child_process';
import { viewAsOf } from '#core/record/view.ts';
import { registerCsvImporter } from '#importers/register/register-importer.ts';
import { sarifImporter } from '#importers/sarif/sarif-importer.ts';
import { cyclonedxImporter } from '#importers/cyclonedx/cyclonedx-importer.ts';
import type { ImportContext, Importer, Source } from '#importers/importer.ts';

/**
 * What it takes to read a large file: processor time, and the peak memory of a process of its own that does nothing
 * else. Each file is made while it is read and each entry is let go at once, so that only the reader's own memory counts.
 * The SARIF log has its results before its tool, which makes the reader hold a run back to its end. The engine's
 * nursery, which grows to about 100 MiB for any busy program, is held at 4 MiB; one line shows a read without that.
 */
const NURSERY = '--max-semi-space-size=4';
const MEBIBYTE = 1024 * 1024;
const TARGET_DIFFERENCE = 60;

const context: ImportContext = {
  at: '2026-11-21', recordedBy: 'bench', view: viewAsOf([], '2026-11-21'), defaults: { serviceId: 'shop' }, sibling: () => undefined,
};

interface Kind {
  importer: Importer;
  opening: string;
  row(index: number): string;
  between: string;
  closing: string;
}

const filler = 'const value = read(input); if (value > limit) { throw new RangeError(`${value} is out of range`); }\\n'.replaceAll('"', '\\"');

const kinds: Readonly<Record<string, Kind>> = {
  sarif: {
    importer: sarifImporter,
    opening: '{"version":"2.1.0","runs":[{"results":[',
    row: (index) => JSON.stringify({
      ruleId: `js/rule-${index % 300}`, ruleIndex: index % 300, level: 'warning',
      message: { text: `The value in file ${index % 4_000} is used before it is checked, at step ${index}.` },
      locations: [{ physicalLocation: {
        artifactLocation: { uri: `packages/module-${index % 90}/src/file-${index % 4_000}.ts` },
        region: { startLine: index % 900, snippet: { text: filler.repeat(3) } },
        contextRegion: { snippet: { text: filler.repeat(8) } },
      } }],
      codeFlows: [{ threadFlows: [{ locations: Array.from({ length: 6 }, (_, step) => ({ location: { physicalLocation: { artifactLocation: { uri: `src/step-${step}.ts` } }, message: { text: filler } } })) }] }],
      partialFingerprints: { primaryLocationLineHash: `${(index * 2_654_435_761) % 4_294_967_296}:1` },
    }),
    between: ',',
    closing: `],"tool":{"driver":{"name":"Bench","rules":${JSON.stringify(Array.from({ length: 300 }, (_, index) => ({ id: `js/rule-${index}`, properties: { 'security-severity': '7.5' } })))}}}}]}`,
  },
  cyclonedx: {
    importer: cyclonedxImporter,
    opening: '{"bomFormat":"CycloneDX","specVersion":"1.6","vulnerabilities":[',
    row: (index) => JSON.stringify({
      id: `CVE-2026-${10_000 + index}`, ratings: [{ score: 7.5, severity: 'high', method: 'CVSSv31' }], description: filler.repeat(6), recommendation: filler.repeat(6),
      affects: [{ ref: `pkg:npm/package-${index % 2_000}@1.0.0` }],
    }),
    between: ',',
    closing: ']}',
  },
  register: {
    importer: registerCsvImporter,
    opening: 'Risk ID,Title,Service,Owner,Opened,Low loss,High loss\n',
    row: (index) => `R${index},"A risk, number ${index}, with words enough to fill its line",shop,Person ${index % 500},2026-01-05,10000,250000`,
    between: '\n',
    closing: '\n',
  },
};

/** A file of about `mebibytes`, made in pieces of 64 KiB. */
function madeSource(kind: Kind, mebibytes: number): Source {
  return {
    name: 'made',
    size: 0,
    async *bytes() {
      const encoder = new TextEncoder();
      let piece = kind.opening;
      for (let index = 0, size = 0; size < mebibytes * MEBIBYTE; index += 1) {
        piece += (index === 0 ? '' : kind.between) + kind.row(index);
        if (piece.length < 65_536) continue;
        size += piece.length;
        yield encoder.encode(piece);
        piece = '';
      }
      yield encoder.encode(piece + kind.closing);
    },
  };
}

interface Figures {
  entries: number;
  seconds: number;
  peakMebibytes: number;
}

async function measure(kind: Kind, mebibytes: number): Promise<Figures> {
  let entries = 0;
  for await (const item of kind.importer.read(madeSource(kind, mebibytes), context)) if (item.type === 'entry') entries += 1;
  const { user, system } = process.cpuUsage();
  return { entries, seconds: (user + system) / 1e6, peakMebibytes: process.resourceUsage().maxRSS / 1024 };
}

function inOwnProcess(name: string, mebibytes: number, flags: readonly string[]): Figures {
  const child = spawnSync(process.execPath, [...flags, import.meta.filename, name, String(mebibytes)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(child.stdout);
}

const [, , only, size] = process.argv;
const asked = only === undefined ? undefined : kinds[only];
if (asked !== undefined) {
  process.stdout.write(JSON.stringify(await measure(asked, Number(size))));
} else {
  for (const [name, sizes] of [['sarif', [5, 100]], ['cyclonedx', [5, 50]], ['register', [1, 10]]] as const) {
    const [small, large] = sizes.map((mebibytes) => ({ mebibytes, ...inOwnProcess(name, mebibytes, [NURSERY]) }));
    if (small === undefined || large === undefined) continue;
    for (const { mebibytes, entries, seconds, peakMebibytes } of [small, large]) {
      console.log(`${name} ${mebibytes} MiB: ${entries} entries in ${seconds.toFixed(1)} s of processor time, ${(mebibytes / seconds).toFixed(0)} MiB/s, peak memory ${peakMebibytes.toFixed(0)} MiB`);
    }
    const difference = large.peakMebibytes - small.peakMebibytes;
    const target = name === 'sarif' ? `, target below ${TARGET_DIFFERENCE} MiB: ratio ${(difference / TARGET_DIFFERENCE).toFixed(2)}` : '';
    console.log(`${name}: ${difference.toFixed(0)} MiB more at peak for a file ${large.mebibytes / small.mebibytes} times as large${target}`);
  }
  const free = inOwnProcess('sarif', 100, []);
  console.log(`sarif 100 MiB with the engine's own nursery: peak memory ${free.peakMebibytes.toFixed(0)} MiB`);
}
