import type {
  ChecklistItemState,
  ChecklistStageState,
} from '../../../../server/src/lsp/protocol.ts';
import { element, setText } from './element.ts';

/** What a stage needs of the page around it. */
export interface StageContext {
  readonly isOpen: boolean;
  /** The author ticked or unticked a box. */
  tick(item: string, ticked: boolean): void;
  /** The author opened or closed the stage. */
  keepOpen(isOpen: boolean): void;
}

/** One stage: its items with their boxes, and how many of them are ticked. */
export class StageView {
  readonly root: HTMLDetailsElement;
  readonly #count: HTMLElement;
  readonly #bar: HTMLProgressElement;
  readonly #boxes: ReadonlyMap<string, HTMLInputElement>;

  constructor(prefix: string, stage: ChecklistStageState, context: StageContext) {
    this.#count = element('span', { class: 'count' });
    this.#bar = element('progress', { attributes: { 'aria-hidden': 'true' } });
    const items = stage.items.map((item, index) => itemView(`${prefix}-${index}`, item, context));
    this.#boxes = new Map(items.map(({ id, box }) => [id, box]));
    this.root = element(
      'details',
      { class: 'stage' },
      element(
        'summary',
        {},
        element('span', { class: 'stage-title', text: stage.title }),
        this.#bar,
        this.#count,
      ),
      element('p', { class: 'description', text: stage.description }),
      element('ul', { class: 'items' }, ...items.map(({ row }) => row)),
    );
    this.root.open = context.isOpen;
    this.root.addEventListener('toggle', () => context.keepOpen(this.root.open));
    this.update(stage);
  }

  /** Shows the ticks of the same stage read again. */
  update(stage: ChecklistStageState): void {
    for (const { id, ticked } of stage.items) {
      const box = this.#boxes.get(id);
      if (box !== undefined) box.checked = ticked;
    }
    const done = stage.items.filter(({ ticked }) => ticked).length;
    setText(this.#count, `${done} of ${stage.items.length}`);
    this.#bar.max = Math.max(stage.items.length, 1);
    this.#bar.value = done;
  }

  setOpen(isOpen: boolean): void {
    this.root.open = isOpen;
  }
}

function itemView(
  prefix: string,
  item: ChecklistItemState,
  context: StageContext,
): { id: string; box: HTMLInputElement; row: HTMLLIElement } {
  const evidence = `${prefix}-evidence`;
  const box = element('input', {
    attributes: {
      type: 'checkbox',
      id: prefix,
      'aria-describedby': evidence,
      'data-item': item.id,
    },
  });
  box.addEventListener('change', () => context.tick(item.id, box.checked));
  const row = element(
    'li',
    {},
    box,
    element('label', { text: item.title, attributes: { for: prefix } }),
    element('p', { class: 'evidence', text: item.evidence, attributes: { id: evidence } }),
  );
  return { id: item.id, box, row };
}
