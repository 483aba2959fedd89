// Keeps what is typed into the claim editor after a pause, shows it as readers will see it, and gives the buttons their chords.
// Saving, and the button below the preview, do the same without this script.
(() => {
  const form = document.getElementById('claim');
  const status = document.getElementById('kept-status');
  const preview = document.getElementById('preview');
  if (!form?.dataset.keep) return;
  const pause = 3000;
  let timer;
  let pending = false;
  let keeping;

  const say = words => { if (status.textContent !== words) status.textContent = words; };
  const show = html => {
    const open = preview.querySelector('details')?.open;
    const answer = document.createElement('template');
    answer.innerHTML = html;
    const kept = answer.content.querySelector('.kept-at');
    kept.remove();
    const echoes = answer.content.querySelector('.echoes');
    echoes.remove();
    echoes.querySelectorAll('li').forEach(echo => {
      const place = form.querySelector(`[data-echo="${CSS.escape(echo.dataset.of)}"]`);
      if (place) place.textContent = echo.textContent;
    });
    preview.replaceChildren(answer.content);
    const details = preview.querySelector('details');
    if (details && open) details.open = true;
    say(kept.textContent);
  };
  const keep = async () => {
    clearTimeout(timer);
    keeping?.abort();
    keeping = new AbortController();
    pending = false;
    try {
      const answer = await fetch(form.dataset.keep, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: keeping.signal, redirect: 'manual' });
      if (answer.ok) return show(await answer.text());
      pending = true;
      say(answer.type === 'opaqueredirect' || answer.status === 401
        ? 'Not saved: you are signed out. Sign in again in another window, then go on typing here.'
        : 'Not saved. We try again when you go on typing.');
    } catch (stopped) {
      if (stopped.name === 'AbortError') return;
      pending = true;
      say('Not saved: no connection. We try again when you go on typing.');
    }
  };
  const later = () => {
    pending = true;
    clearTimeout(timer);
    timer = setTimeout(keep, pause);
  };
  form.addEventListener('input', later);
  form.addEventListener('change', later);
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    keeping?.abort();
    pending = false;
  });
  addEventListener('beforeunload', event => { if (pending) event.preventDefault(); });
  if (form.dataset.unsaved) keep();

  document.querySelectorAll('[data-chord] kbd[hidden]').forEach(hint => hint.removeAttribute('hidden'));
  document.querySelectorAll('[data-chord]').forEach(button => button.setAttribute('aria-keyshortcuts', button.dataset.chord));
  addEventListener('keydown', event => {
    const chord = [(event.ctrlKey || event.metaKey) && 'Control', event.altKey && 'Alt', event.key.length === 1 ? event.key.toUpperCase() : event.key]
      .filter(Boolean).join('+');
    const button = document.querySelector(`[data-chord="${CSS.escape(chord)}"]`);
    if (!button) return;
    event.preventDefault();
    if (button.matches('summary')) button.parentElement.open = true;
    else button.click();
    if (button.matches('summary')) button.parentElement.querySelector('input, textarea, select')?.focus();
  });
})();
