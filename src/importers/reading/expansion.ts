import { limits } from '#importers/reading/limits.ts';
import { inDigits } from '#importers/reading/place.ts';
import type { Fault } from '#importers/reading/rejection.ts';

/**
 * What is wrong with unpacking so many bytes to so many; `undefined` where nothing is. Small files may become any number
 * of times larger, because text of one sentence repeated does so.
 */
export function expansionFault(packed: number, unpacked: number, ratioCode: string): Omit<Fault, 'place'> | undefined {
  if (unpacked > limits.unpackedBytes) {
    return { code: 'too-large', reason: `It unpacks to more than ${inDigits(limits.unpackedBytes / (1024 * 1024))} MiB.`, remedy: 'Split it and import the parts.' };
  }
  if (unpacked > limits.expansionFreeBytes && unpacked > packed * limits.expansion) {
    return { code: ratioCode, reason: `It unpacks to more than ${limits.expansion} times its size.`, remedy: 'Import the file unpacked, if it is what it should be.' };
  }
  return undefined;
}
