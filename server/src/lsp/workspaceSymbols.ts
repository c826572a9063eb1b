import { type SymbolInformation, SymbolKind, WorkspaceSymbolRequest } from 'vscode-languageserver';
import { type CriterionKind, criterionTexts, type Pack } from '../core/pack/pack.ts';
import { type CoverageSymbol, coverageSymbols } from '../core/report/coverageSymbols.ts';
import { valueAt } from './clientSupport.ts';
import type { Session } from './session.ts';

/** What is kept of a strategy that is not open. */
export interface KnownStrategy {
  readonly pack: Pack;
  readonly title?: string;
  readonly symbols: readonly CoverageSymbol[];
}

/** Where the strategies of the last analysis of the workspace speak of what. */
export class KnownStrategies {
  readonly #byUri = new Map<string, KnownStrategy>();

  /** Takes what a file says; one that says nothing is forgotten. */
  take(uri: string, strategy: KnownStrategy): void {
    if (strategy.symbols.length === 0) this.#byUri.delete(uri);
    else this.#byUri.set(uri, strategy);
  }

  /** Forgets the files that are not among those of the last analysis. */
  keepOnly(uris: readonly string[]): void {
    const kept = new Set(uris);
    for (const uri of this.#byUri.keys()) if (!kept.has(uri)) this.#byUri.delete(uri);
  }

  entries(): Iterable<[string, KnownStrategy]> {
    return this.#byUri.entries();
  }
}

const symbolKinds: { readonly [kind in CriterionKind]: SymbolKind } = {
  question: SymbolKind.Key,
  petal: SymbolKind.Class,
  element: SymbolKind.Property,
};

/** An editor narrows the search as its author types; more at once helps nobody. */
const MOST_SYMBOLS = 500;

/**
 * Answers `workspace/symbol`: the petals, questions and elements of all strategies that are open or
 * were found by the last analysis of the workspace.
 */
export function answerWorkspaceSymbols(session: Session, known: KnownStrategies): void {
  const { analyses, guard, texts } = session;
  guard.request<SymbolInformation[]>(
    WorkspaceSymbolRequest.method,
    () => [],
    async (params) => {
      const asked = valueAt(params, ['query']);
      const query = typeof asked === 'string' ? asked : '';
      const strategies = new Map(known.entries());
      for (const uri of texts.keys()) {
        const analysis = await analyses.of(uri);
        strategies.delete(uri);
        if (analysis === undefined) continue;
        const { document, pack, report } = analysis;
        const title = document.title?.text;
        const symbols = coverageSymbols(document, report);
        strategies.set(uri, { pack, ...(title === undefined ? {} : { title }), symbols });
      }
      return [...strategies]
        .flatMap(([uri, strategy]) => symbolsOf(session, uri, strategy, query))
        .slice(0, MOST_SYMBOLS);
    },
  );
}

function symbolsOf(
  { language, say }: Session,
  uri: string,
  { pack, symbols, title: documentTitle }: KnownStrategy,
  query: string,
): SymbolInformation[] {
  return symbols.flatMap(({ criterion: id, kind, level, heading, start, end }) => {
    const criterion = pack.criteria.find((candidate) => candidate.id === id);
    if (criterion === undefined) return [];
    const { title } = criterionTexts(criterion, language);
    const name = `${title} (${say(`kind-${kind}`)}, ${say(`level-${level}`)})`;
    const isFound = [name, heading ?? '', id, criterion.texts.en.title].some((text) =>
      matches(text, query),
    );
    if (!isFound) return [];
    const containerName = [documentTitle, heading].filter(Boolean).join(' › ');
    const location = { uri, range: { start, end } };
    return [{ name, kind: symbolKinds[kind], containerName, location }];
  });
}

/** The letters of the query in their order, as the protocol advises; editors rank what comes. */
function matches(text: string, query: string): boolean {
  const letters = text.toLowerCase();
  let at = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
