import { currentLanguage } from '#language/current.ts';
import type { Picture } from '#core/picture/picture.ts';
import type { ViewDates } from '#web/url/view-dates.ts';

const CACHE = 'whose-call-pictures-1';

/** Pictures kept at most: the latest, and those of other dates that were looked at last. */
const KEPT = 4;

/** Keeps a picture in this browser for when the server is away. Nothing is kept where the browser keeps nothing for this address. */
export async function keepPicture(dates: ViewDates, picture: Picture): Promise<void> {
  if (typeof caches === 'undefined') return;
  try {
    const cache = await caches.open(CACHE);
    await cache.put(keyOf(dates), Response.json(picture));
    const keys = (await cache.keys()).map(({ url }) => url);
    const latest = new URL(keyOf({}), location.href).href;
    const others = keys.filter((url) => url !== latest);
    await Promise.all(others.slice(0, Math.max(0, others.length - (KEPT - 1))).map((url) => cache.delete(url)));
  } catch {
    // A full or forbidden store: the page works as it does, and needs the server next time.
  }
}

/** The kept picture of these dates, else the one kept last; in the language of the page. */
export async function keptPicture(dates: ViewDates): Promise<Picture | null> {
  if (typeof caches === 'undefined') return null;
  try {
    const cache = await caches.open(CACHE);
    const spoken = new URL(keyOf({}), location.href).searchParams.get('language');
    const keys = (await cache.keys()).filter(({ url }) => new URL(url).searchParams.get('language') === spoken);
    const held = (await cache.match(keyOf(dates))) ?? (await cache.match(keyOf({}))) ?? (await cache.match(keys.at(-1) ?? keyOf({})));
    // Only `keepPicture` writes here, and only what the server answered.
    return held === undefined ? null : await held.json() as Picture;
  } catch {
    return null;
  }
}

/** Forgets every copy: the server has said that this reader may not see the record. */
export async function forgetPictures(): Promise<void> {
  if (typeof caches !== 'undefined') await caches.delete(CACHE).catch(() => false);
}

function keyOf({ asOf = '', against = '' }: ViewDates): string {
  return `/kept-picture?${new URLSearchParams({ asOf, against, language: currentLanguage().tag }).toString()}`;
}
