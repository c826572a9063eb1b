/**
 * Draws by making what is there look like what is wanted. What stays the same is left in place, so
 * that focus, selection, scrolling and what a screen reader is reading do not jump.
 */

/** What an author opens, closes and writes is theirs: drawing does not touch it. */
const ofAuthor: Readonly<Record<string, readonly string[]>> = {
  DETAILS: ['open'],
  INPUT: ['value'],
};

/**
 * @param current an element of the page; its children with a `data-own` attribute keep their content
 * @param wanted a new element of the same name, which is used up
 */
export function morph(current: Element, wanted: Element): void {
  morphAttributes(current, wanted);
  if (current instanceof HTMLInputElement && wanted instanceof HTMLInputElement) {
    current.checked = wanted.checked;
  }
  if (!current.hasAttribute('data-own')) morphChildren(current, wanted);
}

/**
 * Draws the children of an element anew, and keeps the focus where it is even if what has it moves.
 * @param root whose children are drawn
 * @param children wanted
 */
export function redraw(root: Element, children: readonly Node[]): void {
  const focused = document.activeElement;
  const wanted = root.cloneNode(false) as Element;
  wanted.append(...children);
  morphChildren(root, wanted);
  if (focused === null || document.activeElement === focused || focused.id === '') return;
  document.getElementById(focused.id)?.focus({ preventScroll: true });
}

function morphAttributes(current: Element, wanted: Element): void {
  const kept = ofAuthor[current.tagName] ?? [];
  for (const { name } of [...current.attributes]) {
    if (!wanted.hasAttribute(name) && !kept.includes(name)) current.removeAttribute(name);
  }
  for (const { name, value } of [...wanted.attributes]) {
    if (!kept.includes(name) && current.getAttribute(name) !== value) {
      current.setAttribute(name, value);
    }
  }
}

function morphChildren(current: Element, wanted: Element): void {
  const keyed = new Map<string, Element>();
  for (const child of current.children) {
    const key = keyOf(child);
    if (key !== undefined) keyed.set(key, child);
  }
  let next = current.firstChild;
  for (const child of [...wanted.childNodes]) {
    const key = keyOf(child);
    const same = key === undefined ? likeNext(next, child) : keyed.get(key);
    if (same === undefined) {
      current.insertBefore(child, next);
      continue;
    }
    if (same === next) next = next.nextSibling;
    else current.insertBefore(same, next);
    if (same instanceof Element && child instanceof Element) morph(same, child);
    else if (same.nodeValue !== child.nodeValue) same.nodeValue = child.nodeValue;
  }
  while (next !== null) {
    const after = next.nextSibling;
    next.remove();
    next = after;
  }
}

/** What stands next, where it can become what is wanted there. */
function likeNext(next: ChildNode | null, wanted: ChildNode): ChildNode | undefined {
  if (next === null || next.nodeType !== wanted.nodeType || keyOf(next) !== undefined)
    return undefined;
  return next.nodeName === wanted.nodeName ? next : undefined;
}

/** An element's key with its name: an element never becomes one of another name. */
function keyOf(node: Node): string | undefined {
  if (!(node instanceof Element)) return undefined;
  const key = node.getAttribute('data-key');
  return key === null ? undefined : `${node.nodeName} ${key}`;
}
