import type { ChecklistContent } from '../checklistMessages.ts';
import type { ToPage } from '../messages.ts';

/** How long a tick may be on its way to the file, in milliseconds. */
const longest = 10_000;

/**
 * Ticks that are on their way to the file. Until they stand there, what was read before them is
 * drawn as if they did: a box does not go back for a moment.
 */
export class PendingTicks {
  readonly #ticks = new Map<string, { readonly ticked: boolean; readonly until: number }>();

  /** @param now in milliseconds */
  add(item: string, ticked: boolean, now: number): void {
    this.#ticks.set(item, { ticked, until: now + longest });
  }

  /**
   * Forgets what a message knows, what failed, and what took too long.
   * @param now in milliseconds
   * @returns the message with what is still on its way
   */
  applyTo(message: ToPage, now: number): ToPage {
    const { checklist, failure } = message;
    if (failure !== null) this.#ticks.clear();
    if (checklist === null) return message;
    for (const { id, ticked } of itemsOf(checklist)) {
      const pending = this.#ticks.get(id);
      if (pending?.ticked === ticked || (pending?.until ?? now) < now) this.#ticks.delete(id);
    }
    return this.#ticks.size === 0 ? message : { ...message, checklist: this.#ticked(checklist) };
  }

  #ticked(content: ChecklistContent): ChecklistContent {
    const models = content.checklist.models.map((model) => ({
      ...model,
      stages: model.stages.map((stage) => ({
        ...stage,
        items: stage.items.map((item) => ({
          ...item,
          ticked: this.#ticks.get(item.id)?.ticked ?? item.ticked,
        })),
      })),
    }));
    return { ...content, checklist: { ...content.checklist, models } };
  }
}

function itemsOf({ checklist }: ChecklistContent) {
  return checklist.models.flatMap(({ stages }) => stages.flatMap(({ items }) => items));
}
