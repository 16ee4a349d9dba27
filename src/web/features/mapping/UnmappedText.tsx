import { say } from '#language/say.ts';
import type { PlaceFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { unmappedFindings } from '#core/picture/unmapped-findings.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';

/** How many open findings of a place reach no risk, as a link to exactly those; nothing where none is. A pack has no lists of findings. */
export function UnmappedText({ picture, filter = {} }: { picture: Picture; filter?: PlaceFilter & { serviceId?: string | undefined } }) {
  const isPack = usePack() !== undefined;
  const count = unmappedFindings(picture, filter);
  if (picture.findingReach === undefined || count === 0) return null;
  const words = say('{count, plural, one {# open finding} other {# open findings}} without a risk', { count });
  return isPack ? <>{words}</> : <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ ...filter, reach: 'unmapped' })}>{words}</PlaceLink>;
}
