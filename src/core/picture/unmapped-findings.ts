import { countFindings, findingsMatching, type PlaceFilter } from '#core/picture/filter.ts';
import type { Picture } from '#core/picture/picture.ts';

/** Open findings of a place that reach no risk: the length of the list the same filter opens. */
export function unmappedFindings(picture: Picture, place: PlaceFilter & { serviceId?: string | undefined } = {}): number {
  const services = picture.findingReach?.unmappedByService ?? [];
  // The filter of findings reads cells; of these only the service matters.
  const cells = services.map(({ serviceId, count }) => ({ serviceId, stageId: null, severity: 'unknown' as const, count }));
  return countFindings(findingsMatching(picture, place, cells));
}
