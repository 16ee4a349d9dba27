import type { Spill } from '#core/spill.ts';
import { isWhen, type When } from '#core/time.ts';
import { objectOf, objectsOf, textOf } from '#importers/scan/loose.ts';
import { WaitingRows } from '#importers/scan/waiting-rows.ts';
import { toolOf, type SarifTool } from '#importers/sarif/sarif-rules.ts';
import { resultOf, type SarifResult } from '#importers/sarif/sarif-result.ts';

/** What is kept of a run (SARIF 2.1.0, 3.14) while it streams past. */
export class SarifRun {
  readonly index: number;
  tool: SarifTool | undefined;
  /** `list` where there are results or none; anything else is no scan result. */
  results: 'missing' | 'list' | 'not-a-list' = 'missing';
  readonly staged: WaitingRows<SarifResult>;
  /** Results without a fingerprint of the tool. */
  unnamed = 0;
  /** Results that are absent from the scan, and those that were there before it. */
  absent = 0;
  there = 0;
  /** Results that are something else than objects. */
  readonly unreadable: number[] = [];
  repositories: readonly string[] = [];
  /** Commits and tags that were scanned. */
  revisions: readonly string[] = [];
  scope: string | undefined;
  scannedAt: When | undefined;
  badTimes: readonly string[] = [];
  /** `undefined` where no invocation says. */
  succeeded: boolean | undefined;
  hasExternalProperties = false;
  readonly artifacts: (string | undefined)[] = [];
  #category: string | undefined;

  constructor(index: number, spillTo?: () => Promise<Spill>) {
    this.index = index;
    this.staged = new WaitingRows(spillTo);
  }

  takeTool(value: unknown): void {
    this.tool = toolOf(value);
  }

  takeResult(index: number, value: unknown): void {
    const result = objectOf(value);
    if (result === undefined) {
      this.unreadable.push(index);
      return;
    }
    const read = resultOf(result, index);
    this.staged.push(read);
    if (reportsNothing(read)) return;
    if (read.fingerprint === undefined) this.unnamed += 1;
    if (read.isAbsent) this.absent += 1;
    else if (!read.isNew) this.there += 1;
  }

  takeInvocations(value: unknown): void {
    const times: string[] = [];
    for (const invocation of objectsOf(value)) {
      for (const name of ['startTimeUtc', 'endTimeUtc']) {
        const time = textOf(invocation[name]);
        if (time !== undefined) times.push(time);
      }
      const succeeded = invocation['executionSuccessful'];
      if (typeof succeeded === 'boolean') this.succeeded = (this.succeeded ?? true) && succeeded;
    }
    this.scannedAt = times.find(isWhen);
    this.badTimes = times.filter((time) => !isWhen(time));
  }

  takeProvenance(value: unknown): void {
    const places = objectsOf(value);
    this.repositories = places.flatMap((place) => textOf(place['repositoryUri']) ?? []);
    this.revisions = places.flatMap((place) => [textOf(place['revisionId']), textOf(place['revisionTag'])].filter((name) => name !== undefined));
    this.scope ??= this.repositories[0];
  }

  takeAutomation(value: unknown): void {
    const id = textOf(objectOf(value)?.['id']);
    this.scope = id ?? this.scope;
    if (id !== undefined) this.#category = id.slice(0, id.lastIndexOf('/') + 1);
  }

  /**
   * What the run covered, the same at every run: its repository and the category of its automation id, which is the id
   * without its last part, the one run (3.17.2). `undefined` where it names neither.
   */
  get coverage(): string | undefined {
    const parts = [this.repositories[0], this.#category].filter((part) => part !== undefined && part !== '');
    return parts.length === 0 ? undefined : parts.join(' ');
  }

  takeArtifact(index: number, value: unknown): void {
    this.artifacts[index] = textOf(objectOf(value)?.['uri']);
  }

  /** True for a run that says it ended well and what it covered: what it no longer finds is gone. */
  get isFullScan(): boolean {
    return this.succeeded === true && this.scope !== undefined;
  }
}

/** True for results that report nothing wrong (3.27.9). */
export function reportsNothing(result: SarifResult): boolean {
  return result.kind === 'pass' || result.kind === 'notApplicable';
}

