// Links marked `data-log-drawer` open in the dialog #log-drawer, under their own address; without the script they are pages.
const drawer = () => document.getElementById('log-drawer');

// What the address was before, to be put back without a walk through the history, which would load the page anew.
let before = null;

async function open(address) {
  const answer = await fetch(address, { headers: { 'HX-Request': 'true' } });
  if (!answer.ok) {
    location.assign(address);
    return;
  }
  drawer().querySelector('.log-drawer-body').innerHTML = await answer.text();
  before = { state: history.state, address: location.href };
  history.pushState({}, '', address);
  drawer().showModal();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-log-drawer]');
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
