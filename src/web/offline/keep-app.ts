/** Once the page has loaded, has the browser keep the app's files, so that it opens without a server. Where that is not possible the app needs one. */
export function keepAppForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = () => { navigator.serviceWorker.register('/offline-worker.js').catch(() => undefined); };
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register, { once: true });
}
