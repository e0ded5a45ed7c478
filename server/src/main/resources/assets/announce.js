// Tells screen readers what a swap has brought: the text of `data-announce` in the new content.
const live = document.getElementById('live');

document.addEventListener('htmx:afterSettle', (event) => {
  const target = event.detail.elt;
  const speaker = target.matches('[data-announce]') ? target : target.querySelector('[data-announce]');
  if (speaker && live.textContent !== speaker.dataset.announce) {
    live.textContent = speaker.dataset.announce;
  }
});
