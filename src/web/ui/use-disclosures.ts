import { useEffect } from 'react';
import { useLocation } from 'react-router';

const STORE = 'whose-call-disclosures';
/** Entries of the history that are kept. */
const MOST = 50;
/** How long a page that is gone back to may take to draw its disclosures, in milliseconds. */
const WAIT = 3000;

/** How far each entry of the history was scrolled: what opens above the reader would else push the page down. */
const scrolled = new Map<string, number>();

/** Back and forward find the disclosures open that were open there, and stand where they stood. */
export function useDisclosures(): void {
  const { key } = useLocation();
  useEffect(() => {
    const wanted = new Set(openAt(key));
    const until = performance.now() + WAIT;
    let frame = 0;
    const reopen = () => {
      const closed = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')].filter((one) => wanted.has(nameOf(one)));
      for (const one of closed) {
        one.open = true;
        wanted.delete(nameOf(one));
      }
      if (closed.length > 0) window.scrollTo(0, scrolled.get(key) ?? window.scrollY);
      if (wanted.size > 0 && performance.now() < until) frame = requestAnimationFrame(reopen);
    };
    if (wanted.size > 0) frame = requestAnimationFrame(reopen);
    const note = () => {
      const open = [...document.querySelectorAll<HTMLDetailsElement>('main details[open]')].map(nameOf);
      if (wanted.size === 0) keep(key, open);
    };
    const noteScroll = () => {
      if (wanted.size === 0) scrolled.set(key, window.scrollY);
    };
    // A toggle does not bubble; it is seen on its way down.
    document.addEventListener('toggle', note, true);
    window.addEventListener('scroll', noteScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', noteScroll);
      document.removeEventListener('toggle', note, true);
    };
  }, [key]);
}

/** What a disclosure is called, and which of those called so it is. */
function nameOf(details: HTMLDetailsElement): string {
  const words = (one: HTMLDetailsElement): string => one.querySelector('summary')?.textContent ?? '';
  const alike = [...document.querySelectorAll<HTMLDetailsElement>('main details')].filter((one) => words(one) === words(details));
  return `${words(details)} ${alike.indexOf(details)}`;
}

/** The disclosures that were open, by the key of the entry of the history. */
function readStore(): ReadonlyMap<string, unknown> {
  try {
    const held: unknown = JSON.parse(sessionStorage.getItem(STORE) ?? '{}');
    return new Map(typeof held === 'object' && held !== null ? Object.entries(held) : []);
  } catch {
    return new Map();
  }
}

function openAt(key: string): readonly string[] {
  const names = readStore().get(key);
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

function keep(key: string, open: readonly string[]): void {
  const held = [...readStore()].filter(([one]) => one !== key).slice(-MOST);
  try {
    sessionStorage.setItem(STORE, JSON.stringify(Object.fromEntries(open.length === 0 ? held : [...held, [key, open]])));
  } catch {
    // A full or forbidden store: the page works as it does, and disclosures are closed on the way back.
  }
}
