import { lazy, Suspense, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { say } from '#language/say.ts';
import { Said } from '#web/ui/Said.tsx';
import type { Picture } from '#core/picture/picture.ts';
import { useAddressOf } from '#web/url/use-address.ts';

/** The index comes with the first search, not with the brief; what is typed meanwhile is not lost. */
const SearchList = lazy(async () => ({ default: (await import('#web/features/search/SearchList.tsx')).SearchList }));

/** A combobox over everything with a name. Arrows, Home and End move, Enter opens, Escape closes. */
export function SearchDialog({ picture, close }: { picture: Picture | undefined; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState<string>();
  const navigate = useNavigate();
  const addressOf = useAddressOf();
  const id = useId();
  const asked = typed.trim();

  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const away = (event: MouseEvent) => { if (event.target === element) close(); };
    element?.addEventListener('click', away);
    element?.addEventListener('close', close);
    return () => {
      element?.removeEventListener('click', away);
      element?.removeEventListener('close', close);
      element?.close();
    };
  }, [close]);

  const go = (address: string) => {
    close();
    void navigate(address);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const options = [...(dialog.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const here = options.findIndex((option) => option.id === active);
    const move = (at: number) => {
      event.preventDefault();
      const next = options.at(at % Math.max(1, options.length));
      setActive(next?.id);
      next?.scrollIntoView({ block: 'nearest' });
    };
    switch (event.key) {
      case 'ArrowDown': return move(here + 1);
      case 'ArrowUp': return move(here === -1 ? -1 : here - 1);
      case 'Home': return here === -1 ? undefined : move(0);
      case 'End': return here === -1 ? undefined : move(-1);
      case 'Escape':
        event.preventDefault();
        return close();
      case 'Enter': {
        event.preventDefault();
        const chosen = options[here]?.dataset['address'];
        if (chosen !== undefined) go(chosen);
        else if (asked !== '') go(addressOf({ page: 'search' }, { q: asked }));
        return undefined;
      }
    }
    return undefined;
  };
  return (
    <dialog ref={dialog} className="search-dialog" aria-label={say('Search')}>
      <div className="search-dialog__head">
        <input
          type="text" role="combobox" className="search-dialog__input" autoComplete="off" spellCheck={false} maxLength={200} value={typed}
          placeholder={say('Name, id or CVE')} aria-label={say('Search the record')} aria-expanded={asked !== ''} aria-controls={id} aria-autocomplete="list" aria-activedescendant={active}
          onChange={(event) => { setTyped(event.target.value); setActive(undefined); }} onKeyDown={onKeyDown}
        />
        <button type="button" className="tool" onClick={close}>{say('Close')}</button>
      </div>
      {picture === undefined
        ? <p id={id} className="search-dialog__words">{say('The search begins once the record has loaded.')}</p>
        : <Suspense fallback={<p id={id} className="search-dialog__words">{say('Reading the names …')}</p>}><SearchList id={id} picture={picture} asked={asked} active={active} go={go} /></Suspense>}
      <p className="search-dialog__keys" aria-hidden="true"><Said message="{kbd} {kbd2} move · <kbd3>Enter</kbd3> opens · <kbd4>Esc</kbd4> closes" values={{ kbd: <kbd>↑</kbd>, kbd2: <kbd>↓</kbd>, kbd3: (words) => <kbd>{words}</kbd>, kbd4: (words) => <kbd>{words}</kbd> }} /></p>
    </dialog>
  );
}
