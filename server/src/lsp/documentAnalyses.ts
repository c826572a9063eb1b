import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type AnalysisOptions, analyseDocument } from '../core/analysis/analyseDocument.ts';
import { CoverageMemory } from '../core/analysis/coverageMemory.ts';
import { fixesFor } from '../core/analysis/fixes.ts';
import { configuredDetection } from '../core/configuration/configuredDetection.ts';
import { DocumentReader } from '../core/document/documentReader.ts';
import type { StrategyDocument } from '../core/document/strategyDocument.ts';
import type { LanguageTag, Pack } from '../core/pack/pack.ts';
import type { DocumentReport, Fix } from '../core/report/coverageReport.ts';
import type { ConfigurationInForce, Configurations } from './configurations.ts';
import { analysisPath, isMarkdown } from './markdownDocuments.ts';
import type { Settings } from './settings.ts';
import type { SettingsSource } from './settingsSource.ts';
import type { Membership, StrategySets } from './strategySets.ts';
import { folderOf } from './workspacePaths.ts';

/** What was found in one version of an open document. */
export interface Analysis {
  readonly text: TextDocument;
  readonly version: number;
  readonly document: StrategyDocument;
  readonly report: DocumentReport;
  /** The pack that it was analysed with. */
  readonly pack: Pack;
  readonly configuration: ConfigurationInForce;
  /** URI of the workspace folder that it lies in, from which a set's paths count. */
  readonly folder: string | undefined;
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
  /** Keeps what it read, so that an edit costs what it touches. */
  readonly reader: DocumentReader;
  readonly memory: CoverageMemory;
  latest?: Analysis;
  /** Whether it was analysed last time, so that its parts are read before it is analysed again. */
  leads?: boolean;
  /** The report without a set, made to learn whether it leads one. */
  alone?: {
    readonly version: number;
    readonly settings: Settings;
    readonly configuration: ConfigurationInForce;
    readonly report: DocumentReport;
  };
}

/**
 * One analysis for each version of an open document: computed when it is first needed, kept until
 * the text, the settings or the author's wish change, dropped when the document is closed.
 */
export class DocumentAnalyses {
  readonly #texts: TextDocuments<TextDocument>;
  readonly #settings: SettingsSource;
  readonly #configurations: Configurations;
  readonly #sets: StrategySets;
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
    sets: StrategySets,
    folders: readonly string[],
    today: () => string,
    language: LanguageTag,
  ) {
    this.#texts = texts;
    this.#settings = settings;
    this.#configurations = configurations;
    this.#sets = sets;
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
    const { version } = text;
    const membership = await this.#membership(text, settings, configuration);
    const current = this.#texts.get(uri);
    if (current === undefined) {
      this.#sets.forget(uri);
      return undefined;
    }
    // Edited while its parts were read: they are kept, so that this ends.
    if (current !== text || current.version !== version) return await this.of(uri);
    const analysis = this.#current(text, settings, configuration, membership);
    const entry = this.#entry(uri);
    const leadsNow = analysis.report.analysed && entry.leads === false;
    entry.leads = analysis.report.analysed;
    // With this edit it became a strategy: its parts count too.
    return leadsNow ? await this.of(uri) : analysis;
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

  /** How it belongs to a set; a document that is no strategy costs no more than the look for its index. */
  async #membership(
    text: TextDocument,
    settings: Settings,
    configuration: ConfigurationInForce,
  ): Promise<Membership> {
    if (settings.analyse === 'none') return { revision: 0 };
    const entry = this.#entry(text.uri);
    const { loaded, pack } = configuration;
    const document = entry.reader.read(text.getText());
    if (entry.leads === undefined) {
      const report = this.#report(text, settings, configuration, {});
      entry.alone = { version: text.version, settings, configuration, report };
      entry.leads = report.analysed;
    }
    return await this.#sets.membership(text.uri, document, pack, loaded, entry.leads);
  }

  #report(
    text: TextDocument,
    settings: Settings,
    { loaded, pack }: ConfigurationInForce,
    { set, partOf }: Omit<Membership, 'revision'>,
  ): DocumentReport {
    const entry = this.#entry(text.uri);
    const options: AnalysisOptions = {
      path: analysisPath(text.uri, this.#folders),
      pack,
      analyse: entry.forced ? 'all' : settings.analyse,
      absent: settings.diagnostics.absent,
      maturity: settings.maturity.enabled,
      today: this.#today(),
      messageLanguage: this.#language,
      ...configuredOptions(text.uri, loaded),
      ...(set === undefined ? {} : { set }),
      ...(partOf === undefined ? {} : { partOf }),
    };
    return analyseDocument(entry.reader.read(text.getText()), options, entry.memory);
  }

  #current(
    text: TextDocument,
    settings: Settings,
    configuration: ConfigurationInForce,
    membership: Membership,
  ): Analysis {
    const entry = this.#entry(text.uri);
    const { forced } = entry;
    const today = this.#today();
    const asked = forced ? 'forced' : 'asked';
    const { pack, revision } = configuration;
    const { analyse, diagnostics, maturity } = settings;
    const choices = [
      analyse,
      diagnostics.absent,
      maturity.enabled,
      asked,
      today,
      revision,
      membership.revision,
    ];
    const resultId = [this.#run, entry.opening, text.version, ...choices].join('.');
    if (entry.latest?.resultId === resultId) return entry.latest;

    const document = entry.reader.read(text.getText());
    const { alone } = entry;
    const isAlone =
      membership.revision === 0 &&
      alone?.version === text.version &&
      alone.settings === settings &&
      alone.configuration === configuration;
    const report = isAlone ? alone.report : this.#report(text, settings, configuration, membership);
    delete entry.alone;
    let fixes: readonly Fix[] | undefined;
    const analysis: Analysis = {
      text,
      version: text.version,
      document,
      report,
      pack,
      configuration,
      folder: folderOf(text.uri, this.#folders),
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
      entry = {
        opening: this.#openings,
        forced: false,
        reader: new DocumentReader(),
        memory: new CoverageMemory(),
      };
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
