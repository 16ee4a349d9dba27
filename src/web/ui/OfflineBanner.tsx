import { dayInWords } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { useViewDates } from '#web/url/use-address.ts';

/** Above every page while the server is away: which day the figures are of, what works without it and what does not. */
export function OfflineBanner({ picture, retry }: { picture: Picture; retry: () => void }) {
  const { asOf, against } = useViewDates();
  const isAsked = (asOf === undefined || picture.asOf.startsWith(asOf)) && (against === undefined || picture.against.startsWith(against));
  return (
    <section className="offline" role="alert" aria-label="Offline copy">
      <p>
        <b>Offline copy of {dayInWords(picture.asOf)}</b>, against {dayInWords(picture.against)}. The server could not be reached.{' '}
        {isAsked ? null : <>The dates in the address are not among the copies this browser keeps. </>}
        Every page down to the risk reads this copy; findings, the policy and replays need the server, and nothing can be recorded until it is back.
      </p>
      <button type="button" className="tool" onClick={retry}>Try again</button>
    </section>
  );
}
