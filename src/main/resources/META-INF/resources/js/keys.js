// Keys for what prints them: data-key="l 1" on a button or link presses it, on a checkbox ticks it, on a field or group it takes
// the focus there; data-then is a key for once the focus is in a group that a key took it to. J and K go from row to row, G and
// data-go to a page, / to the search. They never act in a field, each person changes them or switches them off, and everything
// here is a plain button or link too (WCAG 2.1.4). Elements are known by the usual letters, whatever was chosen instead.
(() => {
  const pairs = document.querySelector('meta[name=shortcuts]')?.content ?? '';
  const chosen = new Map(pairs.split(' ').filter(Boolean).map(pair => [pair[0], pair.slice(2)]));
  const mine = usual => chosen.get(usual) ?? usual;
  const usual = pressed => [...chosen.keys()].find(key => chosen.get(key) === pressed) ?? (chosen.has(pressed) ? null : pressed);
  const tokens = one => one.dataset.key.split(' ');
  const has = (place, key) => [...(place?.querySelectorAll('[data-key]') ?? [])].find(one => tokens(one).includes(key));

  const show = () => {
    document.querySelectorAll('kbd[hidden]:not([data-usual]), .key-hint[hidden]').forEach(hint => hint.removeAttribute('hidden'));
    document.querySelectorAll('kbd:not(.usual, [data-usual])').forEach(kbd => {
      kbd.dataset.usual = kbd.textContent;
      const key = mine(kbd.textContent.toLowerCase());
      if (key !== kbd.textContent.toLowerCase()) kbd.textContent = key.toUpperCase();
      kbd.hidden = !key;
    });
    document.querySelectorAll('[data-key]:not([aria-keyshortcuts])').forEach(one => {
      const keys = tokens(one).map(mine).filter(Boolean).join(' ').toUpperCase();
      if (keys) one.setAttribute('aria-keyshortcuts', keys);
    });
  };
  const press = found => {
    if (found?.matches('a, button, [type=checkbox]')) found.click();
    else if (found?.matches('summary')) {
      found.parentElement.open = true;
      found.parentElement.querySelector('textarea, input:not([type=hidden])')?.focus();
    }
    else (found?.querySelector('button') ?? found)?.focus();
    return Boolean(found);
  };
  const rows = area => [...area.querySelectorAll('[data-row]')];
  const row = area => area.querySelector('[data-row=selected]') ?? document.activeElement.closest('[data-row]');
  const step = (area, by) => {
    const all = rows(area);
    const next = all[all.indexOf(row(area)) + by];
    const link = next?.querySelector('[data-open]');
    if (link) link.click();
    else next?.focus();
    return Boolean(next);
  };
  const act = (area, key, target) => {
    if (!area) return false;
    if (key === 'j') return step(area, 1);
    if (key === 'k') return step(area, -1);
    const then = target.closest('[data-key]')?.querySelector(`[data-then="${CSS.escape(key)}"]`);
    return press(then ?? has(document.querySelector('.toast'), key) ?? has(row(area), key) ?? has(area, key));
  };

  let going = -Infinity;
  document.addEventListener('keydown', event => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input:not([type=checkbox]), textarea, select, summary')) return;
    const key = usual(event.key.toLowerCase());
    if (!key || key === 'enter' && target.closest('a, button, input')) return;
    const go = event.timeStamp - going < 2000 && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    going = key === 'g' ? event.timeStamp : -Infinity;
    // With the focus nowhere, the page's one list of work is meant.
    const area = target.closest('[data-keys]') ?? (target === document.body ? document.querySelector('[data-keys=first]') : null);
    const acted = go ? press(go)
      : key === '/' ? press(document.querySelector('main [type=search]'))
      : key === '?' ? press(document.querySelector('[data-go="?"]'))
      : act(area, key, target);
    if (acted) event.preventDefault();
  });
  show();
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  const first = document.querySelector('[data-keys=first]');
  if (first && document.querySelector('.toast')) (first.querySelector('[data-row=selected]') ?? rows(first)[0])?.focus({ preventScroll: true });
})();
