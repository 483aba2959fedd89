// Keys for what prints them: data-key="l 1" on a button or link presses it, on a field or group it takes the focus there; J and K
// go from row to row. They work only while the focus is in their area (data-keys) and in no field, so they never surprise
// anybody who speaks or types (WCAG 2.1.4). data-then is a key for once the focus is in a group that a key took it to. Everything here is a plain button or link too.
(() => {
  const toast = document.querySelector('.toast');
  const has = (place, key) => [...(place?.querySelectorAll('[data-key]') ?? [])].find(one => one.dataset.key.split(' ').includes(key));
  const show = place => {
    place?.querySelectorAll('kbd[hidden], .key-hint[hidden]').forEach(hint => hint.removeAttribute('hidden'));
    place?.querySelectorAll('[data-key]').forEach(one => one.setAttribute('aria-keyshortcuts', one.dataset.key.toUpperCase()));
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
  document.querySelectorAll('[data-keys]').forEach(area => {
    const rows = () => [...area.querySelectorAll('[data-row]')];
    const row = () => area.querySelector('[data-row=selected]') ?? document.activeElement.closest('[data-row]');
    const step = by => {
      const next = rows()[rows().indexOf(row()) + by];
      const link = next?.querySelector('[data-open]');
      if (link) link.click();
      else next?.focus();
      return Boolean(next);
    };
    area.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not([type=checkbox]), textarea, select, summary')) return;
      const key = event.key.toLowerCase();
      if (key === 'enter' && event.target.closest('a, button, input')) return;
      const then = event.target.closest('[data-key]')?.querySelector(`[data-then="${CSS.escape(key)}"]`);
      const acted = key === 'j' ? step(1) : key === 'k' ? step(-1) : press(then ?? has(toast, key) ?? has(row(), key) ?? has(area, key));
      if (acted) event.preventDefault();
    });
    show(area);
    show(toast);
    new MutationObserver(() => show(area)).observe(area, { childList: true, subtree: true });
    if (toast && area.dataset.keys === 'first') (area.querySelector('[data-row=selected]') ?? rows()[0])?.focus({ preventScroll: true });
  });
})();
