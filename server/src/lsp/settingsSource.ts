import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { type ClientSupport, valueAt } from './clientSupport.ts';
import { failure } from './guard.ts';
import { defaultSettings, readSettings, type Settings, settingsSection } from './settings.ts';

/**
 * Where a document's settings come from: asked of the client for each document where it can be
 * asked, else what it sent with `initialize` or with its last change of configuration.
 */
export class SettingsSource {
  readonly #connection: Connection;
  readonly #support: ClientSupport;
  /** Settings asked for, by document URI. */
  readonly #asked = new Map<string, Promise<Settings>>();
  readonly #reported = new Set<string>();
  #sent: Settings;

  /**
   * @param initial `initializationOptions.settings` as the client sent it
   */
  constructor(connection: Connection, support: ClientSupport, initial: unknown) {
    this.#connection = connection;
    this.#support = support;
    this.#sent = this.#read(initial, defaultSettings);
  }

  /** Registers for changes where the client lets the server do so. Call after `initialized`. */
  async register(): Promise<void> {
    if (!this.#support.configurationRegistration) return;
    await this.#connection.client.register(DidChangeConfigurationNotification.type, {
      section: settingsSection,
    });
  }

  /**
   * @param uri the document's
   * @returns its settings; what the client cannot tell falls back to what it sent at the start
   */
  for(uri: string): Promise<Settings> {
    if (!this.#support.configuration) return Promise.resolve(this.#sent);
    const known = this.#asked.get(uri);
    if (known !== undefined) return known;
    const asked = this.#ask(uri);
    this.#asked.set(uri, asked);
    return asked;
  }

  /**
   * Takes a `workspace/didChangeConfiguration`.
   * @param params as it came: settings under our section, or bare, or nothing at all
   */
  change(params: unknown): void {
    this.#asked.clear();
    this.#reported.clear();
    const settings = valueAt(params, ['settings']);
    if (typeof settings !== 'object' || settings === null) return;
    this.#sent = this.#read(valueAt(settings, [settingsSection]) ?? settings, defaultSettings);
  }

  /** Forgets the settings of a document that was closed. */
  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    try {
      const item = { scopeUri: uri, section: settingsSection };
      const value: unknown = await this.#connection.workspace.getConfiguration(item);
      return this.#read(value, this.#sent);
    } catch (error) {
      this.#connection.console.warn(failure('Asking the client for settings', error));
      return this.#sent;
    }
  }

  #read(value: unknown, fallback: Settings): Settings {
    return readSettings(value, fallback, (sentence) => {
      // The same mistake in each of fifty documents is worth one line.
      if (this.#reported.has(sentence)) return;
      this.#reported.add(sentence);
      this.#connection.console.warn(sentence);
    });
  }
}
