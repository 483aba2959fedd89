// What the desk does around htmx: the focus goes on to the next row, ticks and places stay, new work is announced and never pushed
// in, and what goes wrong is said. Without this script and without htmx every form and link loads its page.
(() => {
  const PATIENCE = 300; // milliseconds before a pressed button says that it works
  const ASLEEP = 30 * 60_000; // an unattended page stops asking for news, so that its session can end
  const alarm = document.getElementById('alert');
  const say = words => { if (alarm.textContent !== words) alarm.textContent = words; };
  const work = () => document.getElementById('work');
  const selected = () => work()?.querySelector('[data-row=selected]');
  const panes = () => [...document.querySelectorAll('.article-text, .candidates')];
  const isPoll = event => event.detail.requestConfig?.elt.matches('[data-poll]');
  let lastInput = Date.now();
  let ticks = [];
  let places = [];
  let done;
  let slow;
  let asked = 0;
  // keys.js holds back what is pressed meanwhile
  const answered = () => {
    asked = Math.max(0, asked - 1);
    if (asked > 0) return;
    delete document.documentElement.dataset.busy;
    document.dispatchEvent(new Event('desk:ready'));
  };

  const goTo = element => {
    if (!element) return;
    if (!element.hasAttribute('tabindex') && !element.matches('input, textarea, a, button')) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    // Of what is taller than its place the beginning is read first.
    const room = element.closest('.candidates')?.clientHeight ?? innerHeight;
    element.scrollIntoView({ block: element.offsetHeight > room * .9 ? 'start' : 'nearest' });
  };
  const choose = row => {
    const old = selected();
    if (old) {
      old.classList.remove('is-selected');
      old.dataset.row = '';
      old.removeAttribute('tabindex');
      old.querySelector('[data-open]')?.removeAttribute('aria-current');
    }
    row.classList.add('is-selected');
    row.dataset.row = 'selected';
    row.tabIndex = -1;
    row.querySelector('[data-open]')?.setAttribute('aria-current', 'true');
  };
  const showInText = () => {
    const words = document.querySelector('.hl.is-selected');
    const text = words?.closest('.article-text');
    if (!text || getComputedStyle(text).overflowY === 'visible') return;
    const [one, all] = [words.getBoundingClientRect(), text.getBoundingClientRect()];
    if (one.top < all.top || one.bottom > all.bottom) words.scrollIntoView({ block: 'center' });
  };

  ['keydown', 'pointerdown'].forEach(kind => addEventListener(kind, () => { lastInput = Date.now(); }, true));
  document.addEventListener('htmx:beforeRequest', event => {
    if (isPoll(event)) {
      if (document.hidden || Date.now() - lastInput > ASLEEP) event.preventDefault();
      return;
    }
    say('');
    asked++;
    document.documentElement.dataset.busy = '';
    const button = event.detail.requestConfig.triggeringEvent?.submitter;
    clearTimeout(slow);
    slow = setTimeout(() => ['aria-busy', 'aria-disabled'].forEach(name => button?.setAttribute(name, 'true')), PATIENCE);
  });
  document.addEventListener('htmx:afterRequest', event => {
    if (isPoll(event)) return;
    clearTimeout(slow);
    setTimeout(answered);
    document.querySelectorAll('[aria-busy=true]').forEach(button => ['aria-busy', 'aria-disabled'].forEach(name => button.removeAttribute(name)));
  });
  document.addEventListener('htmx:beforeSwap', event => {
    const { xhr, requestConfig } = event.detail;
    // A whole page is no part of this one: somebody signed out, or the address leads elsewhere; unless a part of it was asked for.
    const out = new URL(xhr.responseURL).pathname.startsWith('/sign-in');
    if (/^\s*<!doctype/i.test(xhr.responseText) && event.detail.shouldSwap && (out || !requestConfig.elt.dataset.hxSelect)) {
      event.detail.shouldSwap = false;
      if (isPoll(event)) return;
      if (out) say('You are signed out. Sign in again in another window, then press again: what you typed is still here.');
      else location.assign(xhr.responseURL);
      return;
    }
    if (isPoll(event)) {
      const now = requestConfig.elt.textContent.trim();
      const news = new DOMParser().parseFromString(xhr.responseText, 'text/html').body.textContent.trim();
      const writing = event.detail.target.contains(document.activeElement) && document.activeElement.matches('input, textarea, select');
      if (now === news || writing) event.detail.shouldSwap = false;
      return;
    }
    ticks = requestConfig.elt.id === 'bulk' ? [] : [...document.querySelectorAll('[name=picked][form]:checked')].map(one => one.value);
    places = panes().map(pane => pane.scrollTop);
    // A browser lays out the old part and the new one together when what has the focus is taken away.
    if (event.detail.shouldSwap && event.detail.target.contains(document.activeElement)) document.activeElement.blur();
  });
  // The row that comes up from the next page may stand here already.
  document.addEventListener('htmx:oobBeforeSwap', event => {
    const { target, fragment } = event.detail;
    const row = target.id === 'picked' && fragment.querySelector('[data-row]');
    if (row && document.getElementById(row.id)) event.detail.shouldSwap = false;
  });
  document.addEventListener('htmx:afterSwap', event => {
    const { xhr, requestConfig, pathInfo, target } = event.detail;
    if (isPoll(event) || xhr === done) return;
    done = xhr;
    if (target.id === 'selected') {
      const row = requestConfig.elt.closest('[data-row]')
        ?? document.getElementById(`r${new URLSearchParams(location.search).get('candidate')}`);
      if (!row) {
        location.reload(); // others have moved the list on
        return;
      }
      choose(row);
      target.scrollTop = 0;
      // Where the candidate stands below its list, whoever touched a row or decided goes on there.
      const below = target.getBoundingClientRect().top >= row.parentElement.getBoundingClientRect().bottom;
      if (below && (requestConfig.verb !== 'get' || requestConfig.triggeringEvent?.detail > 0)) {
        goTo(document.getElementById('selected-heading'));
        target.scrollIntoView();
      } else goTo(row);
      return;
    }
    ticks.forEach(value => {
      const box = document.querySelector(`[name=picked][form][value="${CSS.escape(value)}"]`);
      if (box) box.checked = true;
    });
    panes().forEach((pane, i) => { pane.scrollTop = places[i] ?? 0; });
    const asked = pathInfo.anchor && document.getElementById(pathInfo.anchor);
    goTo(document.querySelector('.error-summary') ?? (xhr.status === 409 ? work().querySelector('.notice.warning') : null)
      ?? asked ?? selected() ?? document.getElementById('list-heading') ?? document.getElementById('candidates-heading'));
    showInText();
  });
  // How many rows are ticked, beside what can be done with them.
  const count = () => {
    const ticked = document.querySelectorAll('[name=picked][form]:checked').length;
    document.querySelectorAll('[data-ticked]').forEach(place => { place.textContent = ticked > 0 ? `${ticked} selected` : ''; });
  };
  ['change', 'desk:ticked', 'htmx:afterSettle'].forEach(kind => document.addEventListener(kind, count));
  const failed = event => {
    if (isPoll(event)) return;
    const status = event.detail.xhr?.status;
    say(status === 401 || status === 403
      ? 'You may not do this any more: your role or your session has changed. What you typed is still here.'
      : `This did not work${status ? ` (${status})` : ', there is no connection'}. Nothing was changed here; press again, or load the page again.`);
  };
  ['htmx:responseError', 'htmx:sendError', 'htmx:timeout'].forEach(kind => document.addEventListener(kind, failed));
})();
