// Saves time on the article page; everything here is also a link or a button. The single-letter keys work only while the
// focus is among the candidates and in no field, so they never surprise anybody who speaks or types (WCAG 2.1.4).
(() => {
  const list = document.querySelector('.candidates');
  const words = document.getElementById('words');
  const reading = document.querySelector('.reading');
  const selected = document.querySelector('.candidate.is-selected');

  let filled = '';
  if (words && reading) {
    document.addEventListener('selectionchange', () => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !reading.contains(selection.anchorNode) || !reading.contains(selection.focusNode)) return;
      if (words.value && words.value !== filled) return;
      const copy = selection.getRangeAt(0).cloneContents();
      copy.querySelectorAll('sup, .visually-hidden').forEach(extra => extra.remove());
      copy.querySelectorAll('br, p').forEach(end => end.after('\n'));
      words.value = filled = copy.textContent.trim();
    });
  }
  if (!list) return;

  const click = selector => {
    const found = document.querySelector(selector);
    if (found) found.click();
    return Boolean(found);
  };
  const neighbour = step => {
    const cards = [...list.querySelectorAll('.candidate')];
    const next = cards[cards.indexOf(selected) + step];
    return next ? click(`#${next.id} .candidate-link`) : false;
  };
  const keys = {
    j: () => neighbour(1),
    k: () => neighbour(-1),
    n: () => click('.decide .button.primary'),
    l: () => click('.decide [data-key="1"]'),
    1: () => click('.decide [data-key="1"]'),
    2: () => click('.decide [data-key="2"]'),
    3: () => click('.decide [data-key="3"]'),
    d: () => { const first = document.querySelector('.decide [name=reason]'); if (first) first.focus(); return Boolean(first); },
    u: () => click('.toast button') || click('.candidate.is-selected form[action$="/reversal"] button'),
  };
  document.querySelectorAll('.key-hint, .decide kbd[hidden]').forEach(hint => hint.removeAttribute('hidden'));
  const mark = (selector, key) => document.querySelectorAll(selector).forEach(button => button.setAttribute('aria-keyshortcuts', key));
  mark('.decide .button.primary', 'N');
  mark('.decide [data-key="1"]', 'L 1');
  mark('.decide [data-key="2"]', '2');
  mark('.decide [data-key="3"]', '3');
  mark('.toast button', 'U');
  list.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, summary')) return;
    const act = keys[event.key.toLowerCase()];
    if (act && act()) event.preventDefault();
  });
})();
