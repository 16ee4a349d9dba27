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
    const text = new Blob(await written(picture), { type: 'application/json' });
    await cache.put(keyOf(dates), new Response(text));
    const keys = (await cache.keys()).map(({ url }) => url);
    const latest = new URL(keyOf({}), location.href).href;
    const others = keys.filter((url) => url !== latest);
    await Promise.all(others.slice(0, Math.max(0, others.length - (KEPT - 1))).map((url) => cache.delete(url)));
  } catch {
    // A full or forbidden store: the page works as it does, and needs the server next time.
  }
}

/** Rows written at a time. */
const ROWS = 20;

/** Milliseconds of a pause that are left alone: a piece takes less. */
const SPARE = 4;

/** The picture as the pieces of its JSON, written while the page has nothing else to do: as many in a pause as it holds. */
async function written(picture: Picture): Promise<string[]> {
  const pieces = ['{'];
  let pause = await nextPause();
  for (const [name, value] of Object.entries(picture)) {
    if (value === undefined) continue;
    pieces.push(`${pieces.length === 1 ? '' : ','}${JSON.stringify(name)}:`);
    if (!Array.isArray(value)) {
      pieces.push(JSON.stringify(value));
      continue;
    }
    const rows: readonly unknown[] = value;
    pieces.push('[');
    for (let from = 0; from < rows.length; from += ROWS) {
      if (pause.timeRemaining() < SPARE) pause = await nextPause();
      pieces.push(`${from === 0 ? '' : ','}${JSON.stringify(rows.slice(from, from + ROWS)).slice(1, -1)}`);
    }
    pieces.push(']');
  }
  return [...pieces, '}'];
}

function nextPause(): Promise<Pick<IdleDeadline, 'timeRemaining'>> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(() => { resolve({ timeRemaining: () => 0 }); }, 0);
    else requestIdleCallback(resolve, { timeout: 1000 });
  });
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
