import type { FromPage, MaturityView, PageState, ToPage } from '../messages.ts';
import { type ActionContext, actions, isAction } from './actions.ts';
import { checklistPage } from './checklistPage.ts';
import { element } from './element.ts';
import { failureNotice } from './failureNotice.ts';
import { type FlowerPlace, moveInFlower, placeOf } from './flowerPicture.ts';
import { redraw } from './morph.ts';
import { overviewParts, spokenChange } from './overviewParts.ts';
import type { NoteInWork } from './pageContext.ts';
import { PendingTicks } from './pendingTicks.ts';

/** What the page needs of the world around it. */
export interface PageHost {
  postMessage(message: FromPage): void;
  setState(state: PageState): void;
}

/** Narrower than this, in CSS pixels, petals are numbered: their titles would be too small to read. */
const narrow = 460;
/** How long changes are gathered before they are spoken, in milliseconds. */
const beforeSpeaking = 1_000;

/** A page: draws what it was told last, and turns what its author does into messages. */
export class Page implements ActionContext {
  readonly #root: HTMLElement;
  readonly #host: PageHost;
  readonly #parts = element('div', { class: 'parts' });
  readonly #live = element('p', { class: 'unseen', attributes: { role: 'status' } });
  #state: PageState;
  readonly #pending = new PendingTicks();
  #told: ToPage | undefined;
  #note: NoteInWork | undefined;
  #place: FlowerPlace | undefined;
  #spoken: ToPage | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, state: PageState, host: PageHost) {
    this.#root = root;
    this.#host = host;
    this.#state = state;
    root.append(this.#parts, this.#live);
    host.setState(state);
    this.#listen();
  }

  /** Shows what a message says. */
  show(message: ToPage): void {
    const isFirst = this.#told === undefined;
    this.#told = message;
    const ref = message.overview?.comparison?.name;
    if (ref !== undefined && ref !== this.#state.ref) this.#keep({ ref });
    this.#draw();
    if (isFirst) window.scrollTo(0, this.#state.scroll);
    this.#speakSoon();
  }

  get told(): ToPage | undefined {
    return this.#told;
  }

  send(message: FromPage): void {
    this.#host.postMessage(message);
  }

  tick(item: string, ticked: boolean): void {
    this.#pending.add(item, ticked, Date.now());
    this.#draw();
    this.send({ type: 'tick', item, ticked });
  }

  setView(view: MaturityView): void {
    this.#keep({ view });
    this.#draw();
  }

  setAllOpen(isOpen: boolean): void {
    for (const part of this.#parts.querySelectorAll('details.stage')) {
      if (part instanceof HTMLDetailsElement) part.open = isOpen;
    }
  }

  writeNote(note: NoteInWork | undefined): void {
    const left = this.#note;
    this.#note = note;
    this.#draw();
    if (note !== undefined) document.getElementById('note-text')?.focus();
    else if (left !== undefined) document.getElementById(`item-${left.item}-add`)?.focus();
  }

  goTo(criterion: string): void {
    const row = document.getElementById(`criterion-${criterion}`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }

  #keep(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#host.setState(this.#state);
  }

  #draw(): void {
    if (this.#told === undefined) return;
    const told = this.#pending.applyTo(this.#told, Date.now());
    const { view, openParts, panel } = this.#state;
    const context = {
      strings: told.strings,
      view,
      note: this.#note,
      modelHeading: panel === 'overview' ? ('h3' as const) : ('h2' as const),
      isOpen: (part: string, otherwise: boolean) => openParts[part] ?? otherwise,
      place: this.#place,
      isNarrow: this.#root.clientWidth < narrow,
    };
    const parts =
      panel === 'overview' ? overviewParts(told, context) : checklistPage(told, context);
    const all = [failureNotice(told), ...parts];
    redraw(
      this.#parts,
      all.filter((part) => part !== undefined),
    );
  }

  #listen(): void {
    const root = this.#root;
    root.addEventListener('click', (event) => this.#act(event.target));
    root.addEventListener('keydown', (event) => this.#key(event));
    root.addEventListener('submit', (event) => this.#submit(event));
    root.addEventListener('focusin', ({ target }) => {
      const place = target instanceof SVGElement ? placeOf(target) : undefined;
      if (place === undefined) return;
      this.#place = place;
      this.#draw();
    });
    window.addEventListener('scroll', () => {
      if (this.#told !== undefined) this.#keep({ scroll: Math.round(window.scrollY) });
    });
    // Opening and closing does not bubble.
    root.addEventListener('toggle', ({ target }) => this.#keepOpen(target), { capture: true });
    let wasNarrow = root.clientWidth < narrow;
    new ResizeObserver(() => {
      const isNarrow = root.clientWidth < narrow;
      if (isNarrow !== wasNarrow) this.#draw();
      wasNarrow = isNarrow;
    }).observe(root);
  }

  #keepOpen(target: EventTarget | null): void {
    const part = target instanceof HTMLDetailsElement ? target.dataset.part : undefined;
    if (part === undefined || !(target instanceof HTMLDetailsElement)) return;
    this.#keep({ openParts: { ...this.#state.openParts, [part]: target.open } });
  }

  #act(target: EventTarget | null): void {
    const source = target instanceof Element ? target.closest('[data-do]') : null;
    if (!(source instanceof HTMLElement || source instanceof SVGElement)) return;
    const name = source.dataset.do;
    if (isAction(name)) actions[name](source, this);
  }

  #key(event: KeyboardEvent): void {
    const { target, key } = event;
    if (target instanceof SVGElement && placeOf(target) !== undefined) {
      const next = moveInFlower(target, key);
      if (next instanceof SVGElement) next.focus();
      else if (key === 'Enter' || key === ' ') this.#act(target);
      else return;
      event.preventDefault();
    } else if (key === 'Escape' && this.#note !== undefined) {
      event.preventDefault();
      this.writeNote(undefined);
    }
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const { item = '', line = '' } = form.dataset;
    const written = (name: string): string => {
      const field = form.elements.namedItem(name);
      return field instanceof HTMLInputElement ? field.value : '';
    };
    const [date, text] = [written('date'), written('text')];
    const place = line === '' ? null : Number(line);
    if (text.trim() !== '') {
      this.send({ type: 'note', item, line: place, date: date === '' ? null : date, text });
    }
    this.writeNote(undefined);
  }

  /** Says in a sentence what changed, once its author pauses. The first drawing is no change. */
  #speakSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const told = this.#told;
      if (told === undefined) return;
      const before = this.#spoken?.overview ?? null;
      this.#live.textContent = spokenChange(before, told.overview, told.strings);
      this.#spoken = told;
    }, beforeSpeaking);
  }
}
