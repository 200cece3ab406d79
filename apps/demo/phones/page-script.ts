/** What runs in the browser: columns are drawn anew when the server tells so; forms go out without leaving the page. */
export const pageScript = `
const bottom = (list) => { list.scrollTop = list.scrollHeight; };
document.querySelectorAll('ol').forEach(bottom);
new EventSource('/changes').addEventListener('message', ({ data }) => {
  for (const [id, html] of Object.entries(JSON.parse(data))) {
    const place = document.getElementById(id);
    if (!place) continue;
    place.innerHTML = html;
    if (place.tagName === 'OL') bottom(place);
  }
});
document.addEventListener('click', ({ target }) => {
  const hint = target.closest('[data-hint]');
  if (!hint) return;
  const field = hint.closest('section').querySelector('input[name=text]');
  field.value = hint.dataset.hint;
  field.focus();
});
document.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  event.submitter?.setAttribute('disabled', '');
  try {
    await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } });
    if (form.classList.contains('write')) form.reset();
  } finally {
    event.submitter?.removeAttribute('disabled');
  }
});
`;
