import type { ChecklistModelState, ChecklistState } from '../../../../server/src/lsp/protocol.ts';
import type { FromPage, PageState, PanelContent, ToPage } from '../messages.ts';
import { button, element, setText } from './element.ts';
import { StageView } from './stageView.ts';

/** What the view needs of the page around it. */
export interface ViewContext {
  /** Which stages the author opened or closed, by key. */
  openStages(): PageState['openStages'];
  send(message: FromPage): void;
  keepStage(stage: string, isOpen: boolean): void;
}

/**
 * The whole page. What stays the same is left in place when the checklist is drawn again, so that
 * the focus and the place that is being read do not jump.
 */
export class ChecklistView {
  readonly #context: ViewContext;
  readonly #failure = element('div', { class: 'failure', attributes: { role: 'alert' } });
  readonly #note = element('p', { class: 'note', attributes: { role: 'status' } });
  readonly #problems = element('section', {
    class: 'problems',
    attributes: { 'aria-label': 'What needs a look in the file' },
  });
  readonly #models = element('div', { class: 'models' });
  readonly #file: HTMLButtonElement;
  #stages = new Map<string, StageView>();
  #drawnShape = '';
  #drawnProblems = '';
  #drawnFailure = '';

  constructor(root: HTMLElement, context: ViewContext) {
    this.#context = context;
    this.#file = button('', 'link file', () => context.send({ type: 'openFile' }));
    this.#file.title = 'Open the file';
    root.append(
      element(
        'header',
        {},
        element('h1', { text: 'Maturity checklist' }),
        element(
          'div',
          { class: 'bar' },
          this.#file,
          button('Expand All', 'link', () => this.#setAllOpen(true)),
          button('Collapse All', 'link', () => this.#setAllOpen(false)),
        ),
        this.#note,
      ),
      this.#failure,
      this.#problems,
      this.#models,
    );
  }

  /** Shows what a message says. */
  draw({ content, failure, isServerStopped }: ToPage): void {
    this.#drawFailure(failure ?? '', isServerStopped);
    if (content === null) return;
    setText(this.#file, content.file);
    setText(this.#note, noteOf(content));
    this.#file.disabled = !content.fileExists;
    this.#drawProblems(content.checklist.problems);
    this.#drawModels(content.checklist.models);
  }

  #drawFailure(failure: string, isServerStopped: boolean): void {
    const drawn = JSON.stringify([failure, isServerStopped]);
    if (drawn === this.#drawnFailure) return;
    this.#drawnFailure = drawn;
    const restart = button('Restart Language Server', 'primary', () =>
      this.#context.send({ type: 'restartServer' }),
    );
    const parts = [element('p', { text: failure }), ...(isServerStopped ? [restart] : [])];
    this.#failure.replaceChildren(...(failure === '' ? [] : parts));
  }

  #drawProblems(problems: ChecklistState['problems']): void {
    const drawn = JSON.stringify(problems);
    if (drawn === this.#drawnProblems) return;
    this.#drawnProblems = drawn;
    const rows = problems.map(({ line, message }) =>
      element(
        'li',
        {},
        button(`Line ${line + 1}`, 'link', () => this.#context.send({ type: 'openFile', line })),
        document.createTextNode(` ${message}`),
      ),
    );
    const heading = element('h2', { text: 'In the file' });
    this.#problems.replaceChildren(
      ...(rows.length > 0 ? [heading, element('ul', {}, ...rows)] : []),
    );
  }

  #drawModels(models: readonly ChecklistModelState[]): void {
    const shape = JSON.stringify(models, (key, value: unknown) =>
      key === 'ticked' || key === 'line' ? undefined : value,
    );
    if (shape !== this.#drawnShape) {
      this.#drawnShape = shape;
      this.#stages = new Map();
      this.#models.replaceChildren(...models.map((model, index) => this.#modelView(model, index)));
      return;
    }
    for (const model of models) {
      for (const stage of model.stages) this.#stages.get(stageKey(model, stage))?.update(stage);
    }
  }

  #modelView(model: ChecklistModelState, index: number): HTMLElement {
    const heading = `model-${index}`;
    // Where nothing is known of the author's choice, the first stage with something left is open.
    const next = model.stages.find(({ items }) => items.some(({ ticked }) => !ticked));
    const stages = model.stages.map((stage, position) => {
      const key = stageKey(model, stage);
      const view = new StageView(`item-${index}-${position}`, stage, {
        isOpen: this.#context.openStages()[key] ?? stage === next,
        tick: (item, ticked) => this.#context.send({ type: 'tick', item, ticked }),
        keepOpen: (isOpen) => this.#context.keepStage(key, isOpen),
      });
      this.#stages.set(key, view);
      return view.root;
    });
    return element(
      'section',
      { class: 'model', attributes: { 'aria-labelledby': heading } },
      element('h2', { text: model.title, attributes: { id: heading } }),
      element('p', { class: 'caveat', text: model.caveat }),
      element('p', { class: 'source', text: 'Source: ' }, ...withLinks(model.source)),
      ...stages,
    );
  }

  #setAllOpen(isOpen: boolean): void {
    for (const stage of this.#stages.values()) stage.setOpen(isOpen);
  }
}

function stageKey(model: { readonly id: string }, stage: { readonly id: string }): string {
  return `${model.id}/${stage.id}`;
}

function noteOf({ file, fileExists, isDirty }: PanelContent): string {
  if (!fileExists) return `There is no ${file} yet: the first tick creates it.`;
  if (isDirty)
    return 'The file has changes that are not saved yet; ticks are added to them unsaved.';
  return 'The ticks are kept in this file; edit it by hand whenever you like.';
}

/** A text whose addresses can be followed. */
function withLinks(text: string): Node[] {
  return text
    .split(/(https:\/\/[^\s()<>"']+)/)
    .map((part, index) =>
      index % 2 === 1
        ? element('a', { text: part, attributes: { href: part } })
        : document.createTextNode(part),
    );
}
