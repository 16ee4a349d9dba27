import { dayOf, type When } from '#core/time.ts';
import type { Store } from '#store/store.ts';
import type { Language } from '#language/current.ts';
import type { CaseKeeper } from '#server/case-keeper.ts';
import type { PictureKeeper } from '#server/picture-keeper.ts';
import type { Clock, Log, UploadParts } from '#server/ports.ts';
import type { UploadGate } from '#server/uploads/upload-gate.ts';

/** Names of what the server keeps in the store's settings. */
export const settingNames = {
  /** The frozen date of the sample; while it is set, that day is "now". */
  sampleAsOf: 'sampleAsOf',
  /** Set once the sample company was loaded. */
  sample: 'sample',
  organisation: 'organisation',
  /** Import tokens, as hashes with their scope. */
  importTokens: 'importTokens',
  /** What persons said of held scans. */
  settledScans: 'settledScans',
} as const;

export interface Uploads extends UploadParts {
  gate: UploadGate;
}

/** What every route works with. */
export interface AppContext {
  store: Store;
  clock: Clock;
  log: Log;
  /** Of the answer; what makes sentences for it does so in `inLanguage(language, () => ...)`. */
  language: Language;
  /** In that language. */
  pictures: PictureKeeper;
  cases: CaseKeeper;
  /** Where files that arrive over HTTP are kept while they are read, and how archives are opened. */
  uploads: Uploads;
  /** The moment an act is recorded at: the clock's, or the same time on the sample's frozen day. */
  moment(): Promise<When>;
  /** One act at a time, so that what an act was checked against is what it is added to. */
  oneAtATime<T>(act: () => Promise<T>): Promise<T>;
}

/** The day that counts as today: of the clock, or the frozen day of the sample. */
async function today(context: Pick<AppContext, 'moment'>): Promise<When> {
  return (await context.moment()).slice(0, 10);
}

export async function asOfOr(context: Pick<AppContext, 'moment'>, asked: When | undefined): Promise<When> {
  return asked ?? (await today(context));
}

export function isPast(day: When, now: When): boolean {
  return dayOf(day) < dayOf(now);
}
