import type { MaturityView } from '../messages.ts';
import type { PanelStrings } from '../stringMessages.ts';

/** A note that is being written: its item, and the line of the note that it replaces. */
export interface NoteInWork {
  readonly item: string;
  /** From 0; null for a new one. */
  readonly line: number | null;
}

/** What every part of a page is drawn with. */
export interface PageContext {
  readonly strings: PanelStrings;
  readonly view: MaturityView;
  readonly note: NoteInWork | undefined;
  /** The heading of a maturity model: the level under the page's or the part's. */
  readonly modelHeading: 'h2' | 'h3';
  /** Whether a part is open; else what is given. */
  isOpen(part: string, otherwise: boolean): boolean;
}
