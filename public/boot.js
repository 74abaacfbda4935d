// Starts the page's WebAssembly, then keeps the site for use without a network. The names of all
// files come from the script element, so that this file can stay as it is from one version to the
// next. What was typed before stays where it is.
import { say, watch, waysOn } from './crash.js';

const { js, wasm, sw, words, tongues = '' } = document.querySelector('script[data-wasm]').dataset;
const tell = (name, detail) => window.dispatchEvent(new CustomEvent(`rolecard:${name}`, { detail }));

// The language the person chose, or the first of the browser's that there is. English needs no words.
async function speak() {
  const there = ['en', ...tongues.split(',').map((one) => one.split(':')[0])];
  let chosen;
  try {
    chosen = JSON.parse(localStorage.getItem('rolecard:settings:preferences')).e.language[1];
  } catch { /* none was chosen, or storage is out of reach */ }
  const asked = [chosen, ...navigator.languages].filter(Boolean);
  const language = asked.map((tag) => there.find((one) => one && `${tag}-`.startsWith(`${one}-`))).find(Boolean);
  if (!language || language === 'en') return;
  try {
    await (await import(`./${words}words.js`)).speak(language);
  } catch (error) {
    console.info('In English, for the words cannot be fetched:', error.message);
  }
}

watch();
try {
  const [{ default: start }] = await Promise.all([import(js), speak()]);
  await start({ module_or_path: wasm });
} catch (error) {
  console.error(error);
  const alert = document.querySelector('[role=alert]');
  alert.textContent = say('Rolecard could not start in this browser: it needs WebAssembly. What you pasted is still in the box. Load the page again, or use a current browser.');
  alert.after(waysOn());
}

// Takes what another app shared with the installed page.
async function takeShared() {
  const cache = await caches.open(`shared rolecard ${new URL('./', location).pathname} `);
  const kept = await cache.match('shared');
  if (!kept) return;
  tell('shared', await kept.text());
  await cache.delete('shared');
}

// A newer build waits until the person takes it; the page is then loaded again.
async function keep() {
  const registration = await navigator.serviceWorker.register(sw);
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) tell('update');
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  window.addEventListener('rolecard:take-update', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    registration.waiting?.postMessage('take over');
  });
}

// Browsers that keep no data for this page have neither caches nor workers, and need none.
if (sw && 'serviceWorker' in navigator && 'caches' in window) {
  const quietly = (work) => work().catch((error) => console.info('Not kept for use offline:', error.message));
  quietly(takeShared);
  quietly(keep);
}
