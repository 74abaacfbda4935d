// The page in another language than English: its words, and numbers, money, days and forms by count in
// that language's way, by the browser's own Intl. Loaded only when that language is asked for; tells the
// program by `globalThis.rolecard`. Asks for nothing but the files beside it.

// Amounts with a sign that is known everywhere; all others bear their code.
const SIGNS = ['USD', 'EUR', 'GBP', 'BRL'];
const DATES = [
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: 'numeric', month: 'short' },
  { day: 'numeric', month: 'short', year: 'numeric' },
  { month: 'long', year: 'numeric' },
];

// What Intl makes once for each form, for making it takes longer than using it.
const made = new Map();
const once = (key, make) => {
  if (!made.has(key)) made.set(key, make());
  return made.get(key);
};

export async function speak(language) {
  const answer = await fetch(new URL(`${language}.txt`, import.meta.url));
  if (!answer.ok) throw new Error(`${language}: ${answer.status}`);
  const text = await answer.text();
  const lines = text.split('\n');
  const words = new Map(lines.filter((line) => !line.startsWith('#')).map((line) => line.split(' = ', 2)));
  const say = (english) => words.get(english) ?? english;
  // The forms by count stand in each line in the order of the file's second line.
  const forms = lines[1].replace('#', '').trim().split(' ');
  // As it is spoken where the person is, if the browser says so: de-CH has its own figures.
  const locale = navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
  const rules = new Intl.PluralRules(locale);

  const figures = (n, code) => {
    const cents = Number.isInteger(n) ? 0 : 2;
    return once(`${code} ${cents}`, () => new Intl.NumberFormat(locale, {
      ...(code && { style: 'currency', currency: code, currencyDisplay: SIGNS.includes(code) ? 'narrowSymbol' : 'code' }),
      minimumFractionDigits: cents,
      maximumFractionDigits: cents,
    }));
  };
  const money = (n, code) => figures(n, code).format(n);

  globalThis.rolecard = {
    text,
    say,
    money,
    range: (min, max, code) => {
      const form = figures(Number.isInteger(min) ? max : min, code);
      return form.formatRange?.(min, max) ?? `${money(min, code)} – ${money(max, code)}`;
    },
    decimal: (n) => {
      const maximumFractionDigits = Math.abs(n) < 1 ? 5 : 2;
      return once(`decimal ${maximumFractionDigits}`, () => new Intl.NumberFormat(locale, { maximumFractionDigits })).format(n);
    },
    date: (year, month, day, form) => {
      const format = once(form, () => new Intl.DateTimeFormat(locale, { ...DATES[form], timeZone: 'UTC' }));
      const date = new Date(0);
      date.setUTCFullYear(year, month - 1, day);
      return format.format(date);
    },
    form: (n) => Math.max(0, forms.indexOf(rules.select(n))),
    page: async (name) => {
      const page = await fetch(new URL(`${name}.${language}.md`, import.meta.url));
      return page.ok ? page.text() : '';
    },
  };

  document.documentElement.lang = language;
  const skeleton = document.getElementById('early');
  if (!skeleton) return;
  const walk = document.createTreeWalker(skeleton, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const words = node.data.trim();
    // The posting of the example stays in its own language.
    if (words && !node.parentElement.closest('[lang]:not(html)')) node.data = say(words);
  }
  for (const name of ['placeholder', 'aria-label']) {
    for (const e of skeleton.querySelectorAll(`[${name}]`)) e.setAttribute(name, say(e.getAttribute(name)));
  }
}
