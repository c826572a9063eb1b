import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  SnippetTextEdit,
  TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished, recipe } from './halfFinished.ts';
import { everywhere, StdioClient } from './stdioClient.ts';
import { applyTo } from './workspaceEdit.ts';

const uri = 'file:///project/strategy.md';
const title = '# Open source strategy of Example Cooperative';

const flower = `${title}

## The flower

The groups that we work with:

- **Legal:** counsel decides within five days
  - and keeps the list of licences
- **Business:** each unit names a contact
`;

const lazyCapabilities: ClientCapabilities = {
  ...fullCapabilities,
  textDocument: {
    ...fullCapabilities.textDocument,
    codeAction: {
      ...fullCapabilities.textDocument?.codeAction,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

describe('what an author can have done', () => {
  let client: StdioClient;
  let text = '';
  beforeEach(() => {
    client = new StdioClient(fullOffers);
  });
  afterEach(() => client.stop());

  async function open(content: string, capabilities = fullCapabilities): Promise<void> {
    text = content;
    await client.initialize(capabilities);
    await client.open(uri, content);
  }

  /** The actions at the line that begins so. */
  async function actionsAt(beginning: string, only?: string[]): Promise<CodeAction[]> {
    const line = text.split(/\r?\n/).findIndex((one) => one.startsWith(beginning));
    const position = { line, character: 0 };
    const range = { start: position, end: position };
    return (await client.codeActions(uri, range, only ? { only } : {})) as CodeAction[];
  }

  async function actionAt(beginning: string, wanted: RegExp): Promise<CodeAction> {
    const actions = await actionsAt(beginning);
    const found = actions.find((action) => wanted.test(action.title));
    if (found === undefined) throw new Error(actions.map((action) => action.title).join('\n'));
    return found;
  }

  describe('completing a thin answer', () => {
    const thin = `${title}\n\n## Technology\n\nWe build our billing on PostgreSQL and Kubernetes.\n`;

    it('adds a line for each facet that is not met, behind what is written', async () => {
      await open(thin);
      const action = await actionAt('## Technology', /^Add what “Technology” lacks/);
      expect(action.kind).toBe('quickfix');
      const after = applyTo(uri, text, action.edit);
      expect(after.startsWith(thin.trimEnd())).toBe(true);
      expect(after).toMatch(/\n\n- .+\n- \*\*Tied to goals:\*\* \[tie them to a goal/);
    });

    it('does not make the answer a whole one, and is not offered again', async () => {
      await open(thin);
      const action = await actionAt('## Technology', /^Add what/);
      await client.change(uri, 2, [{ text: applyTo(uri, text, action.edit) }]);
      const rules = (await client.diagnostics(uri)).map(({ code, range }) => [
        code,
        range.start.line,
      ]);
      expect(rules).toContainEqual(['thin-answer', 2]);
      const titles = (await actionsAt('## Technology')).map((one) => one.title);
      expect(titles.filter((one) => one.startsWith('Add what'))).toEqual([]);
    });

    it('keeps the line ends of the document', async () => {
      await open(thin.replaceAll('\n', '\r\n'));
      const action = await actionAt('## Technology', /^Add what/);
      expect(applyTo(uri, text, action.edit).replaceAll('\r\n', '')).not.toContain('\n');
    });

    it('selects the first thing to fill in', async () => {
      await open(thin);
      const action = await actionAt('## Technology', /^Add what/);
      const [change] = action.edit?.documentChanges ?? [];
      const [edit] = (change as TextDocumentEdit).edits;
      expect((edit as SnippetTextEdit).snippet.value).toContain('${1:[');
    });
  });

  it('says that a section answers a criterion, which the author chooses', async () => {
    await open(`${title}\n\n## House rules\n\nAsk Anna Berg before you use something new.\n`);
    const action = await actionAt('## House rules', /^This section answers \.\.\.$/);
    expect(action.kind).toBe('refactor.rewrite');
    const [change] = action.edit?.documentChanges ?? [];
    const [edit] = (change as TextDocumentEdit).edits;
    expect((edit as SnippetTextEdit).snippet.value).toMatch(
      /^<!-- ospo-strategy: answers \$\{1\|[\w.,-]*petal\.legal[\w.,-]*\|\} -->\n\n$/,
    );
    expect((edit as SnippetTextEdit).range.start).toEqual({ line: 2, character: 0 });
  });

  it('names likely criteria for an editor without tab stops', async () => {
    const { workspaceEdit: _, ...workspace } = fullCapabilities.workspace ?? {};
    await open(`${title}\n\n## House rules\n\nAsk Anna Berg first.\n`, {
      ...fullCapabilities,
      workspace,
    });
    const actions = await actionsAt('## House rules', ['refactor']);
    const titles = actions.map((one) => one.title);
    expect(titles).toHaveLength(3);
    expect(titles[0]).toMatch(/^This section answers “.+”$/);
    const after = applyTo(uri, text, actions[0]?.edit);
    expect(after).toMatch(/\n<!-- ospo-strategy: answers [\w.-]+ -->\n\n## House rules\n/);
  });

  it('turns a list of petals into sections, with what stands in its items', async () => {
    await open(flower);
    const action = await actionAt('- **Business', /^Turn this list into sections$/);
    expect(applyTo(uri, text, action.edit)).toBe(`${title}

## The flower

The groups that we work with:

### Legal

counsel decides within five days
- and keeps the list of licences

### Business

each unit names a contact
`);
  });

  it('leaves lists of other things as they are', async () => {
    await open(`${title}\n\n- eggs\n- sugar\n- Legal\n`);
    expect((await actionsAt('- sugar')).map((one) => one.title)).not.toContain(
      'Turn this list into sections',
    );
  });

  it('adds a question and an answer to a section of them', async () => {
    await open(halfFinished);
    const action = await actionAt('TODO', /^Add a question and its answer$/);
    const after = applyTo(uri, text, action.edit);
    expect(after).toMatch(/TODO\n\n\*\*Question: \[.+\]\*\*\n\n\*\*Answer:\*\* \[.+\]/);
  });

  describe('repairing all that is safe', () => {
    const twice = `${halfFinished}
<!-- ospo-strategy: not-applicable petal.ospo reason="There is no office" -->

<!-- ospo-strategy: not-applicable petal.ospo reason="There is no office" -->
`;

    it('is done when the editor asks for it, and is done once', async () => {
      await open(twice);
      const [action, ...others] = await actionsAt('# Open', ['source.fixAll']);
      expect(others).toEqual([]);
      expect(action?.kind).toBe('source.fixAll.ospoStrategy');
      const after = applyTo(uri, text, action?.edit);
      expect(after.match(/not-applicable/g)).toHaveLength(1);
      await client.change(uri, 2, [{ text: after }]);
      expect(await actionsAt('# Open', ['source.fixAll'])).toEqual([]);
    });

    it('is not among what is offered at a place, and inserts nothing', async () => {
      await open(twice);
      const kinds = (await client.codeActions(uri, everywhere)).map(
        (one) => (one as CodeAction).kind,
      );
      expect(kinds).not.toContain('source.fixAll.ospoStrategy');
      const [action] = await actionsAt('# Open', ['source']);
      expect(applyTo(uri, text, action?.edit).length).toBeLessThan(text.length);
    });
  });

  describe('in an editor that asks for edits late', () => {
    it('comes with the edit when it is chosen', async () => {
      await open(flower, lazyCapabilities);
      const action = await actionAt('- **Legal', /^Turn this list/);
      expect(action.edit).toBeUndefined();
      const resolved = await client.request<CodeAction>('codeAction/resolve', action);
      expect(applyTo(uri, text, resolved.edit)).toContain('### Legal');
    });

    it('does the same for every action that is offered', async () => {
      await open(halfFinished, lazyCapabilities);
      const actions = (await client.codeActions(uri, everywhere)) as CodeAction[];
      expect(actions.length).toBeGreaterThan(20);
      for (const action of actions) {
        const resolved = await client.request<CodeAction>('codeAction/resolve', action);
        expect(resolved.title).toBe(action.title);
        expect(applyTo(uri, text, resolved.edit)).not.toBe(text);
      }
    });

    it('is refused where the document has changed since', async () => {
      await open(flower, lazyCapabilities);
      const action = await actionAt('- **Legal', /^Turn this list/);
      await client.change(uri, 2, [{ text: `${flower}\nMore.\n` }]);
      await expect(client.request('codeAction/resolve', action)).rejects.toThrow(/changed/);
    });
  });

  it('is nothing in a file that is no strategy', async () => {
    await open(recipe);
    expect(await client.codeActions(uri, everywhere)).toEqual([]);
  });

  it('repair text whose UTF-8 was read as Windows-1252, by a quick fix', async () => {
    const damaged = `${title}\n\nWe say: â‚¬ 5 â€“ fÃ¼r alle.\n`;
    const repaired = `${title}\n\nWe say: € 5 – für alle.\n`;
    await open(damaged);
    const actions = await client.codeActions(uri, everywhere);
    const repair = actions.find(({ title: name }) => name === 'Repair the damaged line') as
      | CodeAction
      | undefined;
    expect(repair?.kind).toBe('quickfix');
    expect(applyTo(uri, damaged, repair?.edit)).toBe(repaired);
  });
});
