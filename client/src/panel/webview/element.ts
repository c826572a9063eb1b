/** What an element may be given. */
export interface Parts {
  readonly class?: string;
  /** Set as text, never read as HTML. */
  readonly text?: string;
  /** Tells it from its siblings when the page is drawn again; see `morph.ts`. */
  readonly key?: string;
  readonly attributes?: { readonly [name: string]: string };
  /** What the page does when it is used; see `actions.ts`. */
  readonly action?: Action;
}

/** An action by its name, with what it needs to know, as `data-` attributes carry it. */
export interface Action {
  readonly do: string;
  readonly [name: string]: string;
}

/**
 * Makes an element.
 * @param name the element's name, such as `p`
 * @param parts what it gets
 * @param children what it holds, after its text; what is `undefined` is left out
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  parts: Parts = {},
  ...children: readonly (Node | undefined)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (parts.class !== undefined) made.className = parts.class;
  if (parts.text !== undefined) made.textContent = parts.text;
  if (parts.key !== undefined) made.dataset.key = parts.key;
  for (const [key, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(key, value);
  Object.assign(made.dataset, parts.action);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does something when it is pressed. */
export function button(
  text: string,
  look: string,
  action: Action,
  name?: string,
): HTMLButtonElement {
  const attributes = { type: 'button', ...(name === undefined ? {} : { 'aria-label': name }) };
  return element('button', { class: look, text, action, attributes });
}

/** A text that stands among elements. */
export function words(text: string): Text {
  return document.createTextNode(text);
}
