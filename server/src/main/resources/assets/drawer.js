// Links marked `data-drawer` open in the dialog #drawer, under their own address; without the script they are pages.
const drawer = () => document.getElementById('drawer');

async function open(address) {
  const answer = await fetch(address, { headers: { 'HX-Request': 'true' } });
  if (!answer.ok) {
    location.assign(address);
    return;
  }
  drawer().querySelector('.drawer-body').innerHTML = await answer.text();
  drawer().showModal();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-drawer]');
  if (!link || !drawer() || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return;
  }
  event.preventDefault();
  history.pushState({ drawer: true }, '', link.href);
  open(link.href);
});

document.addEventListener('close', (event) => {
  if (event.target === drawer() && history.state?.drawer) {
    history.back();
  }
}, true);

addEventListener('popstate', () => {
  if (drawer()?.open) {
    drawer().close();
  } else if (history.state?.drawer && drawer()) {
    open(location.href);
  }
});
