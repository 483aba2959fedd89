// Fills "Mark a claim by hand" with what is selected in the text; it can be pasted there as well.
(() => {
  let filled = '';
  document.addEventListener('selectionchange', () => {
    const words = document.getElementById('words');
    const reading = document.querySelector('.reading');
    const selection = document.getSelection();
    if (!words || !reading || !selection || selection.isCollapsed || !reading.contains(selection.anchorNode) || !reading.contains(selection.focusNode)) return;
    if (words.value.trim() && words.value !== filled) return;
    const copy = selection.getRangeAt(0).cloneContents();
    copy.querySelectorAll('sup, .visually-hidden').forEach(extra => extra.remove());
    copy.querySelectorAll('br, p').forEach(end => end.after('\n'));
    words.value = filled = copy.textContent.trim();
  });
})();
