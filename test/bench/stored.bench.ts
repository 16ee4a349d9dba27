import { spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What the command `import` takes for a large file, from its first byte to the confirmed record: findings a second by the
 * clock, processor time for each, and the peak memory of the whole process, the embedded database in it included. Files
 * are written before and removed after. `node test/bench/stored.bench.ts [ROWS]` for the rates (default 100000);
 * `node test/bench/stored.bench.ts memory` for a 1 GB SARIF and a 500 MB CycloneDX against 10 MB of each.
 */
const filler = 'const value = read(input); if (value > limit) { throw new RangeError(`${value} is out of range`); } ';

interface Kind {
  opening: string;
  /** `isLong`: with the code, flows and descriptions that make real files large. */
  row(index: number, isLong: boolean): object;
  closing: string;
}

const rules = Array.from({ length: 300 }, (_, index) => ({ id: `js/rule-${index}`, properties: { 'security-severity': String(1 + (index % 9)), tags: [`external/cwe/cwe-${79 + (index % 40)}`] } }));

const kinds: Readonly<Record<string, Kind>> = {
  sarif: {
    opening: `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"Bench","rules":${JSON.stringify(rules)}}},"results":[`,
    row: (index, isLong) => ({
      ruleId: `js/rule-${index % 300}`, ruleIndex: index % 300, level: 'warning',
      message: { text: `The value in file ${index % 4_000} is used before it is checked, at step ${index}.` },
      locations: [{ physicalLocation: {
        artifactLocation: { uri: `packages/module-${index % 90}/src/file-${index % 4_000}.ts` },
        region: { startLine: (index % 900) + 1, ...(isLong ? { snippet: { text: filler.repeat(3) } } : {}) },
        ...(isLong ? { contextRegion: { snippet: { text: filler.repeat(8) } } } : {}),
      } }],
      ...(isLong ? { codeFlows: [{ threadFlows: [{ locations: Array.from({ length: 6 }, (_, step) => ({ location: { physicalLocation: { artifactLocation: { uri: `src/step-${step}.ts` } }, message: { text: filler } } })) }] }] } : {}),
      partialFingerprints: { primaryLocationLineHash: `${((index * 2_654_435_761) % 4_294_967_296).toString(16)}${index}:1` },
    }),
    closing: ']}]}',
  },
  cyclonedx: {
    opening: `{"bomFormat":"CycloneDX","specVersion":"1.6","metadata":{"component":{"type":"application","name":"shop","bom-ref":"shop"}},"components":${JSON.stringify(Array.from({ length: 2_000 }, (_, index) => ({ type: 'library', 'bom-ref': `pkg:npm/package-${index}@1.0.0`, name: `package-${index}`, version: '1.0.0', purl: `pkg:npm/package-${index}@1.0.0` })))},"vulnerabilities":[`,
    row: (index, isLong) => ({
      id: `CVE-2026-${10_000 + index}`, ratings: [{ score: 7.5, severity: 'high', method: 'CVSSv31' }], cwes: [79],
      description: filler.repeat(isLong ? 12 : 1), ...(isLong ? { recommendation: filler.repeat(6) } : {}), affects: [{ ref: `pkg:npm/package-${index % 2_000}@1.0.0` }],
    }),
    closing: ']}',
  },
  trivy: {
    opening: '{"SchemaVersion":2,"ArtifactName":"registry.example/shop:1.0","Results":[{"Target":"package-lock.json","Class":"lang-pkgs","Type":"npm","Vulnerabilities":[',
    row: (index, isLong) => ({
      VulnerabilityID: `CVE-2026-${10_000 + index}`, PkgName: `package-${index % 2_000}`, PkgIdentifier: { PURL: `pkg:npm/package-${index % 2_000}@1.0.0` },
      InstalledVersion: '1.0.0', Title: `Flaw ${index} in a parser`, Description: filler.repeat(isLong ? 8 : 1), Severity: 'HIGH', CweIDs: ['CWE-79'], CVSS: { nvd: { V3Score: 7.5 } },
    }),
    closing: ']}]}',
  },
  grype: {
    opening: '{"matches":[',
    row: (index, isLong) => ({
      vulnerability: { id: `CVE-2026-${10_000 + index}`, severity: 'High', description: filler.repeat(isLong ? 8 : 1), cvss: [{ version: '3.1', metrics: { baseScore: 7.5 } }] },
      relatedVulnerabilities: [{ id: `CVE-2026-${10_000 + index}`, description: filler }],
      artifact: { name: `package-${index % 2_000}`, version: '1.0.0', purl: `pkg:npm/package-${index % 2_000}@1.0.0`, locations: [{ path: `/app/node_modules/package-${index % 2_000}/package.json` }] },
    }),
    closing: '],"source":{"type":"image","target":{"userInput":"registry.example/shop:1.0"}},"descriptor":{"name":"grype"}}',
  },
};

/** Writes a file of so many rows, or of so many bytes. */
async function write(path: string, kind: Kind, until: { rows: number } | { bytes: number }): Promise<void> {
  const file = createWriteStream(path);
  let text = kind.opening;
  let bytes = 0;
  const isLong = 'bytes' in until;
  for (let index = 0; isLong ? bytes + text.length < until.bytes : index < until.rows; index += 1) {
    text += (index === 0 ? '' : ',') + JSON.stringify(kind.row(index, isLong));
    if (text.length < 1 << 20) continue;
    bytes += text.length;
    if (!file.write(text)) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
    text = '';
  }
  await new Promise<void>((resolve) => file.end(text + kind.closing, () => resolve()));
}

interface Figures {
  findings: number;
  seconds: number;
  processorSeconds: number;
  peakMebibytes: number;
}

/** Runs the command in a process of its own that reports what it took. */
function imported(folder: string, path: string): Figures {
  const started = performance.now();
  const child = spawnSync(process.execPath, [import.meta.filename, 'child', path, join(folder, 'data')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 28 });
  const { findings, processorSeconds, peakMebibytes }: Figures = JSON.parse(child.stdout.trim().split('\n').at(-1) ?? '');
  return { findings, processorSeconds, peakMebibytes, seconds: (performance.now() - started) / 1_000 };
}

async function measured(name: string, kind: Kind, until: { rows: number } | { bytes: number }): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'whose-call-bench-'));
  try {
    const path = join(folder, `${name}.json`);
    await write(path, kind, until);
    return imported(folder, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [, , asked = '100000', path = '', data = ''] = process.argv;
if (asked === 'child') {
  const { main } = await import('#cli/main.ts');
  const printed: string[] = [];
  await main(['import', path, '--service', 'shop', '--data', data, '--json'], {
    print: (text) => void printed.push(text), say: () => undefined, interactive: false, folder: process.cwd(), today: () => '2026-11-21', environment: {},
    pause: () => Promise.resolve(),
  });
  const [report] = JSON.parse(printed.join('')) as [{ added: number; refused: boolean }];
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ findings: report.added, processorSeconds: (user + system) / 1e6, peakMebibytes: process.resourceUsage().maxRSS / 1024 }));
} else if (asked === 'memory') {
  for (const [name, bytes] of [['sarif', 1e9], ['cyclonedx', 5e8], ['grype', 2e8]] as const) {
    const kind = kinds[name];
    if (kind === undefined) continue;
    const small = await measured(name, kind, { bytes: 1e7 });
    const large = await measured(name, kind, { bytes });
    console.log(`${name}: ${large.findings} findings of ${bytes / 1e6} MB, peak ${large.peakMebibytes.toFixed(0)} MiB; ${small.findings} of 10 MB, ${small.peakMebibytes.toFixed(0)} MiB: ${(large.peakMebibytes - small.peakMebibytes).toFixed(0)} MiB more, of 150`);
  }
} else {
  // The start of the process, the first making of a database and its closing cost the same whatever the file.
  for (const [name, kind] of Object.entries(kinds)) {
    const one = await measured(name, kind, { rows: 1 });
    const all = await measured(name, kind, { rows: Number(asked) });
    const seconds = all.seconds - one.seconds;
    const processorSeconds = all.processorSeconds - one.processorSeconds;
    console.log(
      `${name}: ${all.findings} findings parsed and stored in ${seconds.toFixed(1)} s, ${Math.round(all.findings / seconds)} a second; ${((processorSeconds / all.findings) * 1e6).toFixed(0)} µs of processor each, ` +
        `${Math.round((2 * all.findings) / processorSeconds)} a second on two free cores; load ${loadavg()[0]?.toFixed(0) ?? '?'}`,
    );
  }
}
