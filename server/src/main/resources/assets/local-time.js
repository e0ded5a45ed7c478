// <local-time><time datetime="…">UTC</time></local-time>: shows the moment in the viewer's zone, in full on hover.
const thisYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });
const otherYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });

customElements.define('local-time', class extends HTMLElement {
  connectedCallback() {
    const time = this.querySelector('time');
    const at = new Date(time?.dateTime);
    if (Number.isNaN(at.getTime())) {
      return;
    }
    const format = at.getFullYear() === new Date().getFullYear() ? thisYear : otherYear;
    time.textContent = format.format(at);
    time.title = full.format(at);
  }
});
