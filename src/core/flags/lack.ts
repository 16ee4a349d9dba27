import type { Flag } from '#core/flags/flag.ts';
import type { Lack } from '#core/picture/readiness.ts';

/** The headline of a risk. A notice that authority will end is no lack yet, and process alone is neither. */
export function lackOf(flags: readonly Flag[]): Lack {
  const authority = flags.some((flag) => flag.family === 'authority' && flag.flag !== 'A5w');
  const information = flags.some((flag) => flag.family === 'information');
  if (authority) return information ? 'both' : 'authority';
  return information ? 'information' : 'neither';
}
