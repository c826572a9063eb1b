import {
  type Disposable,
  EventEmitter,
  FilePermission,
  FileSystemError,
  l10n,
  Range,
  RelativePattern,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import {
  type NoteParams,
  noteRequest,
  type TickParams,
  type TickResult,
  tickRequest,
} from '../../../server/src/lsp/protocol.ts';
import type { LanguageServer } from '../languageServer.ts';

/** What a checklist file holds. */
export interface ChecklistText {
  /** Null where there is no file. */
  readonly text: string | null;
  /** True where it has changes that are not saved. */
  readonly isDirty: boolean;
}

/** Why a tick or a note did not reach the file, in a sentence to show. */
export class NotWritten extends Error {}

/** How often a change is worked out anew because the file changed meanwhile. */
const attempts = 4;

/** How long saving may take, in milliseconds. */
const longestSave = 5_000;

/** A request for edits of the file, without its text. */
type Change =
  | { readonly method: typeof tickRequest; readonly params: Omit<TickParams, 'text'> }
  | { readonly method: typeof noteRequest; readonly params: Omit<NoteParams, 'text'> };

/** The Markdown file with the ticks and notes: the one truth of a checklist. */
export class ChecklistFile implements Disposable {
  readonly uri: Uri;
  readonly #server: LanguageServer;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: readonly Disposable[];
  /** One change at a time: each has to see what the one before it wrote. */
  #lastChange: Promise<void> = Promise.resolve();

  /** Fires after every change, whoever made it, and after the file came or went. */
  readonly onDidChange = this.#changed.event;

  constructor(uri: Uri, server: LanguageServer) {
    this.uri = uri;
    this.#server = server;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(Uri.joinPath(uri, '..'), name.replace(/[[\]{}*?]/g, '?')),
    );
    const fire = (): void => this.#changed.fire();
    const fireFor = (document: TextDocument): void => {
      if (this.#isOf(document)) fire();
    };
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(fire),
      watcher.onDidCreate(fire),
      watcher.onDidDelete(fire),
      workspace.onDidChangeTextDocument(({ document }) => fireFor(document)),
      workspace.onDidSaveTextDocument(fireFor),
      workspace.onDidCloseTextDocument(fireFor),
    ];
  }

  /**
   * Reads the file; what an author has not saved yet counts before what is on disk.
   * @throws where there is a file that cannot be read as text
   */
  async read(): Promise<ChecklistText> {
    const edited = this.#openDocument();
    if (edited?.isDirty) return { text: edited.getText(), isDirty: true };
    // On disk, because a document without changes may lag behind what others write there.
    const bytes = await this.#bytes();
    if (bytes === undefined) return { text: null, isDirty: false };
    const text = decoded(bytes) ?? (await workspace.openTextDocument(this.uri)).getText();
    return { text, isDirty: false };
  }

  /**
   * Ticks or unticks an item in the file, which is created where there is none. Saves it, unless it
   * had changes that its author has not saved.
   * @throws NotWritten, and the file is as before; ServerNotRunning
   */
  tick(item: string, ticked: boolean): Promise<void> {
    return this.#change({ method: tickRequest, params: { item, ticked } });
  }

  /**
   * Adds, changes or removes a note, in the same way.
   * @throws NotWritten, and the file is as before; ServerNotRunning
   */
  note(params: Omit<NoteParams, 'text'>): Promise<void> {
    return this.#change({ method: noteRequest, params });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #isOf(document: TextDocument): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  #openDocument(): TextDocument | undefined {
    return workspace.textDocuments.find((each) => this.#isOf(each));
  }

  async #bytes(): Promise<Uint8Array | undefined> {
    try {
      return await workspace.fs.readFile(this.uri);
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
      throw error;
    }
  }

  /** The document to edit; undefined where there is no file, `outdated` while it lags behind. */
  async #document(): Promise<TextDocument | undefined | 'outdated'> {
    const edited = this.#openDocument();
    if (edited?.isDirty) return edited;
    const bytes = await this.#bytes();
    if (bytes === undefined) return undefined;
    const document = await workspace.openTextDocument(this.uri);
    const onDisk = decoded(bytes);
    const isCurrent = onDisk === undefined || sameLines(onDisk, document.getText());
    return isCurrent || document.isDirty ? document : 'outdated';
  }

  /** Resolves at the next change of the file, or after a second. */
  #nextChange(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        subscription.dispose();
        resolve();
      };
      const subscription = this.onDidChange(done);
      const timer = setTimeout(done, 1_000);
    });
  }

  #change(change: Change): Promise<void> {
    const done = this.#lastChange.then(() => this.#changeNow(change));
    this.#lastChange = done.catch(() => {});
    return done;
  }

  async #changeNow({ method, params }: Change): Promise<void> {
    if (workspace.fs.isWritableFileSystem(this.uri.scheme) === false) {
      throw new NotWritten(l10n.t('The file cannot be changed: it lies in a read-only workspace.'));
    }
    if (await this.#isReadOnly()) {
      throw new NotWritten(l10n.t('The file is read-only. Make it writable and try again.'));
    }
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const document = await this.#document();
      if (document === 'outdated') {
        await this.#nextChange();
        continue;
      }
      const before = document?.version;
      const text = document?.getText() ?? null;
      const { edits } = await this.#server.request<TickResult>(method, { ...params, text });
      if (document?.version !== before) continue;
      if (edits.length === 0) return;
      if (document === undefined) return this.#create(edits.map(({ newText }) => newText).join(''));
      return this.#write(document, edits);
    }
    throw new NotWritten(l10n.t('The file kept changing meanwhile. Try again.'));
  }

  async #isReadOnly(): Promise<boolean> {
    try {
      const { permissions = 0 } = await workspace.fs.stat(this.uri);
      return (permissions & FilePermission.Readonly) !== 0;
    } catch {
      return false;
    }
  }

  async #create(text: string): Promise<void> {
    const edit = new WorkspaceEdit();
    edit.createFile(this.uri, { contents: new TextEncoder().encode(text) });
    const isCreated = await workspace.applyEdit(edit);
    if (!isCreated) throw new NotWritten(l10n.t('The file could not be created.'));
  }

  async #write(document: TextDocument, edits: TickResult['edits']): Promise<void> {
    const wasDirty = document.isDirty;
    const before = document.getText();
    const edit = new WorkspaceEdit();
    for (const { start, end, newText } of edits) {
      const range = new Range(start.line, start.character, end.line, end.character);
      edit.replace(this.uri, range, newText);
    }
    if (!(await workspace.applyEdit(edit)))
      throw new NotWritten(l10n.t('The file could not be changed.'));
    if (wasDirty || (await this.#isSaved())) return;
    await this.#putBack(document, before);
    throw new NotWritten(
      l10n.t(
        'The file could not be saved, perhaps because it is read-only. Make it writable and try again.',
      ),
    );
  }

  /**
   * Saves what was changed; VS Code may have closed the document, or saved it by itself. Where the
   * author has made the file read-only by a setting, it asks for another place to save to, which can
   * take as long as they like.
   */
  async #isSaved(): Promise<boolean> {
    try {
      const document = await workspace.openTextDocument(this.uri);
      return (await within(document.save(), longestSave)) === true || !document.isDirty;
    } catch {
      return false;
    }
  }

  async #putBack(document: TextDocument, text: string): Promise<void> {
    const end = document.lineAt(document.lineCount - 1).range.end;
    const edit = new WorkspaceEdit();
    edit.replace(this.uri, new Range(0, 0, end.line, end.character), text);
    await workspace.applyEdit(edit);
  }
}

/** What a promise comes to; undefined where that takes longer than some milliseconds. */
async function within<T>(promise: Thenable<T>, longest: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), longest);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** UTF-8 without a byte order mark, as an editor has it; undefined for any other encoding. */
function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether two texts are the same but for their line endings, which an editor makes all alike. */
function sameLines(one: string, other: string): boolean {
  return one.replace(/\r\n?/g, '\n') === other.replace(/\r\n?/g, '\n');
}
