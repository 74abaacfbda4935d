// Keeps the site's own files, so that the page opens without a network. Written by the build, which
// fills in the version and the list; the version is made of what is in the files.
//
// Two builds never mix: what has a hash in its path is looked for in every kept build, all else in the
// newest only. The build before stays for tabs that still run it. Other sites of the same host have
// caches of their own, which are not touched. Nothing is sent anywhere.
const VERSION = '__VERSION__';
const FILES = __FILES__;
const HOME = new URL(registration.scope).pathname;
const OURS = `rolecard ${HOME} `;
const CACHE = OURS + VERSION;
const SHARED = `shared ${OURS}`;

addEventListener('install', (event) => {
  // Past the browser's own cache, which may still hold files of the build before.
  const fresh = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(fresh)));
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    const kept = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
    for (const name of kept.slice(0, -1)) await caches.delete(name);
    await clients.claim();
  })());
});

addEventListener('message', (event) => {
  if (event.data === 'take over') skipWaiting();
});

// Where notifications are shown by the worker, on phones: pressing one opens its job, in a window that
// is there or in a new one.
addEventListener('notificationclick', (event) => {
  const { notification } = event;
  notification.close();
  const url = HOME + (notification.data ?? '');
  event.waitUntil((async () => {
    const [there] = await clients.matchAll({ type: 'window' });
    if (!there) return clients.openWindow(url);
    await there.focus();
    return there.navigate(url);
  })());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin || !url.pathname.startsWith(HOME)) return;
  if (request.method === 'POST' && url.pathname === HOME) event.respondWith(share(request));
  if (request.method === 'GET') event.respondWith(answer(request, url));
});

async function answer(request, url) {
  const newest = await caches.open(CACHE);
  if (request.mode === 'navigate' && (url.pathname === HOME || url.pathname === `${HOME}index.html`)) {
    return (await newest.match('index.html')) ?? fetch(request);
  }
  const kept = await newest.match(request, { ignoreSearch: true });
  if (kept) return kept;
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === CACHE) continue;
    const older = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (older) return older;
  }
  return fetch(request);
}

// What another app shares with the installed page stays on this device: it is put where the page
// finds it, and the page is opened without it in the address.
async function share(request) {
  const form = await request.formData();
  const words = ['title', 'text', 'url'].map((name) => form.get(name)).filter((said) => typeof said === 'string' && said);
  for (const file of form.getAll('files')) if (file instanceof File) words.push(await file.text());
  const cache = await caches.open(SHARED);
  await cache.put('shared', new Response(words.join('\n\n')));
  return Response.redirect('./', 303);
}
