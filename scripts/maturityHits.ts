/**
 * Lists what supports the items of the maturity checklists in a folder of documents, to be read: an item
 * a line, with the words that told and the text.
 *
 *   node scripts/maturityHits.ts DIR
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseDocument } from '../server/src/core/analysis/analyseDocument.ts';
import { readDocument } from '../server/src/core/document/readDocument.ts';
import { builtInPack } from '../server/src/host/builtInPack.ts';

const [folder = '.'] = process.argv.slice(2);
for (const path of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
  const document = readDocument(readFileSync(join(folder, path), 'utf8'));
  const options = { path, pack: builtInPack, analyse: 'strategies', absent: 'summary' } as const;
  const { maturity } = analyseDocument(document, options);
  for (const { id, evidence } of Object.values(maturity).flatMap(({ items }) => items)) {
    for (const { range, words } of evidence.slice(0, 1)) {
      const text = document.text.slice(range.start, range.end).replace(/\s+/g, ' ');
      process.stdout.write(`${path}\t${id}\t[${words.join(' + ')}]\t${text}\n`);
    }
  }
}
