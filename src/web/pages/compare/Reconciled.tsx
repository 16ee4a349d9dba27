import type { MouseEvent } from 'react';
import { remainder, type Comparison } from '#core/picture/compare.ts';
import { partNames, partsShown } from '#core/picture/sentences/compare-words.ts';
import { say } from '#language/say.ts';
import { usePicture } from '#web/api/PictureProvider.tsx';
import { CentsText } from '#web/pages/compare/CentsText.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { None } from '#web/ui/None.tsx';
import { FilterLink } from '#web/ui/PlaceLink.tsx';
import { AsOfLink } from '#web/ui/AsOfLink.tsx';
import '#web/features/place/place.css';
import { Said } from '#web/ui/Said.tsx';

/** More ids than this make an address that mail and browsers cut. */
const MOST_IN_ADDRESS = 300;

/** Opening, every part, closing, and what is left over: nothing. */
export function Reconciled({ comparison }: { comparison: Comparison }) {
  const picture = usePicture();
  const { opening, closing, parts } = comparison;
  return (
    <table className="place-table reconciled">
      <caption className="visually-hidden">{say('Expected annual loss on the two dates and the parts of the difference')}</caption>
      <thead><tr><th scope="col">{say('Part')}</th><th scope="col" className="numeric">{say('Risks')}</th><th scope="col" className="numeric">{say('Expected a year')}</th></tr></thead>
      <tbody>
        <tr className="reconciled__end"><th scope="row"><AsOfLink to={{ page: 'ownership' }} asOf={picture.against}><Said message="Open on {date}" values={{ date: <DateText when={picture.against} /> }} /></AsOfLink></th><td className="numeric">{picture.previousRisks.length}</td><td className="numeric"><CentsText cents={opening} /></td></tr>
        {partsShown(comparison).map((part) => (
          <tr key={part}>
            <th scope="row">{part === 'unchanged' && parts.unchanged.risks.length > MOST_IN_ADDRESS ? say(partNames[part]) : part === 'unchanged' ? <FilterLink filter={{ ids: parts.unchanged.risks.map((risk) => risk.id) }} className="reconciled__link">{say(partNames[part])}</FilterLink> : <a href={`#${part}`} onClick={(event) => { jump(event, part); }}>{say(partNames[part])}</a>}</th>
            <td className="numeric">{parts[part].risks.length}</td>
            <td className="numeric"><CentsText cents={parts[part].difference} signed /></td>
          </tr>
        ))}
        <tr className="reconciled__end"><th scope="row"><FilterLink filter={{}} className="reconciled__link"><Said message="Open on {date}" values={{ date: <DateText when={picture.asOf} /> }} /></FilterLink></th><td className="numeric">{picture.risks.length}</td><td className="numeric"><CentsText cents={closing} /></td></tr>
        <tr><th scope="row">{say('Left unexplained')}</th><td className="numeric"><None words={say('no risk')} /></td><td className="numeric"><CentsText cents={remainder(comparison)} /></td></tr>
      </tbody>
    </table>
  );
}

/** Within the page, wherever its address stands: in a pack the part after # is the page's own. */
function jump(event: MouseEvent, part: string): void {
  const target = document.getElementById(part);
  if (target === null) return;
  event.preventDefault();
  target.scrollIntoView();
  target.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
}
