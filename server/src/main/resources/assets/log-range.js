// <log-range>: a moment that is written chooses the range “from – to”, in the viewer's own zone.
customElements.define('log-range', class extends HTMLElement {
  connectedCallback() {
    const part = (name) => this.querySelector(`[name=${name}]`);
    if (!part('from').value && !part('to').value) {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      part('zone').value = zone;
      this.querySelector('#zone-name').textContent = zone;
    }
    this.addEventListener('change', (event) => {
      if (event.target.type === 'datetime-local') {
        part('range').value = 'custom';
      }
    });
  }
});
