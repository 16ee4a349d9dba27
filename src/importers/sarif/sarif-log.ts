import type { Spill } from '#core/spill.ts';
import type { ImportItem } from '#importers/importer.ts';
import { limits } from '#importers/reading/limits.ts';
import { inDigits, pointerOf, quoted, type PathStep } from '#importers/reading/place.ts';
import { note, refuse, repaired, WHOLE_FILE } from '#importers/reading/rejection.ts';
import type { JsonKind, PickerEvents, PickerRules } from '#importers/scan/json-picker.ts';
import { SarifRun } from '#importers/sarif/sarif-run.ts';

/** What is read of a SARIF log. Dropped: what can carry credentials or source text, and what is large and not read. */
export const sarifRules: PickerRules = {
  take: [
    '/version', '/runs/*/tool', '/runs/*/results/*', '/runs/*/invocations', '/runs/*/versionControlProvenance',
    '/runs/*/automationDetails', '/runs/*/artifacts/*/location',
  ],
  drop: new Set([
    'snippet', 'contextRegion', 'rendered', 'webRequest', 'webResponse', 'attachments', 'contents', 'markdown', 'help', 'location',
    'relatedLocations', 'stacks', 'graphs', 'graphTraversals', 'fixes', 'taxa', 'workItemUris', 'commandLine', 'environmentVariables',
    'responseFiles', 'toolExecutionNotifications', 'toolConfigurationNotifications', 'stdin', 'stdout', 'stderr',
  ]),
  watchDepth: 3,
};

const knownFields: ReadonlySet<string> = new Set(['$schema', 'version', 'runs', 'inlineExternalProperties', 'properties']);

/**
 * A SARIF log (SARIF 2.1.0, 3.13) as it streams past: collects what each run says, and hands runs over as they end.
 *
 * @throws SourceRefused with `version`, `schema`, `too-many-runs` or `too-many-results` while reading.
 */
export class SarifLog implements PickerEvents {
  /** Runs read to their end and not yet taken by the reader. */
  readonly finished: SarifRun[] = [];
  readonly #file: string;
  readonly #spillTo: (() => Promise<Spill>) | undefined;
  readonly #unread: string[] = [];
  #current: SarifRun | undefined;
  #runs = 0;
  #results = 0;
  #version: string | undefined;
  #hasExternalProperties = false;

  constructor(file: string, spillTo?: () => Promise<Spill>) {
    this.#file = file;
    this.#spillTo = spillTo;
  }

  /** Between pieces of the file: takes results that wait out of memory. */
  async settle(): Promise<void> {
    await this.#current?.staged.settle();
  }

  /** Lets go of what waits, also of runs that were not taken. */
  async close(): Promise<void> {
    for (const run of [...this.finished, this.#current]) await run?.staged.close();
  }

  begins(path: readonly PathStep[], kind: JsonKind): void {
    const [first, second, third] = path;
    if (first === undefined) this.#refuse('/', 'schema', 'The file holds a single value and no SARIF log.');
    if (path.length === 1) return this.#beginField(String(first), kind);
    if (first !== 'runs' || typeof second !== 'number') return;
    if (path.length === 2) return this.#beginRun(second, kind);
    const run = this.#current;
    if (run === undefined) return;
    if (third === 'results') run.results = kind === 'list' ? 'list' : 'not-a-list';
    if (third === 'externalPropertyFileReferences') run.hasExternalProperties = true;
  }

  ends(path: readonly PathStep[]): void {
    if (path.length !== 2 || path[0] !== 'runs' || this.#current === undefined) return;
    this.finished.push(this.#current);
    this.#current = undefined;
  }

  taken(path: readonly PathStep[], value: unknown): void {
    const [first, , third, fourth] = path;
    if (first === 'version') return this.#takeVersion(value);
    const run = this.#current;
    if (run === undefined) return;
    switch (third) {
      case 'tool':
        return run.takeTool(value);
      case 'invocations':
        return run.takeInvocations(value);
      case 'versionControlProvenance':
        return run.takeProvenance(value);
      case 'automationDetails':
        return run.takeAutomation(value);
      case 'artifacts':
        return typeof fourth === 'number' ? run.takeArtifact(fourth, value) : undefined;
      case 'results':
        return typeof fourth === 'number' ? this.#takeResult(run, fourth, value) : undefined;
    }
  }

  /** Refuses a log that named no runs, once it was read to its end. */
  check(): void {
    if (this.#runs > 0) return;
    this.#refuse('/runs', 'no-runs', 'The log names no runs, so nothing was scanned.');
  }

  /** What is to be said about the log apart from its runs. */
  items(): readonly ImportItem[] {
    const items: ImportItem[] = [];
    if (this.#version === undefined) {
      items.push(repaired(this.#file, {
        place: WHOLE_FILE, code: 'version', reason: 'The log names no version; it was read as 2.1.0.', remedy: 'Update the tool that wrote it.',
      }));
    }
    if (this.#hasExternalProperties) items.push(notFollowed(this.#file, '/inlineExternalProperties'));
    if (this.#unread.length > 0) items.push(note(`Not read: ${this.#unread.slice(0, 10).map(quoted).join(', ')}.`));
    return items;
  }

  #beginField(field: string, kind: JsonKind): void {
    if (field === 'inlineExternalProperties') this.#hasExternalProperties = true;
    if (!knownFields.has(field)) this.#unread.push(field);
    if (field === 'runs' && kind !== 'list') this.#refuse('/runs', 'schema', 'The runs of the log are not a list.');
  }

  #beginRun(index: number, kind: JsonKind): void {
    if (index >= limits.runs) this.#refuse(pointerOf(['runs', index]), 'too-many-runs', `The log has more than ${limits.runs} runs.`, 'Split it and import the parts.');
    if (kind !== 'object') this.#refuse(pointerOf(['runs', index]), 'schema', 'A run of the log is not an object.');
    this.#runs += 1;
    this.#current = new SarifRun(index, this.#spillTo);
  }

  #takeVersion(value: unknown): void {
    this.#version = String(value);
    if (/^2\.1\.0(-|$)/.test(this.#version)) return;
    this.#refuse('/version', 'version', `The log is SARIF ${quoted(this.#version)}; 2.1.0 is read.`, 'Set the tool to write SARIF 2.1.0, or convert the file.');
  }

  #takeResult(run: SarifRun, index: number, value: unknown): void {
    if (run.results !== 'list') return;
    this.#results += 1;
    if (this.#results > limits.streamedResults) {
      this.#refuse(pointerOf(['runs', run.index, 'results', index]), 'too-many-results', `The log has more than ${inDigits(limits.streamedResults)} results.`, 'Split it and import the parts.');
    }
    run.takeResult(index, value);
  }

  #refuse(place: string, code: string, reason: string, remedy = 'Check that the file is a SARIF log.'): never {
    return refuse(this.#file, { place, code, reason, remedy });
  }
}

/** SARIF may leave results in other files or blocks; those are never fetched. */
export function notFollowed(file: string, place: string): ImportItem {
  return repaired(file, {
    place, code: 'external-not-followed',
    reason: 'External properties are not read: a reference in a file is never followed.',
    remedy: 'Set the tool to write its results into the log itself.',
  });
}
