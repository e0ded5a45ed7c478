// Fields marked `data-enter-presses` press the button of that id on Enter, instead of the form's first.
document.addEventListener('keydown', (event) => {
  const button = event.target.dataset?.enterPresses;
  if (button && event.key === 'Enter') {
    event.preventDefault();
    document.getElementById(button).click();
  }
});
