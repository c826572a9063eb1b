import type { Disposable, LogOutputChannel } from 'vscode';
import type { DocumentStatuses } from '../documentStatuses.ts';
import type { LanguageServer } from '../languageServer.ts';
import { CoverageSource } from './coverageSource.ts';
import { CoverageView } from './coverageView.ts';
import { MaturityView } from './maturityView.ts';

/** The views of the side bar, over one source. */
export class SideBar implements Disposable {
  readonly coverage: CoverageView;
  readonly maturity: MaturityView;
  readonly #source: CoverageSource;
  readonly #subscriptions: readonly Disposable[];

  constructor(server: LanguageServer, statuses: DocumentStatuses, log: LogOutputChannel) {
    this.#source = new CoverageSource(server, statuses);
    this.coverage = new CoverageView(this.#source);
    this.maturity = new MaturityView(server, this.#source, log);
    const follow = (): void =>
      this.#source.setWanted(this.coverage.isVisible || this.maturity.isVisible);
    this.#subscriptions = [
      this.coverage,
      this.maturity,
      this.#source,
      this.coverage.onDidChangeVisibility(follow),
      this.maturity.onDidChangeVisibility(follow),
    ];
    follow();
  }

  /** Asks the server anew for all that is shown. */
  refresh(): Promise<void> {
    return this.#source.refresh();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
