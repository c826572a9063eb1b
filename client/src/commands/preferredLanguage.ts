/** Where the regions of a language are written in different scripts, the tag of each. */
const scripts: { readonly [region: string]: string } = {
  'zh-cn': 'zh-Hans',
  'zh-sg': 'zh-Hans',
  'zh-tw': 'zh-Hant',
  'zh-hk': 'zh-Hant',
  'zh-mo': 'zh-Hant',
};

/**
 * The language to offer first: that of the editor.
 * @param tags what there is
 * @param locale of the editor, such as `de`, `pt-br` or `zh-cn`
 * @returns the tag itself, else one of the same language, else the first
 */
export function preferredLanguage(tags: readonly string[], locale: string): string | undefined {
  const wanted = locale.toLowerCase();
  const script = scripts[wanted];
  const primary = wanted.split('-')[0];
  return (
    tags.find((tag) => tag === script || tag.toLowerCase() === wanted) ??
    tags.find((tag) => tag.toLowerCase().split('-')[0] === primary) ??
    tags[0]
  );
}
