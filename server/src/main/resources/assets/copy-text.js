// A text with a button that copies it. Without scripts, or where the browser does not let us, it is a text to select.
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('button');
    const text = this.querySelector('code');
    if (!button || !text || !navigator.clipboard) {
      return;
    }
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text.textContent.trim());
      button.querySelector('span').textContent = this.dataset.copied;
      document.getElementById('live').textContent = this.dataset.copied;
    });
  }
}

customElements.define('copy-text', CopyText);
