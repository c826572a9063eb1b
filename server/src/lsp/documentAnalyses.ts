import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type AnalysisOptions, analyseDocument } from '../core/analysis/analyseDocument.ts';
import { fixesFor } from '../core/analysis/fixes.ts';
import { configuredDetection } from '../core/configuration/configuredDetection.ts';
import { readDocument } from '../core/document/readDocument.ts';
import type { StrategyDocument } from '../core/document/strategyDocument.ts';
import type { LanguageTag, Pack } from '../core/pack/pack.ts';
import type { DocumentReport, Fix } from '../core/report/coverageReport.ts';
import type { ConfigurationInForce, Configurations } from './configurations.ts';
import { analysisPath, isMarkdown } from './markdownDocuments.ts';
import type { Settings } from './settings.ts';
import type { SettingsSource } from './settingsSource.ts';

/** What was found in one version of an open document. */
export interface Analysis {
  readonly text: TextDocument;
  readonly version: number;
  readonly document: StrategyDocument;
  readonly report: DocumentReport;
  /** The pack that it was analysed with. */
  readonly pack: Pack;
  readonly configuration: ConfigurationInForce;
  /** True where the author asked for it although detection left the document out. */
  readonly forced: boolean;
  /** Equal ids mean equal results, also across a restart of the server. */
  readonly resultId: string;
  /** Worked out when first asked for. */
  readonly fixes: () => readonly Fix[];
}

/** Called after each new analysis. */
export type AnalysisListener = (analysis: Analysis) => void;

interface Entry {
  /** Tells a document from the one that had its URI before it was closed. */
  readonly opening: number;
  forced: boolean;
  read?: { readonly version: number; readonly document: StrategyDocument };
  latest?: Analysis;
}

/**
 * One analysis for each version of an open document: computed when it is first needed, kept until
 * the text, the settings or the author's wish change, dropped when the document is closed.
 */
export class DocumentAnalyses {
  readonly #texts: TextDocuments<TextDocument>;
  readonly #settings: SettingsSource;
  readonly #configurations: Configurations;
  readonly #folders: readonly string[];
  readonly #today: () => string;
  readonly #language: LanguageTag;
  readonly #entries = new Map<string, Entry>();
  readonly #listeners: AnalysisListener[] = [];
  /** Keeps the ids of one run of the server apart from those of the next. */
  readonly #run = Math.random().toString(36).slice(2);
  #openings = 0;

  /**
   * @param folders URIs of the workspace folders
   * @param today the day, such as `2026-11-24`
   * @param language of the editor's interface
   */
  constructor(
    texts: TextDocuments<TextDocument>,
    settings: SettingsSource,
    configurations: Configurations,
    folders: readonly string[],
    today: () => string,
    language: LanguageTag,
  ) {
    this.#texts = texts;
    this.#settings = settings;
    this.#configurations = configurations;
    this.#folders = folders;
    this.#today = today;
    this.#language = language;
  }

  onAnalysed(listener: AnalysisListener): void {
    this.#listeners.push(listener);
  }

  /**
   * @param uri the document's
   * @returns the analysis of its current version; undefined where it is not open or not Markdown
   */
  async of(uri: string): Promise<Analysis | undefined> {
    if (this.#texts.get(uri) === undefined) return undefined;
    const settings = await this.#settings.for(uri);
    const configuration = await this.#configurations.of(uri);
    // It may have been edited or closed meanwhile.
    const text = this.#texts.get(uri);
    if (text === undefined || !isMarkdown(text)) return undefined;
    return this.#current(text, settings, configuration);
  }

  /**
   * Analyses a document from now on even if detection leaves it out, until it is closed.
   * @param uri the document's
   */
  force(uri: string): void {
    if (this.#texts.get(uri) !== undefined) this.#entry(uri).forced = true;
  }

  /** Drops all that is known of a document. */
  forget(uri: string): void {
    this.#entries.delete(uri);
  }

  #current(text: TextDocument, settings: Settings, configuration: ConfigurationInForce): Analysis {
    const entry = this.#entry(text.uri);
    const { forced } = entry;
    const today = this.#today();
    const asked = forced ? 'forced' : 'asked';
    const { loaded, pack, revision } = configuration;
    const choices = [settings.analyse, settings.diagnostics.absent, asked, today, revision];
    const resultId = [this.#run, entry.opening, text.version, ...choices].join('.');
    if (entry.latest?.resultId === resultId) return entry.latest;

    const document = readOnce(entry, text);
    const report = analyseDocument(document, {
      path: analysisPath(text.uri, this.#folders),
      pack,
      analyse: forced ? 'all' : settings.analyse,
      absent: settings.diagnostics.absent,
      today,
      messageLanguage: this.#language,
      ...configuredOptions(text.uri, loaded),
    });
    let fixes: readonly Fix[] | undefined;
    const analysis: Analysis = {
      text,
      version: text.version,
      document,
      report,
      pack,
      configuration,
      forced,
      resultId,
      fixes: () => {
        fixes ??= fixesFor(document, report, pack);
        return fixes;
      },
    };
    entry.latest = analysis;
    for (const listener of this.#listeners) listener(analysis);
    return analysis;
  }

  #entry(uri: string): Entry {
    let entry = this.#entries.get(uri);
    if (entry === undefined) {
      this.#openings += 1;
      entry = { opening: this.#openings, forced: false };
      this.#entries.set(uri, entry);
    }
    return entry;
  }
}

/** What the configuration in force says of a document. */
function configuredOptions(
  uri: string,
  loaded: ConfigurationInForce['loaded'],
): Pick<AnalysisOptions, 'configured' | 'severities'> {
  if (loaded === undefined) return {};
  const configured = configuredDetection(loaded, uri);
  const { severities } = loaded;
  return configured === undefined ? { severities } : { severities, configured };
}

/** Parses a version of a text once, however often settings change over it. */
function readOnce(entry: Entry, text: TextDocument): StrategyDocument {
  if (entry.read?.version !== text.version) {
    entry.read = { version: text.version, document: readDocument(text.getText()) };
  }
  return entry.read.document;
}
