import { grantExports } from '#mocks/halden-maker/company/grants.ts';
import { teams } from '#mocks/halden-maker/company/organisation.ts';
import { months } from '#mocks/halden-maker/company/releases.ts';
import { MOVED } from '#mocks/halden-maker/company/services.ts';
import { CATALOG_DAY } from '#mocks/halden-maker/files/catalog.ts';
import type { FileSet } from '#mocks/halden-maker/files/file-set.ts';
import { MAPPING_DAY, MAPPING_FILE } from '#mocks/halden-maker/files/mapping-yaml.ts';
import { moneyDays } from '#mocks/halden-maker/files/money-yaml.ts';
import { quarters } from '#mocks/halden-maker/files/record-yaml.ts';
import { registerExports, TODAY, type Day } from '#mocks/halden-maker/risks/risk.ts';

/** Files of one origin, with what they do not say themselves. */
interface LoadPart {
  paths: readonly string[];
  stage?: string;
  team?: string;
}

/** One step of loading: files recorded together on a day. */
type LoadStep = { at: Day } & (LoadPart | { parts: readonly LoadPart[] });

/** The manifest: what is loaded when. A path is a file or a folder with all below it. */
export function loadPlanText(files: FileSet): string {
  const steps = stepsOf(files);
  const head = `{\n  "sampleAsOf": "${TODAY}",\n  "organisation": "Halden Group",\n  "steps": [\n`;
  return `${head}${steps.map(stepText).join(',\n')}\n  ]\n}\n`;
}

function stepText(step: LoadStep): string {
  if (!('parts' in step)) return `    ${JSON.stringify(step)}`;
  const parts = step.parts.map((part) => `      ${JSON.stringify(part)}`).join(',\n');
  return `    { "at": ${JSON.stringify(step.at)}, "parts": [\n${parts}\n    ] }`;
}

function stepsOf(files: FileSet): readonly LoadStep[] {
  const first: LoadStep[] = [
    { at: CATALOG_DAY, paths: ['record/policy.yaml', 'record/release-processes.yaml'] },
    { at: CATALOG_DAY, paths: ['catalog/org', 'catalog/components'] },
    { at: CATALOG_DAY, paths: ['record/posts-and-mailboxes.yaml'] },
    { at: CATALOG_DAY, paths: ['repositories'] },
  ];
  const dated: LoadStep[] = [
    ...grantExports.map((day) => ({ at: day, paths: [`grants/authority-${day}.csv`] })),
    ...registerExports.map((day) => ({ at: day, paths: [`register/risk-register-${day}.csv`] })),
    ...quarters.map((quarter) => ({ at: quarter.to, paths: [`record/${quarter.name}.yaml`, `record/${quarter.name}-findings.json`] })),
    { at: MOVED.at, paths: [`catalog/changes/${MOVED.at}-sign-in-to-identity.yaml`] },
    { at: '2026-09-11', paths: ['record/leavers-2026-09.yaml'] },
    { at: MAPPING_DAY, paths: [MAPPING_FILE] },
    ...moneyDays.map(({ at, path }) => ({ at, paths: [path] })),
    ...months.flatMap((month) => scanSteps(month, files)),
  ];
  const all = [...first, ...dated.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))];
  return all.filter((step) => 'parts' in step || step.paths.some((path) => holds(files, path)));
}

/** Reports come from the build of each team; those of two teams do not say whose they are. */
const UNSIGNED: readonly string[] = ['partner-web', 'web-storefront'];

function scanSteps(month: string, files: FileSet): readonly LoadStep[] {
  const at = month === months.at(-1) ? '2026-11-13' : `${month}-28`;
  const parts = teams.flatMap(({ id }) => {
    const signed = UNSIGNED.includes(id) ? {} : { team: id };
    return [
      ...['build', 'review'].map((stage) => ({ paths: [`scans/${month}/${stage}/${id}.sarif`], stage, ...signed })),
      ...['release', 'deploy', 'operate'].map((stage) => ({ paths: [`components/${month}/${stage}/${id}`], stage, ...signed })),
    ];
  });
  return [{ at, parts: parts.filter((part) => part.paths.every((path) => holds(files, path))) }];
}

function holds(files: FileSet, path: string): boolean {
  return files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`));
}
