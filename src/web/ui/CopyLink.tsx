import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { withViewDates } from '#web/url/view-dates.ts';

/** Copies the address of exactly this view: both dates are written, so that the link shows the same for ever. */
export function CopyLink({ picture }: { picture: Picture }) {
  const { pathname, search } = useLocation();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => { setSaid(''); }, 4000);
    return () => { clearTimeout(timer); };
  }, [said]);
  const link = frozenAddress(window.location.origin, pathname, search, picture);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid(say('Link copied'));
    } catch {
      window.prompt(say('The link to this view, with its dates'), link);
    }
  };
  return (
    <>
      <button type="button" className="tool copy-link" onClick={() => { void copy(); }}>{said === '' ? say('Copy link') : said}</button>
      <output className="visually-hidden">{said}</output>
    </>
  );
}

/** The address of a view with the dates it was drawn for, chosen or not. */
export function frozenAddress(origin: string, pathname: string, search: string, picture: Pick<Picture, 'asOf' | 'against'>): string {
  const query = withViewDates(new URLSearchParams(search), { asOf: picture.asOf.slice(0, 10), against: picture.against.slice(0, 10) });
  return `${origin}${pathname}?${query.toString()}`;
}
