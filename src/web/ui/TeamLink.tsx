import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { PlaceLink } from '#web/ui/PlaceLink.tsx';

/** A team's name as a link to its page; `null` reads as "No team recorded". */
export function TeamLink({ id }: { id: string | null }) {
  const { teams } = usePicture();
  const team = teams.find((one) => one.id === id);
  if (team === undefined) return <span className="muted">{id ?? say('No team recorded')}</span>;
  return <PlaceLink to={{ page: 'team', team: team.id }}>{team.name}</PlaceLink>;
}
