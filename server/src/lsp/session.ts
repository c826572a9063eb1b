import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageTag, Pack } from '../core/pack/pack.ts';
import type { Say } from '../core/report/messages/message.ts';
import type { FileLister, FileReader } from '../core/workspace.ts';
import type { ClientSupport } from './clientSupport.ts';
import type { Configurations } from './configurations.ts';
import type { DiagnosticRenderer } from './diagnostics.ts';
import type { DocumentAnalyses } from './documentAnalyses.ts';
import type { Guard } from './guard.ts';
import type { SettingsSource } from './settingsSource.ts';
import type { StrategySets } from './strategySets.ts';
import type { WatchedFiles } from './watchedFiles.ts';

/** The files that a client's workspace has. */
export interface WorkspaceFiles {
  readonly readFile: FileReader;
  /** Where the server runs beside the files. */
  readonly listFiles?: FileLister;
  readonly today: () => string;
}

/** What the language features share from `initialize` to `exit`. */
export interface Session {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly support: ClientSupport;
  /** As shipped; what holds for a document, `configurations` tells. */
  readonly pack: Pack;
  /** Of the editor's user interface. */
  readonly language: LanguageTag;
  /** What authors read, in that language. */
  readonly say: Say;
  /** The client's command that shows the overview of a document, given its URI, where it has one. */
  readonly overviewCommand?: string;
  readonly texts: TextDocuments<TextDocument>;
  readonly settings: SettingsSource;
  /** URIs of the workspace folders. */
  readonly folders: readonly string[];
  readonly files: WorkspaceFiles;
  readonly configurations: Configurations;
  readonly sets: StrategySets;
  readonly watchedFiles: WatchedFiles;
  readonly analyses: DocumentAnalyses;
  readonly renderer: DiagnosticRenderer;
}

/** Tells the client that diagnostics changed although no text did. */
export type DiagnosticsRefresh = () => void;
