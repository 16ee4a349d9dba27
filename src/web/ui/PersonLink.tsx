import { usePicture } from '#web/api/PictureProvider.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** A person's name as a link to what waits on them; an id the record does not hold stands as it is. */
export function PersonLink({ id }: { id: string }) {
  const { persons } = usePicture();
  const person = persons.find((one) => one.id === id);
  return person === undefined
    ? <span className="person-id">{id}</span>
    : <PlaceLink to={{ page: 'person', person: id }}>{person.name}</PlaceLink>;
}
