import { Navigate, useParams } from 'react-router';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { NotFoundPage } from '#web/pages/not-found/NotFoundPage.tsx';
import type { Place } from '#web/paths.ts';
import type { View } from '#web/url/address.ts';
import { dayOfQuarter } from '#web/url/quarter.ts';
import { useAddressOf } from '#web/url/use-address.ts';

/** `/brief/2026Q3`: the brief as it stood at the end of that quarter. */
export function BriefOfQuarter() {
  const { quarter = '' } = useParams();
  const { asOf } = usePicture();
  const day = dayOfQuarter(quarter, asOf);
  return day === undefined ? <NotFoundPage /> : <Navigate to={{ pathname: '/', search: `?asOf=${day}` }} replace />;
}

/** `/ownership/:person`: what waits on this person. */
export function OwnershipOfPerson() {
  const { person = '' } = useParams();
  return <Elsewhere place={{ page: 'person', person }} />;
}

/** `/knew/:risk`: the risk with who knew of it when. */
export function WhoKnewOfRisk() {
  const { risk = '' } = useParams();
  return <Elsewhere place={{ page: 'risk', risk, under: { page: 'knew' } }} />;
}

/** `/teams/:team/stage/:stage`: what of a team is found at one stage of its release process. */
export function StageOfTeam() {
  const { team = '', stage = '' } = useParams();
  return <Elsewhere place={{ page: 'team', team }} view={{ stage }} />;
}

/** Writes the address the place has everywhere else, so that there is one for each. */
function Elsewhere({ place, view }: { place: Place; view?: View }) {
  const addressOf = useAddressOf();
  return <Navigate to={addressOf(place, view)} replace />;
}
