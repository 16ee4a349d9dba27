// Keeps the app's own files, so that it opens while the server is away. It never answers for the API: what
// the app shows without a server is a copy the page itself keeps, with its day on it. The build fills in the
// two values; a new build is a new version, and the files of the one before it are dropped.
const VERSION = '__VERSION__';
const FILES = /** @type {readonly string[]} */ (JSON.parse('__FILES__'));
const PREFIX = 'whose-call-app-';
const PAGE = '/index.html';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(PREFIX + VERSION).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  const old = caches.keys().then((names) => Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION).map((name) => caches.delete(name)),
  ));
  event.waitUntil(old.then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    // The API's own description and exports are opened like pages; they are not.
    if (!pathname.startsWith('/api/')) event.respondWith(fetch(request).catch(() => kept(PAGE)));
  } else if (FILES.includes(pathname)) {
    event.respondWith(kept(pathname).then((held) => (held.ok ? held : fetch(request))));
  }
});

/** @param {string} path */
async function kept(path) {
  const cache = await caches.open(PREFIX + VERSION);
  return (await cache.match(path)) ?? Response.error();
}
