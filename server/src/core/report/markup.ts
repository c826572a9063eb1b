import { shownText } from './shownText.ts';

/** Halves of surrogate pairs and code points that XML has no place for. */
const NOT_XML =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as it may stand in HTML, SVG and XML, between tags and in quoted attributes alike.
 * @param text any text; what cannot be shown becomes U+FFFD
 */
export function escapeMarkup(text: string): string {
  return shownText(text)
    .replace(NOT_XML, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
