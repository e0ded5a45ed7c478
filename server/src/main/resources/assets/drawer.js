// A link marked `data-drawer` shows what it leads to beside the list. Without this it leads there.
const drawer = () => document.getElementById('drawer');

document.addEventListener('htmx:afterSwap', (event) => {
  if (event.detail.target.id === 'drawer-content' && drawer() && !drawer().open) {
    drawer().showModal();
  }
});

// A click beside the drawer closes it, as Esc does.
document.addEventListener('click', (event) => {
  if (event.target === drawer()) {
    drawer().close();
  }
});
