// <row-grid>: lets people write into the cells of its table. Arrows go from cell to cell, Enter or a click begins to write, Enter
// keeps what is written, Esc leaves the cell as it was. Without this each row has a page of its own.
class RowGrid extends HTMLElement {
  connectedCallback() {
    this.addEventListener('keydown', (event) => this.#key(event));
    this.addEventListener('click', (event) => this.#click(event));
    this.addEventListener('focusin', (event) => this.#here(event.target.closest('[data-cell]')));
    this.addEventListener('focusout', (event) => this.#leave(event.target));
    const first = this.querySelector('[data-cell][class*="tone-"]') ?? this.querySelector('[data-cell]');
    this.#here(first);
  }

  // One cell at a time can be reached by Tab.
  #here(cell) {
    if (cell && cell !== this.cell) {
      this.cell?.setAttribute('tabindex', '-1');
      cell.setAttribute('tabindex', '0');
      this.cell = cell;
    }
  }

  #click(event) {
    const cell = event.target.closest('[data-cell]');
    if (cell && !event.target.closest('a, button, input') && !String(getSelection())) {
      this.#begin(cell);
    }
  }

  #key(event) {
    const cell = event.target.closest('[data-cell]');
    if (!cell) {
      return;
    }
    if (event.target.matches('.cell-input')) {
      this.#typed(event, cell);
      return;
    }
    const to = {
      ArrowLeft: () => this.#beside(cell, -1),
      ArrowRight: () => this.#beside(cell, 1),
      ArrowUp: () => this.#below(cell, 'previousElementSibling'),
      ArrowDown: () => this.#below(cell, 'nextElementSibling'),
    }[event.key]?.();
    if (to) {
      event.preventDefault();
      this.#here(to);
      to.focus();
    } else if ((event.key === 'Enter' || event.key === 'F2') && event.target === cell) {
      event.preventDefault();
      this.#begin(cell);
    }
  }

  #typed(event, cell) {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      this.#keep(cell);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      this.#end(cell);
      cell.focus();
    }
  }

  #beside(cell, step) {
    const cells = [...cell.parentElement.querySelectorAll('[data-cell]')];
    return cells[cells.indexOf(cell) + step];
  }

  #below(cell, where) {
    return cell.parentElement[where]?.querySelector(`[data-cell="${cell.dataset.cell}"]`);
  }

  #begin(cell) {
    if (cell.querySelector('.cell-input')) {
      return;
    }
    this.#here(cell);
    const input = document.createElement('input');
    input.className = 'form-control cell-input';
    input.value = cell.dataset.text;
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.setAttribute(
      'aria-label',
      this.dataset.label.replace('{0}', cell.dataset.label).replace('{1}', cell.parentElement.dataset.row),
    );
    cell.firstElementChild.hidden = true;
    cell.append(input);
    input.focus();
    input.select();
  }

  // Whoever goes elsewhere keeps what they wrote, as in a spreadsheet.
  #leave(input) {
    const cell = input.closest?.('[data-cell]');
    if (cell && input.matches('.cell-input')) {
      this.#keep(cell);
    }
  }

  #end(cell) {
    const input = cell.querySelector('.cell-input');
    // Removing the field takes the focus from it, which comes here again.
    input?.classList.remove('cell-input');
    input?.remove();
    cell.firstElementChild.hidden = false;
  }

  #keep(cell) {
    const text = cell.querySelector('.cell-input').value;
    const back = document.activeElement?.closest('[data-cell]') === cell;
    if (text === cell.dataset.text) {
      this.#end(cell);
      if (back) {
        cell.focus();
      }
      return;
    }
    const row = cell.parentElement;
    const values = { [`cell_${cell.dataset.cell}`]: text };
    const form = document.getElementById(this.dataset.place);
    for (const [name, value] of new FormData(form)) {
      values[name] = name in values ? [values[name], value].flat() : value;
    }
    this.#end(cell);
    cell.firstElementChild.textContent = text;
    row.setAttribute('aria-busy', 'true');
    const index = cell.dataset.cell;
    globalThis.htmx
      .ajax('POST', form.getAttribute('action') + row.dataset.row, {
        source: row,
        target: row,
        swap: 'outerHTML',
        values,
      })
      .then(() => this.#again(row, index, back));
  }

  // The row is another element now, unless it was refused; then it is as it was.
  #again(row, index, back) {
    const now = document.getElementById(row.id);
    now?.removeAttribute('aria-busy');
    const cell = now?.querySelector(`[data-cell="${index}"]`);
    if (now === row && cell) {
      this.#begin(cell);
      cell.querySelector('.cell-input').value = cell.firstElementChild.textContent;
      return;
    }
    if (cell && back) {
      this.#here(cell);
      cell.focus();
    } else if (this.cell && !this.cell.isConnected) {
      this.cell = null;
      this.#here(cell);
    }
  }
}

customElements.define('row-grid', RowGrid);
