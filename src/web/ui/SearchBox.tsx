import { useCallback, useEffect, useState } from 'react';
import { Said } from '#web/ui/Said.tsx';
import type { Picture } from '#core/picture/picture.ts';
import { SearchDialog } from '#web/ui/SearchDialog.tsx';
import '#web/ui/search-box.css';

/** Search over everything with a name. `/` opens it where nobody is typing, Ctrl-K (or Cmd-K) from anywhere. */
export function SearchBox({ picture }: { picture: Picture | undefined }) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => { setOpen(false); }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isEditable(event.target);
      const isLetter = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isSlash && !isLetter) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => { document.removeEventListener('keydown', onKey); };
  }, []);

  return (
    <search className="search-box">
      <button type="button" className="tool search-box__open" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K" onClick={() => { setOpen(true); }}><Said message="Search {kbd}" values={{ kbd: <kbd aria-hidden="true">/</kbd> }} /></button>
      {open ? <SearchDialog picture={picture} close={close} /> : null}
    </search>
  );
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
