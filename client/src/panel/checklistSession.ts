import {
  type Disposable,
  EventEmitter,
  l10n,
  Range,
  type Uri,
  type ViewColumn,
  window,
  workspace,
} from 'vscode';
import {
  type ChecklistParams,
  checklistRequest,
  type NoteParams,
} from '../../../server/src/lsp/protocol.ts';
import { type LanguageServer, ServerNotRunning } from '../languageServer.ts';
import { ChecklistFile, NotWritten } from './checklistFile.ts';
import { type ChecklistContent, isChecklistState } from './checklistMessages.ts';

/** Says what did not work, in a sentence or two, and logs what only a developer understands. */
export type Explain = (what: string, error: unknown) => string;

/** A checklist file as a panel shows and changes it. */
export class ChecklistSession implements Disposable {
  readonly uri: Uri;
  readonly #server: LanguageServer;
  readonly #explain: Explain;
  readonly #file: ChecklistFile;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: readonly Disposable[];
  #content: ChecklistContent | undefined;
  #writeFailure: string | undefined;
  #readFailure: string | undefined;
  #wanted = 0;
  #pendingChanges = 0;
  #isDisposed = false;

  /** Fires when there is something else to show. */
  readonly onDidChange = this.#changed.event;

  constructor(uri: Uri, server: LanguageServer, explain: Explain) {
    this.uri = uri;
    this.#server = server;
    this.#explain = explain;
    this.#file = new ChecklistFile(uri, server);
    this.#subscriptions = [
      this.#file.onDidChange(() => void this.refresh()),
      server.onDidChangeState(() => void this.refresh()),
    ];
  }

  /** What the file held when it was last read. */
  get content(): ChecklistContent | undefined {
    return this.#content;
  }

  /** What did not work, in a sentence or two. */
  get failure(): string | undefined {
    return this.#writeFailure ?? this.#readFailure;
  }

  /** The file, as a path that the author recognises. */
  get fileName(): string {
    return workspace.asRelativePath(this.uri, (workspace.workspaceFolders ?? []).length > 1);
  }

  tick(item: string, ticked: boolean): Promise<void> {
    return this.#write(
      (file) => l10n.t('The tick was not written to {0}.', file),
      () => this.#file.tick(item, ticked),
    );
  }

  note(params: Omit<NoteParams, 'text'>): Promise<void> {
    return this.#write(
      (file) => l10n.t('The note was not written to {0}.', file),
      () => this.#file.note(params),
    );
  }

  /** Shows a line of the file, from 0. */
  async open(line: number, viewColumn: ViewColumn): Promise<void> {
    try {
      const document = await workspace.openTextDocument(this.uri);
      const selection = new Range(line, 0, line, 0);
      await window.showTextDocument(document, { viewColumn, selection });
    } catch {
      this.#writeFailure = l10n.t(
        '{0} cannot be opened: the first tick creates it.',
        this.fileName,
      );
      this.#changed.fire();
    }
  }

  /** Reads what the file holds now. Of several at a time only the last one shows anything. */
  async refresh(): Promise<void> {
    // A box that was ticked last would go back for a moment; the last change shows what came of all.
    if (this.#pendingChanges > 0) return;
    this.#wanted += 1;
    const wanted = this.#wanted;
    const content = await this.#read().catch((error: unknown) => {
      if (error instanceof ServerNotRunning && this.#server.state === 'starting') return undefined;
      return { problem: this.#reason(l10n.t('{0} cannot be shown.', this.fileName), error) };
    });
    const isOutdated = wanted !== this.#wanted || this.#pendingChanges > 0 || this.#isDisposed;
    if (isOutdated || content === undefined) return;
    this.#readFailure = 'problem' in content ? content.problem : undefined;
    if (!('problem' in content)) this.#content = content;
    this.#changed.fire();
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#file.dispose();
    this.#changed.dispose();
  }

  async #write(failure: (file: string) => string, write: () => Promise<void>): Promise<void> {
    this.#writeFailure = undefined;
    this.#pendingChanges += 1;
    try {
      await write();
    } catch (error) {
      this.#writeFailure = this.#reason(failure(this.fileName), error);
    } finally {
      this.#pendingChanges -= 1;
    }
    // What the file holds now is shown either way: where it failed, the box goes back.
    await this.refresh();
  }

  async #read(): Promise<ChecklistContent> {
    const { text, isDirty } = await this.#file.read();
    const params: ChecklistParams = { text };
    const checklist = await this.#server.request<unknown>(checklistRequest, params);
    if (!isChecklistState(checklist)) throw new Error('The server sent no checklist.');
    return { file: this.fileName, fileExists: text !== null, isDirty, today: today(), checklist };
  }

  #reason(what: string, error: unknown): string {
    return error instanceof NotWritten ? `${what} ${error.message}` : this.#explain(what, error);
  }
}

/** The author's day, as it is where they are. */
function today(): string {
  const now = new Date();
  const digits = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${digits(now.getMonth() + 1)}-${digits(now.getDate())}`;
}
