// <target-picker><select></select></target-picker>: lets people find an option by typing. The select stays the form's control;
// without this it serves by itself.
class TargetPicker extends HTMLElement {
  #active = -1;
  #shown = [];
  #follow = () => this.#place();

  connectedCallback() {
    if (this.input) {
      return;
    }
    this.select = this.querySelector('select');
    this.input = document.createElement('input');
    this.input.className = 'form-select picker-input';
    this.input.type = 'text';
    this.input.autocomplete = 'off';
    this.input.spellcheck = false;
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-autocomplete', 'list'],
      ['aria-expanded', 'false'],
      ['aria-label', this.select.getAttribute('aria-label')],
      ['aria-describedby', this.select.getAttribute('aria-describedby')],
    ]) {
      this.input.setAttribute(name, value);
    }
    this.select.classList.add('visually-hidden');
    this.select.setAttribute('aria-hidden', 'true');
    this.select.tabIndex = -1;
    this.append(this.input);
    this.#sync();
    this.select.addEventListener('change', () => this.#sync());
    this.input.addEventListener('focus', () => this.input.select());
    // A click into selected text would put the caret there after all.
    this.input.addEventListener('mousedown', () => this.input.setSelectionRange(0, 0));
    this.input.addEventListener('click', () => {
      this.input.select();
      this.#open('');
    });
    this.input.addEventListener('input', () => this.#open(this.input.value));
    this.input.addEventListener('change', (event) => event.stopPropagation());
    this.input.addEventListener('keydown', (event) => this.#key(event));
    this.input.addEventListener('blur', () => this.#close());
  }

  // What is typed next replaces it.
  #sync() {
    this.input.value = this.select.selectedOptions[0]?.label ?? '';
    if (document.activeElement === this.input) {
      this.input.select();
    }
  }

  #open(typed) {
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    this.#shown = [...this.select.options].filter((option) => matches(option, words));
    this.#active = typed ? 0 : this.#shown.indexOf(this.select.selectedOptions[0]);
    this.#draw();
  }

  #draw() {
    this.list?.remove();
    this.list = document.createElement('div');
    this.list.id = `${this.select.name}-options`;
    this.list.className = 'picker-list';
    // On top of all, since the table that holds the field would cut it off.
    this.list.popover = 'manual';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.select.getAttribute('aria-label'));
    // Keeps the focus in the field.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    let home = this.list;
    let group = null;
    this.#shown.forEach((option, index) => {
      const heading = option.closest('optgroup');
      if (heading !== group) {
        group = heading;
        home = heading ? this.#group(heading.label) : this.list;
      }
      home.append(this.#item(option, index));
    });
    if (this.#shown.length === 0) {
      const none = document.createElement('div');
      none.className = 'picker-none picker-option';
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      none.textContent = this.dataset.none;
      this.list.append(none);
    }
    this.append(this.list);
    this.list.showPopover();
    this.#place();
    document.addEventListener('scroll', this.#follow, { capture: true, passive: true });
    this.input.setAttribute('aria-expanded', 'true');
    this.input.setAttribute('aria-controls', this.list.id);
    this.#mark();
  }

  // Below the field, or above it where there is more room.
  #place() {
    const field = this.input.getBoundingClientRect();
    const above = field.top > innerHeight - field.bottom && innerHeight - field.bottom < this.list.offsetHeight;
    const style = this.list.style;
    style.left = `${field.left}px`;
    style.width = `${field.width}px`;
    style.top = above ? 'auto' : `${field.bottom}px`;
    style.bottom = above ? `${document.documentElement.clientHeight - field.top}px` : 'auto';
  }

  #group(label) {
    const group = document.createElement('div');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', label);
    const heading = document.createElement('div');
    heading.className = 'picker-group';
    heading.setAttribute('aria-hidden', 'true');
    heading.textContent = label;
    group.append(heading);
    this.list.append(group);
    return group;
  }

  #item(option, index) {
    const item = document.createElement('div');
    item.id = `${this.select.name}-option-${index}`;
    item.className = 'picker-option';
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(option.selected));
    item.textContent = option.label;
    item.addEventListener('click', () => this.#choose(option));
    return item;
  }

  #mark() {
    this.list.querySelectorAll('.is-active').forEach((item) => item.classList.remove('is-active'));
    const item = this.#active < 0 ? null : this.list.querySelector(`#${CSS.escape(`${this.select.name}-option-${this.#active}`)}`);
    if (item) {
      item.classList.add('is-active');
      item.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', item.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  #key(event) {
    const open = Boolean(this.list);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) {
        const last = this.#shown.length - 1;
        const next = this.#active + (event.key === 'ArrowDown' ? 1 : -1);
        this.#active = next < 0 ? last : next > last ? 0 : next;
        this.#mark();
      } else {
        this.#open('');
      }
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open) {
        this.#choose(this.#shown[this.#active]);
      } else {
        this.#open('');
      }
    } else if (event.key === 'Tab' && open && this.input.value !== this.select.selectedOptions[0]?.label) {
      this.#choose(this.#shown[this.#active]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      this.#close();
    }
  }

  #choose(option) {
    if (option && !option.selected) {
      this.select.value = option.value;
      this.select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    this.#close();
  }

  #close() {
    this.list?.remove();
    this.list = null;
    document.removeEventListener('scroll', this.#follow, { capture: true });
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-controls');
    this.input.removeAttribute('aria-activedescendant');
    this.#sync();
  }
}

// Every word typed begins a word of the option or of its heading.
function matches(option, words) {
  const texts = `${option.label} ${option.closest('optgroup')?.label ?? ''} ${option.value}`.toLowerCase().split(/[\s_:]+/);
  return words.every((word) => texts.some((text) => text.startsWith(word)));
}

customElements.define('target-picker', TargetPicker);
