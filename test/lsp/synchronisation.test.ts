import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  Diagnostic,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';

/** What an author does to a document, one edit after the other, by the text that is replaced. */
const edits: readonly { readonly replace: string; readonly by: string }[] = [
  { replace: '# Open source strategy', by: '# 🌸 Open source strategy 🌻' },
  { replace: '## Legal\r\n', by: '## 法务 🧑‍⚖️ Legal\r\n\r\nDraft 𝔸.\r\n' },
  { replace: 'Draft 𝔸.', by: '' },
  { replace: '\r\n\r\n## Questions', by: '\r\n' },
  { replace: 'TODO\r\n', by: '## Questions and answers\r\n\r\n- 𝟙 TODO\r\n- é\r\n' },
  { replace: '🌻', by: '' },
];

describe('a document edited step by step', () => {
  let client: StdioClient;
  beforeAll(async () => {
    client = new StdioClient(fullOffers);
    await client.initialize(fullCapabilities);
  });
  afterAll(() => client.stop());

  /** Opened as it is, under another name. */
  async function opened(uri: string, text: string): Promise<Diagnostic[]> {
    await client.open(uri, text);
    return client.diagnostics(uri);
  }

  function changeFor(text: string, replace: string, by: string): TextDocumentContentChangeEvent {
    const document = TextDocument.create('', 'markdown', 0, text);
    const start = text.indexOf(replace);
    if (start < 0) throw new Error(`"${replace}" is not in the text.`);
    const range = {
      start: document.positionAt(start),
      end: document.positionAt(start + replace.length),
    };
    return { range, text: by };
  }

  it('has the diagnostics of the same text opened afresh, with CR LF and astral characters', async () => {
    const uri = 'untitled:edited';
    let text = halfFinished.replaceAll('\n', '\r\n');
    await client.open(uri, text, 1);
    for (const [index, { replace, by }] of edits.entries()) {
      const change = changeFor(text, replace, by);
      text = text.replace(replace, () => by);
      await client.change(uri, index + 2, [change]);
      expect(await client.diagnostics(uri)).toEqual(await opened(`untitled:fresh-${index}`, text));
    }
  });

  it('has them after several changes in one notification too', async () => {
    const uri = 'untitled:several';
    let text = halfFinished.replaceAll('\n', '\r\n');
    await client.open(uri, text, 1);
    const changes = edits.map(({ replace, by }) => {
      const change = changeFor(text, replace, by);
      text = text.replace(replace, () => by);
      return change;
    });
    await client.change(uri, 2, changes);
    expect(await client.diagnostics(uri)).toEqual(await opened('untitled:at-once', text));
  });

  it('points at UTF-16 positions behind astral characters', async () => {
    const uri = 'untitled:astral';
    const heading = '## 🎯🎯 Questions and answers';
    const text = halfFinished.replace('## Questions and answers', heading);
    const unwritten = (await opened(uri, text)).find(({ code }) => code === 'unwritten-section');
    const line = text.split('\n').indexOf(heading);
    expect(unwritten?.range.start.line).toBe(line);
    expect(unwritten?.range.end).toEqual({ line, character: heading.length });
  });
});
