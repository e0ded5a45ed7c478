// What a link marked `data-drawer` leads to opens beside the list, under its own address; without this it is a page.
const drawer = () => document.getElementById('drawer');

// A click beside the drawer closes it, as Esc does.
document.addEventListener('click', (event) => {
  if (event.target === drawer()) {
    drawer().close();
  }
});

// What the address was before, to be put back without a walk through the history, which would load the page anew.
let before = null;

async function open(address) {
  const answer = await fetch(address, { headers: { 'HX-Request': 'true' } });
  if (!answer.ok) {
    location.assign(address);
    return;
  }
  drawer().querySelector('.drawer-body').innerHTML = await answer.text();
  before = { state: history.state, address: location.href };
  history.pushState({}, '', address);
  drawer().showModal();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-drawer]');
  if (!link || !drawer() || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  open(link.href);
});

document.addEventListener('close', (event) => {
  if (event.target === drawer() && before) {
    history.replaceState(before.state, '', before.address);
    before = null;
  }
}, true);

addEventListener('popstate', () => {
  if (drawer()?.open) {
    before = null;
    drawer().close();
  }
});
