// Looks for earlier claims while a claim is being typed; the button beside it does the same without this script.
(() => {
  const place = document.getElementById('earlier');
  const form = place?.closest('form');
  const wording = form?.elements.namedItem('wording');
  if (!wording) return;
  const status = document.getElementById('earlier-status');
  const watched = ['wording', 'speaker', 'said-date'];
  const pause = 500;
  let timer;
  let asked = '';
  let asking;

  const ask = async () => {
    const typed = new URLSearchParams(watched.map(name => [name, form.elements.namedItem(name)?.value ?? '']));
    if (wording.value.trim().split(/\s+/).length < 3 || typed.toString() === asked) return;
    asked = typed.toString();
    typed.set('csrf-token', form.querySelector('[name=csrf-token]').value);
    if (place.dataset.claim) typed.set('claim', place.dataset.claim);
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch('/desk/claims/earlier', { method: 'POST', body: typed, signal: asking.signal, redirect: 'manual' });
      if (!answer.ok || place.contains(document.activeElement)) return;
      place.innerHTML = await answer.text();
      const summary = place.querySelector('.earlier-summary')?.textContent ?? '';
      if (status.textContent !== summary) status.textContent = summary;
    } catch (stopped) {
      if (stopped.name !== 'AbortError') asked = '';
    }
  };
  form.addEventListener('input', event => {
    if (!watched.includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  if (!place.firstElementChild) ask();
})();
