import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const { commands, configuration, menus, snippets, views, viewsWelcome, walkthroughs } =
  manifest.contributes;
const contributed = {
  commands: commands.map(({ command }) => command),
  settings: Object.keys(configuration.properties),
  panels: manifest.activationEvents.flatMap(
    (event) => /^onWebviewPanel:(.*)/.exec(event)?.[1] ?? [],
  ),
};
const menuEntries: readonly { readonly command: string; readonly when?: string }[] =
  Object.values(menus).flat();
const contributedViews = Object.values(views)
  .flat()
  .map(({ id }) => id);

/** A text of the manifest in English: `%key%` stands for it. */
function english(text: string): string {
  return new Map(Object.entries(texts)).get(text.replaceAll('%', '')) ?? text;
}

/** Every TypeScript file below a folder, as one text. */
function sourcesOf(folder: string): string {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(`${root}${folder}/${path}`, 'utf8'))
    .join('\n');
}

/** What a regular expression's first group catches, each once. */
function caught(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

const client = sourcesOf('client/src');
const registered = caught(client, /'(ospoStrategy\.\w+)': \(/g);
const settingsRead = caught(client, /\.get(?:<[^>]*>)?\('([\w.]+)'/g);
const contextKeys = caught(client, /'setContext',\s*'(ospoStrategy\.\w+)'/g);
const statusItems = caught(client, /createLanguageStatusItem\('(ospoStrategy\.\w+)'/g);
const viewIds = caught(client, /viewId = '(ospoStrategy\.\w+)'/g);
const viewTypes = caught(client, /viewType = '(ospoStrategy\.\w+)'/g);

describe('code and manifest name the same things', () => {
  test('every registered command is contributed, and the reverse', () => {
    expect(registered).toEqual([...contributed.commands].sort());
  });

  test('every name in the code is a command, a context key, a status item or a panel', () => {
    const known = [
      ...contributed.settings,
      ...contributed.commands,
      ...contextKeys,
      ...statusItems,
      ...viewTypes,
      ...viewIds,
    ];
    expect(
      caught(client, /'(ospoStrategy\.[\w.]+)'/g).filter((name) => !known.includes(name)),
    ).toEqual([]);
  });

  test('every setting that the client reads is contributed', () => {
    expect(settingsRead).not.toEqual([]);
    for (const name of settingsRead) expect(contributed.settings).toContain(`ospoStrategy.${name}`);
  });

  test('every contributed setting is read: by client, server or the language client library', () => {
    // `trace.server` is read by vscode-languageclient, from the id of the client.
    const readElsewhere = ['ospoStrategy.trace.server'];
    const code = `${client}\n${sourcesOf('server/src/lsp')}`;
    const unread = contributed.settings
      .filter((name) => !readElsewhere.includes(name))
      .filter((name) => {
        const last = name.split('.').at(-1) ?? name;
        return !new RegExp(`['".]${last}\\b`).test(code);
      });
    expect(unread).toEqual([]);
  });

  test('every panel that VS Code brings back activates the extension, and the reverse', () => {
    expect(contributed.panels).toEqual(viewTypes);
  });
});

describe('menus', () => {
  test('name contributed commands only', () => {
    for (const { command } of menuEntries) expect(contributed.commands).toContain(command);
  });

  test('depend on context keys that the client sets, each of which is used', () => {
    const conditions = menuEntries.map(({ when }) => when).join(' ');
    const keys = caught(conditions, /(?<!view == )(ospoStrategy\.\w+)/g);
    expect(keys).toEqual(contextKeys);
  });

  test('show nothing of ours in an editor whose file is not analysed', () => {
    for (const { when } of [...menus['editor/title'], ...menus['editor/context']]) {
      expect(when).toContain('ospoStrategy.isAnalysed');
    }
  });
});

describe('the side bar', () => {
  test('has the views that the client fills, each with a word for when it is empty', () => {
    expect([...contributedViews].sort()).toEqual(viewIds);
    expect(viewsWelcome.map(({ view }) => view)).toEqual(contributedViews);
  });

  test('has menus of its own views only', () => {
    for (const { when } of [...menus['view/title'], ...menus['view/item/context']]) {
      expect(contributedViews).toContain(/view == ([\w.]+)/.exec(when)?.[1]);
    }
  });
});

describe('the walkthrough', () => {
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  test('has a small picture and an end for each step', () => {
    expect(steps).toHaveLength(4);
    for (const { completionEvents, media } of steps) {
      expect(statSync(`${root}${media.image}`).size).toBeLessThan(20_000);
      for (const event of completionEvents) {
        const [, kind, name] = /^(onCommand|onView):(.*)$/.exec(event) ?? [];
        expect(kind === 'onView' ? contributedViews : contributed.commands).toContain(name);
      }
    }
  });

  test('and the side bar link to commands that there are', () => {
    const links = [
      ...steps.map(({ description }) => english(description)),
      ...viewsWelcome.map(({ contents }) => english(contents)),
    ].join('\n');
    const focus = contributedViews.map((id) => `${id}.focus`);
    for (const command of caught(links, /\(command:([\w.]+)\)/g)) {
      expect([...contributed.commands, ...focus]).toContain(command);
    }
  });
});

describe('what the marketplace and VS Code ask for', () => {
  test('each command belongs to the category OSPO Strategy', () => {
    for (const { category } of commands) expect(category).toBe('OSPO Strategy');
  });

  test('there are few settings', () => {
    expect(contributed.settings.length).toBeLessThanOrEqual(15);
  });

  test('each setting is explained, has a default and a scope', () => {
    for (const setting of Object.values(configuration.properties)) {
      expect(english(setting.markdownDescription)).toMatch(/\.$/);
      expect(setting).toMatchObject({
        default: expect.anything(),
        scope: expect.stringMatching(/^(resource|window)$/),
      });
    }
  });

  test('nothing starts before a Markdown file, a command or a panel asks for it', () => {
    const others = manifest.activationEvents.filter((event) => !/^on(WebviewPanel):/.test(event));
    expect(others).toEqual(['onLanguage:markdown']);
  });

  test('it works in restricted mode and in virtual workspaces', () => {
    expect(manifest.capabilities).toEqual({
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    });
  });

  test('the icon is a PNG of 128 by 128 pixels', () => {
    const png = readFileSync(`${root}${manifest.icon}`);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
  });

  test('every file of snippets is there', () => {
    for (const { path } of snippets) expect(existsSync(`${root}${path}`), path).toBe(true);
  });
});
