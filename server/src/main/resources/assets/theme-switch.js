// Changes the theme in place; without this the form sends itself and the page comes back.
document.addEventListener('submit', (event) => {
  const form = event.target.closest('form[data-theme-switch]');
  if (!form || !event.submitter) {
    return;
  }
  event.preventDefault();
  const chosen = event.submitter;
  fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form, chosen)), redirect: 'manual' });
  const root = document.documentElement;
  root.dataset.theme = chosen.value;
  root.dataset.bsTheme = chosen.value;
  root.dispatchEvent(new Event('themechange'));
  for (const button of form.querySelectorAll('button')) {
    button.setAttribute('aria-pressed', String(button === chosen));
  }
});
