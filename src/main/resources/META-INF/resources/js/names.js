// Offers names on record while one is typed, by the browser's own list of choices (datalist). Without this script the list the
// page came with is offered, and what is typed is found by name or alias when the form is sent.
(() => {
  document.querySelectorAll('input[data-names]').forEach(box => {
    let list = box.getAttribute('list') && document.getElementById(box.getAttribute('list'));
    if (!list) {
      list = document.createElement('datalist');
      list.id = `${box.id}-names`;
      box.after(list);
      box.setAttribute('list', list.id);
      box.setAttribute('autocomplete', 'off');
    }
    let asked = '';
    let waiting;
    const ask = async words => {
      try {
        const answer = await fetch(`${box.dataset.names}?q=${encodeURIComponent(words)}`, { redirect: 'manual' });
        if (!answer.ok || words !== asked) return;
        const names = document.createElement('template');
        names.innerHTML = await answer.text();
        if (words === asked) list.replaceChildren(names.content);
      } catch {
        asked = '';
      }
    };
    box.addEventListener('input', () => {
      const words = box.value.trim();
      clearTimeout(waiting);
      if (words.length < 2 || words.length > 100 || words === asked || [...list.options].some(option => option.value === words)) return;
      asked = words;
      waiting = setTimeout(() => ask(words), 150);
    });
  });
})();
