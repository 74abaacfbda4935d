(() => {
  const esc = (s) => s.replace(/[&<>]/g, (c) => '&#' + c.charCodeAt() + ';');
  const skip = /^(script|style|noscript|template|svg|iframe|canvas|video|audio|input|select|textarea|dialog)$/i;
  const keep = /^(h[1-6]|p|div|ul|ol|li|table|tr|td|th|dl|dt|dd|br|b|strong|section|article|header|footer|main|nav|aside|pre|blockquote)$/i;
  const walk = (n) => {
    if (n.nodeType === 3) return esc(n.data);
    if (n.nodeType !== 1 || skip.test(n.tagName)) return '';
    const look = getComputedStyle(n);
    if (look.display === 'none' || look.visibility === 'hidden') return '';
    const inner = [...(n.shadowRoot || n).childNodes].map(walk).join('');
    const tag = n.tagName.toLowerCase();
    if (keep.test(tag)) return '<' + tag + '>' + inner + '</' + tag + '>';
    return look.display === 'inline' ? inner : '<div>' + inner + '</div>';
  };
  const data = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .map((s) => s.textContent)
    .filter((s) => s.includes('JobPosting') && !s.includes('</'));
  const page = '<!doctype html><body>' + walk(document.body) + '<p>' + esc(location.href) + '</p>' +
    data.map((s) => '<script type="application/ld+json">' + s + '<' + '/script>').join('');
  const to = BASE + '#/take/' + encodeURIComponent(page);
  if (to.length > 1500000) alert('This page is too long for the bookmark. Copy it and paste it into Rolecard.');
  else if (!open(to, '_blank')) location.href = to;
})()
