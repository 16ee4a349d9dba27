import { Link, useLocation } from 'react-router';
import { say } from '#language/say.ts';
import type { Picture } from '#core/picture/picture.ts';
import { PackButton } from '#web/features/pack/PackButton.tsx';
import { usePack } from '#web/pack/pack-context.ts';
import { pathOf } from '#web/paths.ts';
import { LanguageSwitch } from '#web/ui/LanguageSwitch.tsx';
import { quarterText } from '#web/url/quarter.ts';
import { useAddressOf } from '#web/url/use-address.ts';

/** The brief in the room and on paper, from where the reader stands. */
export function TakeAlong({ picture }: { picture: Picture }) {
  const { pathname, search } = useLocation();
  const addressOf = useAddressOf();
  const pack = usePack();
  const quarter = quarterText(picture.asOf);
  const present = new URL(addressOf({ page: 'present', quarter, step: '1' }), 'http://localhost').searchParams;
  present.set('back', `${pathname}${search}`);
  return (
    <nav aria-label={say('Take the brief along')} className="take-along">
      <ul>
        <li><Link to={{ pathname: pathOf({ page: 'present', quarter, step: '1' }), search: present.toString() }}>{say('Present')}</Link></li>
        <li><Link to={addressOf({ page: 'print', quarter })}>{say('Print')}</Link></li>
        {pack === undefined ? <li><PackButton picture={picture} /></li> : null}
        <li><Link to={addressOf({ page: 'translate' })}>{say('Translate a colour list')}</Link></li>
        {pack === undefined ? <li><LanguageSwitch /></li> : null}
      </ul>
    </nav>
  );
}
