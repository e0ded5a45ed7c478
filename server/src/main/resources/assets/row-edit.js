// In the form of a row, Esc puts the cells back as they were. Enter sends the form by itself.
document.addEventListener('keydown', (event) => {
  const form = event.target.closest?.('.repair-form');
  if (form && event.key === 'Escape') {
    event.preventDefault();
    form.reset();
  }
});

// Whoever has saved a row goes on where they were: in the same cell of the row as it is now.
let place = null;
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.target.closest?.('.repair-form')) {
    place = document.activeElement?.id || null;
  }
});
document.addEventListener('htmx:afterSettle', (event) => {
  if (place && event.detail.elt.matches?.('.repair-row')) {
    document.getElementById(place)?.focus();
    place = null;
  }
});
