/** What an element may be given: its class, its text, and attributes. */
export interface Parts {
  readonly class?: string;
  /** Set as text, never read as HTML. */
  readonly text?: string;
  readonly attributes?: { readonly [name: string]: string };
}

/**
 * Makes an element.
 * @param name the element's name, such as `p`
 * @param parts what it gets
 * @param children what it holds, after its text
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  parts: Parts = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (parts.class !== undefined) made.className = parts.class;
  if (parts.text !== undefined) made.textContent = parts.text;
  for (const [key, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A button that does something when it is pressed. */
export function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = element('button', { class: look, text, attributes: { type: 'button' } });
  made.addEventListener('click', press);
  return made;
}

/** Sets a text only where it is another, so that a screen reader does not say it again. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}
