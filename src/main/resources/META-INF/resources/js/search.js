// Offers names while somebody types into a search box, by the browser's own list of choices (datalist), which is spoken and
// worked by keys as that browser does. Without this script, and when the answer fails, the box is a plain one.
(() => {
  const boxes = document.querySelectorAll('input[type=search][name=q][data-suggest]');
  boxes.forEach(box => {
    const list = document.createElement('datalist');
    list.id = `${box.id}-names`;
    box.after(list);
    box.setAttribute('list', list.id);
    box.setAttribute('autocomplete', 'off');
    let asked = '';
    let waiting;
    const ask = async words => {
      try {
        const answer = await fetch(`/claims/suggestions?q=${encodeURIComponent(words)}`, { headers: { Accept: 'application/json' } });
        const names = answer.ok ? await answer.json() : [];
        if (words !== asked) return;
        list.replaceChildren(...names.map(name => {
          const option = document.createElement('option');
          option.value = name;
          return option;
        }));
      } catch {
        list.replaceChildren();
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
