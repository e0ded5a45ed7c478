// Controls marked `data-url-state` keep their choice in the address, so that it can be shared and reloaded.
document.addEventListener('change', (event) => {
  const control = event.target;
  if (control.matches?.('[data-url-state]')) {
    const url = new URL(location.href);
    url.searchParams.set(control.name, control.value);
    history.replaceState(history.state, '', url);
  }
});
