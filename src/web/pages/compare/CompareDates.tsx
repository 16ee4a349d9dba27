import { useState, type SubmitEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { isWhen } from '#core/time.ts';
import type { Picture } from '#core/picture/picture.ts';
import { say } from '#language/say.ts';
import { usePack } from '#web/pack/pack-context.ts';
import { withViewDates } from '#web/url/view-dates.ts';

/** The two dates as a form that works like GET: the address says both, `?from=&to=`. */
export function CompareDates({ picture }: { picture: Picture }) {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const pack = usePack();
  const [said, setSaid] = useState('');
  if (pack !== undefined) return <p className="sub">{say('A pack holds these two dates. Others are in the live record.')}</p>;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = ['from', 'to'].map((name) => form.get(name)).filter((day) => typeof day === 'string' && isWhen(day)).map(String).sort();
    const [from, to] = days;
    if (from === undefined || to === undefined || from === to) {
      setSaid(say('Choose two different dates.'));
      return;
    }
    setSaid('');
    const query = withViewDates(new URLSearchParams(search), {});
    query.set('from', from);
    query.set('to', to);
    void navigate({ pathname, search: query.toString() });
  };
  return (
    <form key={`${picture.against} ${picture.asOf}`} method="get" className="compare-dates" onSubmit={submit}>
      <label>{say('From the end of')} <input type="date" name="from" defaultValue={picture.against.slice(0, 10)} /></label>
      <label>{say('to the end of')} <input type="date" name="to" defaultValue={picture.asOf.slice(0, 10)} /></label>
      <button type="submit" className="tool tool--main">{say('Compare')}</button>
      <output className="sub">{said}</output>
    </form>
  );
}
