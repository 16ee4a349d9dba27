import { usePicture } from '#web/api/PictureProvider.tsx';
import { ActButton } from '#web/features/acts/ActButton.tsx';
import { acknowledgePlan } from '#web/features/acts/plans.ts';
import { useViewDates } from '#web/url/use-address.ts';

/** Records that the deciding person has seen a piece of evidence. Not offered on a past date: the row says when it was. */
export function AcknowledgeAct({ evidenceId, label, personId }: { evidenceId: string; label: string; personId: string }) {
  const picture = usePicture();
  const { asOf } = useViewDates();
  if (asOf !== undefined) return null;
  return <ActButton quiet plan={acknowledgePlan(picture, { id: evidenceId, label }, personId)} />;
}
