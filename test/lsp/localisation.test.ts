import { afterEach, describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol/node';
import { fullCapabilities, fullOffers } from './clients.ts';
import { halfFinished } from './halfFinished.ts';
import { StdioClient } from './stdioClient.ts';

const uri = 'file:///project/strategy.md';

describe('the language of the editor', () => {
  const client = new StdioClient(fullOffers);
  afterEach(() => client.stop());

  it('is that of the diagnostics, whatever language the document has', async () => {
    await client.initialize(fullCapabilities, { locale: 'de' });
    await client.open(uri, halfFinished);
    const messages = (await client.diagnostics(uri)).map(({ message }) => message);
    expect(messages).toContainEqual(
      expect.stringMatching(
        /^Hier nicht behandelt, 5 von 6 Blütenblättern: .+\. Fügen Sie die Abschnitte/,
      ),
    );
    expect(messages).toContainEqual(
      expect.stringMatching(
        /Dieser Abschnitt ist noch zu schreiben\. Er enthält noch Platzhalter\./,
      ),
    );
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 4 },
    });
    expect(JSON.stringify(hover?.contents)).toContain('Blütenblätter: ');
  });
});
