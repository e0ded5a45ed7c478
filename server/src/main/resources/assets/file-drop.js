// <file-drop>: sends a file as soon as it is chosen, dropped anywhere on the page or pasted, and shows how far it is.
// Without this the form inside sends itself.
class FileDrop extends HTMLElement {
  #request = null;
  #depth = 0;

  connectedCallback() {
    this.form = this.querySelector('form');
    this.input = this.form.querySelector('input[type=file]');
    this.progress = this.querySelector('.drop-progress');
    this.bar = this.progress.querySelector('progress');
    this.status = this.progress.querySelector('.drop-status');
    this.leave = new AbortController();
    const on = { signal: this.leave.signal };
    this.input.addEventListener('change', () => this.#take(this.input.files), on);
    this.progress.querySelector('.drop-cancel').addEventListener('click', () => this.#cancel(), on);
    document.addEventListener('dragenter', (event) => this.#over(event, 1), on);
    document.addEventListener('dragleave', (event) => this.#over(event, -1), on);
    document.addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), on);
    document.addEventListener('drop', (event) => this.#drop(event), on);
    document.addEventListener('paste', (event) => this.#paste(event), on);
  }

  disconnectedCallback() {
    this.leave.abort();
    this.#request?.abort();
  }

  #over(event, step) {
    if (hasFiles(event)) {
      this.#depth += step;
      this.classList.toggle('is-over', this.#depth > 0);
    }
  }

  #drop(event) {
    if (hasFiles(event)) {
      event.preventDefault();
      this.#depth = 0;
      this.classList.remove('is-over');
      this.#take(event.dataTransfer.files);
    }
  }

  #paste(event) {
    if (event.target.closest?.('input, textarea')) {
      return;
    }
    const text = event.clipboardData.getData('text/plain');
    if (event.clipboardData.files.length > 0) {
      this.#take(event.clipboardData.files);
    } else if (/[\t\n]/.test(text)) {
      this.#send(new File([text], 'pasted-rows.tsv', { type: 'text/tab-separated-values' }));
    }
  }

  #take(files) {
    if (files.length > 1) {
      this.#refuse(this.dataset.oneFile);
    } else if (files.length === 1 && files[0].size > Number(this.dataset.maxBytes)) {
      this.#refuse(this.dataset.tooLarge);
    } else if (files.length === 1) {
      this.#send(files[0]);
    }
  }

  #send(file) {
    if (this.#request) {
      return;
    }
    const request = new XMLHttpRequest();
    this.#request = request;
    const body = new FormData();
    body.append('file', file, file.name);
    request.upload.addEventListener('progress', (event) => this.#show(event.loaded, event.total));
    request.addEventListener('load', () => this.#answered(request));
    request.addEventListener('error', () => this.#refuse(this.dataset.broken));
    request.addEventListener('abort', () => this.#refuse(this.dataset.cancelled));
    this.querySelector('#upload-problems').replaceChildren();
    this.progress.querySelector('.drop-name').textContent = file.name;
    this.#show(0, file.size);
    this.form.hidden = true;
    this.progress.hidden = false;
    this.progress.querySelector('.drop-cancel').focus();
    request.open('POST', this.form.action);
    request.setRequestHeader('HX-Request', 'true');
    request.send(body);
  }

  #show(loaded, total) {
    const percent = total ? Math.floor((100 * loaded) / total) : 100;
    const words = percent < 100 ? `${this.dataset.sending} ${Math.floor(percent / 10) * 10} %` : this.dataset.reading;
    if (percent < 100) {
      this.bar.value = percent;
    } else {
      this.bar.removeAttribute('value');
    }
    if (this.status.textContent !== words) {
      this.status.textContent = words;
    }
  }

  #answered(request) {
    const answer = document.createRange().createContextualFragment(request.responseText);
    const link = answer.querySelector('a[data-uploaded]');
    if (request.status === 200 && link) {
      location.assign(link.getAttribute('href'));
    } else if (request.status === 422) {
      this.#restore();
      this.querySelector('#upload-problems').replaceChildren(answer);
    } else if (request.status === 401) {
      location.reload();
    } else {
      this.#refuse(request.status === 413 ? this.dataset.tooLarge : this.dataset.broken);
    }
  }

  #cancel() {
    this.#request?.abort();
  }

  #refuse(words) {
    this.#restore();
    const note = document.createElement('div');
    note.className = 'alert note tone-bad';
    note.setAttribute('role', 'alert');
    note.textContent = words;
    this.querySelector('#upload-problems').replaceChildren(note);
  }

  #restore() {
    this.#request = null;
    this.progress.hidden = true;
    this.form.hidden = false;
    this.form.reset();
    this.input.focus();
  }
}

function hasFiles(event) {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

customElements.define('file-drop', FileDrop);
