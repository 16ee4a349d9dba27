import { say } from '#language/say.ts';
import type { PlaceFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';
import { unmappedFindings } from '#core/picture/unmapped-findings.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';
import { viewOfFindings } from '#web/url/finding-filter.ts';

/** How many open findings of a place reach no risk, as a link to exactly those; nothing where none is. `short` for a line without room, with the whole words as its label. A pack has no lists of findings. */
export function UnmappedText({ picture, filter = {}, short = false }: { picture: Picture; filter?: PlaceFilter & { serviceId?: string | undefined }; short?: boolean }) {
  const isPack = usePack() !== undefined;
  const count = unmappedFindings(picture, filter);
  if (picture.findingReach === undefined || count === 0) return null;
  const inFull = say('{count, plural, one {# open finding} other {# open findings}} without a risk', { count });
  const words = short ? say('{count, number} unmapped', { count }) : inFull;
  if (isPack) return <>{words}</>;
  return <PlaceLink to={{ page: 'findings' }} view={viewOfFindings({ ...filter, reach: 'unmapped' })} label={short ? say('{words}: {inFull}', { words, inFull }) : undefined}>{words}</PlaceLink>;
}
