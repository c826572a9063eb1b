import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import manifestTexts from '../../package.nls.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

/** The languages of the interface beside English, as VS Code calls them. */
const languages = ['de', 'es', 'fr', 'ja', 'pt-br', 'zh-cn'];

type Texts = { readonly [key: string]: string };

function readTexts(path: string): Texts {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

/** Every English text that the client translates: the first argument of `l10n.t`. */
function clientTexts(): readonly string[] {
  const sources = readdirSync(join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(root, 'client/src', path), 'utf8'))
    .join('\n');
  const calls = sources.matchAll(/l10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/g);
  const texts = [...calls].map(([, single, double]) =>
    (single ?? double ?? '').replace(/\\(.)/g, '$1'),
  );
  expect(texts).toHaveLength(sources.split('l10n.t(').length - 1);
  return [...new Set(texts)].sort();
}

/** What a text has to keep in every language: places for values, commands, settings, line breaks. */
function fixedParts(text: string): readonly string[] {
  return (text.match(/\{\d\}|\(command:[\w.]+\)|\n|\bospoStrategy\.[\w.]+/g) ?? []).sort();
}

function expectTranslated(source: Texts, translated: Texts): void {
  expect(Object.keys(translated).sort()).toEqual(Object.keys(source).sort());
  for (const [key, text] of Object.entries(source)) {
    expect(translated[key]?.trim(), key).not.toBe('');
    expect(fixedParts(translated[key] ?? ''), key).toEqual(fixedParts(text));
  }
}

describe('the manifest', () => {
  const used = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? '');

  test('uses every text, and has every text that it uses', () => {
    expect([...new Set(used)].sort()).toEqual(Object.keys(manifestTexts).sort());
  });

  test('has no text of its own where a person reads', () => {
    const { commands, views, configuration, walkthroughs, viewsWelcome } = manifest.contributes;
    const shown = [
      ...commands.map(({ title }) => title),
      ...Object.values(views).flatMap((all) => all.map(({ name }) => name)),
      ...Object.values(configuration.properties).map((setting) => setting.markdownDescription),
      ...walkthroughs.flatMap(({ title, steps }) => [title, ...steps.map((step) => step.title)]),
      ...viewsWelcome.map(({ contents }) => contents),
    ];
    expect(shown.filter((text) => !/^%[\w.]+%$/.test(text))).toEqual([]);
  });

  test.each(languages)('speaks %s', (language) => {
    expectTranslated(manifestTexts, readTexts(`package.nls.${language}.json`));
  });
});

describe('the client and its pages', () => {
  const source = Object.fromEntries(clientTexts().map((text) => [text, text]));

  test.each(languages)('speak %s', (language) => {
    expectTranslated(source, readTexts(`l10n/bundle.l10n.${language}.json`));
  });
});

test('there is a bundle for each language that the manifest speaks, and no other', () => {
  const bundles = readdirSync(join(root, 'l10n')).map(
    (name) => /^bundle\.l10n\.(.*)\.json$/.exec(name)?.[1],
  );
  const manifests = readdirSync(root).flatMap(
    (name) => /^package\.nls\.(.+)\.json$/.exec(name)?.[1] ?? [],
  );
  expect(bundles.sort()).toEqual(languages);
  expect(manifests.sort()).toEqual(languages);
});
