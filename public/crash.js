// What is left when the page's code has broken down: a plain screen, made without any of that code,
// that offers all stored data as a file, what stood in the page's boxes, and a fresh start. Writes
// nothing to what is stored, sends nothing, and needs nothing of the page but the document.

// What all of the site's keys begin with; the keys of others on the same host are not read.
const OURS = 'rolecard:';

// Kept for the tab: that a start was made anew and has not held yet, and what stood in the posting's box
// when the person loaded a broken page again.
const AGAIN = 'rolecard:again';
const BOX = 'rolecard:box';

// How long a start takes to hold, in milliseconds.
const HELD = 20_000;

// What stood in the posting's box and was not kept comes back, as if typed before the start.
let broughtBack = false;
try {
  const box = document.getElementById('early-posting');
  const stood = sessionStorage.getItem(BOX);
  sessionStorage.removeItem(BOX);
  if (box && stood && !box.value && localStorage.getItem('rolecard:draft') === null) {
    box.value = stood;
    broughtBack = true;
  }
} catch { /* storage is out of reach: nothing was kept */ }

// A text in the person's language, where its words are there (words/words.js); as it is otherwise.
export const say = (text) => globalThis.rolecard?.say(text) ?? text;

function element(name, words = '', set = {}) {
  return Object.assign(document.createElement(name), { textContent: words }, set);
}

// The address of a file with all of the site's keys and values; empty where storage is out of reach.
// Import backup on the Data page reads such a file.
function allKeys() {
  try {
    const ours = Object.keys(localStorage).filter((key) => key.startsWith(OURS));
    if (ours.length === 0) return '';
    const keys = Object.fromEntries(ours.map((key) => [key, localStorage.getItem(key)]));
    const file = JSON.stringify({ format: 'rolecard-rescue', v: 2, keys });
    return URL.createObjectURL(new Blob([file], { type: 'application/json' }));
  } catch {
    return '';
  }
}

// The ways on: the data as a file, where there is any, and the page again.
export function waysOn() {
  const ways = element('p', '', { className: 'row' });
  const href = allKeys();
  if (href) {
    ways.append(element('a', say('Save all stored data'), { className: 'btn', href, download: 'rolecard-rescue.json' }));
  }
  const again = element('button', say('Load the page again'), { className: 'btn go', type: 'button' });
  again.addEventListener('click', () => {
    // The box of the page or of its skeleton. A text that was brought back and broke the page again is not brought a third time.
    const box = broughtBack ? null : document.querySelector('textarea[id$=posting], textarea[name$=posting]');
    try { sessionStorage.setItem(BOX, box?.value ?? ''); } catch { /* it stands on the screen, to be copied */ }
    location.reload();
  });
  ways.append(again);
  return ways;
}

// Whether the person has done anything on the page yet, or had before this script was there.
let touched = [...document.querySelectorAll('textarea')].some((box) => box.value);

// Starts the page anew by itself, once, if nobody has touched it and so nothing can be lost; whether it
// does. A start may break by no fault of the page's: compilers of WebAssembly in browsers have faults
// that show once in a hundred starts, and the next one holds.
function startsAnew() {
  if (touched || performance.now() > HELD) return false;
  try {
    if (sessionStorage.getItem(AGAIN)) return false;
    sessionStorage.setItem(AGAIN, 'yes');
  } catch {
    return false;
  }
  location.reload();
  return true;
}

function show(what) {
  if (document.getElementById('crash') || startsAnew()) return;
  const screen = element('main', '', { id: 'crash', className: 'crash' });
  const said = element('div');
  said.setAttribute('role', 'alert');
  said.append(
    element('h1', say('Rolecard has broken down')),
    element('p', say('Your saved jobs are still stored in this browser, as they were last saved. Save them as a file first; Import backup on the Data page reads it. Then load the page again.')),
  );
  screen.append(said, waysOn());
  for (const box of document.querySelectorAll('textarea')) {
    if (!box.value.trim()) continue;
    const label = element('label', say('What stood in a box of the page'), { className: 'field' });
    label.append(element('textarea', box.value, { readOnly: true, rows: 6, name: box.id }));
    screen.append(label);
  }
  const details = element('details');
  details.append(element('summary', say('What happened')), element('pre', what));
  screen.append(details);
  document.body.replaceChildren(screen);
}

// From now on a breakdown shows the screen: a panic, which the page tells by an event of its own, and
// whatever else is thrown inside WebAssembly, after which its state cannot be trusted.
export function watch() {
  for (const deed of ['pointerdown', 'keydown', 'input', 'drop']) {
    window.addEventListener(deed, () => { touched = true; }, { capture: true, once: true });
  }
  setTimeout(() => {
    try { sessionStorage.removeItem(AGAIN); } catch { /* it was never set */ }
  }, HELD);
  const thrown = (error) => {
    const what = `${error}\n${error?.stack ?? ''}`;
    if (error instanceof WebAssembly.RuntimeError || /wasm/.test(error?.stack ?? '')) show(what);
  };
  window.addEventListener('rolecard:broke', (event) => show(event.detail));
  window.addEventListener('error', (event) => thrown(event.error));
  window.addEventListener('unhandledrejection', (event) => thrown(event.reason));
}
