// Keys for what prints them: data-key="l 1" on a button or link presses it, on a checkbox ticks it, on a field or group it takes
// the focus there; data-then is a key for once the focus is in a group that a key took it to. J and K go from row to row, G and
// data-go to a page, / to the search. They never act in a field, each person changes them or switches them off, and everything
// here is a plain button or link too (WCAG 2.1.4). Elements are known by the usual letters, whatever was chosen instead.
// Arrows and Ctrl Z do what the keys for next, previous and undo do, and are off with them.
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
  // The page stays where it is when all of what is meant can be seen, and moves no further than it must when not.
  const focus = (one, meant = one) => {
    const closed = one.closest('details:not([open])');
    if (closed && !one.checkVisibility()) closed.open = true;
    one.focus({ preventScroll: true });
    const { left, top, bottom, width } = meant.getBoundingClientRect();
    const seen = [top + 1, bottom - 1].every(y => meant.contains(document.elementFromPoint(left + width / 2, y)));
    if (!seen) meant.scrollIntoView({ block: 'nearest' });
  };
  const press = found => {
    const needed = found?.dataset.needs && document.getElementById(found.dataset.needs);
    if (needed && !needed.value.trim()) focus(needed);
    else if (found?.matches('a, button, [type=checkbox]')) found.click();
    else if (found?.matches('summary')) {
      found.parentElement.open = true;
      const field = found.parentElement.querySelector('textarea, input:not([type=hidden])');
      if (field) focus(field);
    }
    else if (found) focus(found.querySelector('button') ?? found, found);
    return Boolean(found);
  };
  const rows = area => [...area.querySelectorAll('[data-row]')];
  const row = area => area.querySelector('[data-row=selected]') ?? document.activeElement.closest('[data-row]');
  // Where nothing has the focus yet, the page may say which row comes next.
  const meant = area => row(area) ?? area.querySelector('[data-row=next]');
  const inArea = (area, key) => area.hasAttribute('data-in-rows') ? null : has(area, key);
  const step = (area, by) => {
    const all = rows(area);
    const at = row(area);
    const next = at || by < 0 ? all[all.indexOf(at) + by] : meant(area) ?? all[0];
    const link = next?.querySelector('[data-open]');
    if (link) link.click();
    else next?.focus();
    return Boolean(next);
  };
  // With Shift: all from the row ticked last to the one that is selected.
  let ticked;
  const tick = (area, range) => {
    const all = rows(area);
    const [from, to] = [all.findIndex(one => one.id === ticked), all.indexOf(row(area))];
    ticked = all[to]?.id;
    if (!range || from < 0 || to < 0) return press(has(all[to], 'x') ?? has(area, 'x'));
    all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(one => { has(one, 'x').checked = true; });
    document.dispatchEvent(new Event('desk:ticked'));
    return true;
  };
  const close = (target, inField) => {
    const open = target.closest('details[open]');
    const area = target.closest('[data-keys]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    } else if (inField && area && !(target.matches('[type=search]') && target.value)) row(area)?.focus();
    else if (!inField) document.querySelector('.toast')?.replaceChildren();
  };
  const act = (area, key, target, shift) => {
    if (!area) return false;
    if (key === 'x') return tick(area, shift);
    if (key === 'j') return step(area, 1);
    if (key === 'k') return step(area, -1);
    const then = target.closest('[data-key]')?.querySelector(`[data-then="${CSS.escape(key)}"]`);
    return press(then ?? has(document.querySelector('.toast:has(*)'), key) ?? has(meant(area), key) ?? inArea(area, key));
  };

  // With the focus nowhere, or on what was just done, the page's one list of work is meant.
  const areaOf = target => target.closest('[data-keys]')
    ?? (target === document.body || target.id === 'main' || target.closest('.toast') ? document.querySelector('[data-keys=first]') : null);
  // What is pressed while an answer is on its way is meant for what the answer shows.
  let held = [];
  const soon = (key, shift) => {
    const target = document.activeElement ?? document.body;
    if (!('busy' in document.documentElement.dataset)) return act(areaOf(target), key, target, shift);
    const ours = key === 'enter' || key.length === 1 && key !== ' ';
    if (ours) held.push([key, shift]);
    return ours;
  };
  document.addEventListener('desk:ready', () => {
    const now = held;
    held = [];
    now.forEach(pressed => soon(...pressed));
  });

  let going = -Infinity;
  const named = { ArrowDown: 'j', ArrowUp: 'k' };
  document.addEventListener('keydown', event => {
    const target = event.target;
    const inField = target.matches('input:not([type=checkbox]), textarea, select');
    if (event.key === 'Escape') return close(target, inField);
    if (inField) return;
    // AltGr gives the brackets of many keyboards, and is told as Ctrl and Alt. With a letter, a digit or an arrow it is no key of ours.
    const plain = event.getModifierState('AltGraph') ? /^[^a-z0-9]$/i.test(event.key) : !event.ctrlKey && !event.metaKey && !event.altKey;
    const undo = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z';
    const area = areaOf(target);
    const arrow = area?.hasAttribute('data-arrows') && plain ? named[event.key] : null;
    if (arrow || undo) {
      const like = arrow ?? 'u';
      if (undo && event.repeat) return;
      if (mine(like) && soon(like, false)) event.preventDefault();
      return;
    }
    if (!plain) return;
    const key = usual(event.key.toLowerCase());
    if (!key || key === 'enter' && target.closest('a, button, input, summary')) return;
    // A key held down moves on; it decides once.
    if (event.repeat && key !== 'j' && key !== 'k') return;
    const go = event.timeStamp - going < 2000 && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    going = key === 'g' ? event.timeStamp : -Infinity;
    const acted = go ? press(go)
      : key === '/' ? press(document.querySelector('main [type=search]'))
      : key === '?' ? press(document.querySelector('[data-go="?"]'))
      : soon(key, event.shiftKey);
    if (acted) event.preventDefault();
  });
  show();
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  const first = document.querySelector('[data-keys=first]');
  if (first && document.querySelector('.toast:has(*)')) (first.querySelector('[data-row=selected]') ?? rows(first)[0])?.focus({ preventScroll: true });
})();
