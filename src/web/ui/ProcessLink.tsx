import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** A release process's name as a link to its page; `null` reads as "No release process recorded". */
export function ProcessLink({ id }: { id: string | null }) {
  const { processes } = usePicture();
  const process = processes.find((one) => one.id === id);
  if (process === undefined) return <span className="muted">{id ?? say('No release process recorded')}</span>;
  return <PlaceLink to={{ page: 'process', process: process.id }}>{process.name}</PlaceLink>;
}
