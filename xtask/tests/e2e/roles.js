// What a person who does not see the page is told of it: elements by role and accessible name.
// A small part of the ARIA and accname rules, as much as this site needs.
// https://www.w3.org/TR/html-aria/ and https://www.w3.org/TR/accname/

const tidy = (text) => (text || '').replace(/\s+/g, ' ').trim();

const implicit = {
  A: (e) => e.hasAttribute('href') && 'link',
  ARTICLE: () => 'article',
  BUTTON: () => 'button',
  DD: () => 'definition',
  DIALOG: () => 'dialog',
  DT: () => 'term',
  FIELDSET: () => 'group',
  H1: () => 'heading', H2: () => 'heading', H3: () => 'heading', H4: () => 'heading',
  INPUT: (e) => ({
    button: 'button', submit: 'button', checkbox: 'checkbox', radio: 'radio', search: 'searchbox',
    number: 'spinbutton', range: 'slider', hidden: '', file: '',
  })[e.type] ?? 'textbox',
  LI: () => 'listitem',
  MAIN: () => 'main',
  METER: () => 'meter',
  NAV: () => 'navigation',
  OL: () => 'list',
  OPTION: () => 'option',
  OUTPUT: () => 'status',
  SECTION: (e) => (e.hasAttribute('aria-label') || e.hasAttribute('aria-labelledby')) && 'region',
  SELECT: () => 'combobox',
  TABLE: () => 'table',
  TEXTAREA: () => 'textbox',
  TH: () => 'columnheader',
  TR: () => 'row',
  UL: () => 'list',
};

const roleOf = (e) => e.getAttribute('role') || implicit[e.tagName]?.(e) || '';

const fromContent = new Set(['button', 'link', 'heading', 'checkbox', 'radio', 'switch', 'row',
  'listitem', 'option', 'term', 'definition', 'columnheader', 'status', 'alert', 'tab', 'cell', 'menuitem', 'menuitemradio']);

// Words inside an element as they are told: without what is hidden from everyone.
const told = (e) => {
  if (e.nodeType === Node.TEXT_NODE) return e.data;
  if (e.nodeType !== Node.ELEMENT_NODE || e.getAttribute('aria-hidden') === 'true') return '';
  if (getComputedStyle(e).display === 'none') return '';
  if (e.getAttribute('aria-label')) return ' ' + e.getAttribute('aria-label') + ' ';
  const inner = [...e.childNodes].map(told).join('');
  return getComputedStyle(e).display === 'inline' ? inner : ' ' + inner + ' ';
};

const nameOf = (e) => {
  const by = e.getAttribute('aria-labelledby');
  if (by) return tidy(by.split(/\s+/).map((id) => document.getElementById(id)).map((n) => n ? n.textContent : '').join(' '));
  if (e.getAttribute('aria-label')) return tidy(e.getAttribute('aria-label'));
  if (e.labels?.length) return tidy([...e.labels].map(told).join(' '));
  const head = { FIELDSET: 'legend', TABLE: 'caption' }[e.tagName];
  const first = head && e.querySelector(':scope > ' + head);
  if (first) return tidy(told(first));
  if (fromContent.has(roleOf(e))) return tidy(told(e));
  return tidy(e.getAttribute('title') || e.getAttribute('placeholder'));
};

// On the page: drawn, or drawn for screen readers only; a file chooser's or radio's own box may be
// hidden behind its label.
const shown = (e) => e.checkVisibility({ checkVisibilityCSS: true }) && !e.closest('[aria-hidden="true"], [inert]');

const all = (role, name, scope) => [...(scope || document).querySelectorAll('*')]
  .filter((e) => roleOf(e) === role && shown(e) && (name === null || nameOf(e) === name));
