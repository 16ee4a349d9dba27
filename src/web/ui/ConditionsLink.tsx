import { say } from '#language/say.ts';
import { conditionsOf } from '#core/picture/conditions.ts';
import type { Picture } from '#core/picture/picture.ts';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** How many conditions are open on the record, as the way to all of them. */
export function ConditionsLink({ picture }: { picture: Picture }) {
  return <PlaceLink to={{ page: 'conditions' }} view={{}}>{say('{conditionsOf, plural, one {# condition} other {# conditions}}', { conditionsOf: conditionsOf(picture).length })}</PlaceLink>;
}
