import { useEffect, useRef, type SubmitEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useAddressOf, usePlace } from '#web/url/use-address.ts';

/** Search over everything in the picture. `/` goes to it from anywhere. */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const addressOf = useAddressOf();
  const place = usePlace();
  const asked = new URLSearchParams(useLocation().search).get('q') ?? '';
  const shown = place?.page === 'search' ? asked : '';

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isEditable(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => { document.removeEventListener('keydown', onKey); };
  }, []);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = input.current?.value.trim() ?? '';
    void navigate(addressOf({ page: 'search' }, words === '' ? {} : { q: words }));
  };
  return (
    <search className="search-box">
      <form method="get" action="/search" onSubmit={submit}>
        <input ref={input} key={shown} type="search" name="q" className="tool" defaultValue={shown} placeholder="Search  /" aria-label="Search risks, teams, people and services" aria-keyshortcuts="/" autoComplete="off" />
      </form>
    </search>
  );
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
