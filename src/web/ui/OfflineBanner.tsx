import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import { dayInWords } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { useViewDates } from '#web/url/use-address.ts';

/** Above every page while the server is away: which day the figures are of, what works without it and what does not. */
export function OfflineBanner({ picture, retry }: { picture: Picture; retry: () => void }) {
  const { asOf, against } = useViewDates();
  const isAsked = (asOf === undefined || picture.asOf.startsWith(asOf)) && (against === undefined || picture.against.startsWith(against));
  return (
    <section className="offline" role="alert" aria-label={say('Offline copy')}>
      <p>
        <Said message="<b>Offline copy of {asOf}</b>, against {against}. The server could not be reached." values={{ b: (text) => <b>{text}</b>, asOf: dayInWords(picture.asOf), against: dayInWords(picture.against) }} />{' '}
        {isAsked ? null : <>{say('The dates in the address are not among the copies this browser keeps.')}{' '}</>}
        {say('Every page down to the risk reads this copy; findings, the policy and replays need the server, and nothing can be recorded until it is back.')}
      </p>
      <button type="button" className="tool" onClick={retry}>{say('Try again')}</button>
    </section>
  );
}
