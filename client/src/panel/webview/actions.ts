import type { CriterionCoverage } from '../../../../server/src/lsp/protocol.ts';
import type { FromPage, MaturityView, ToPage } from '../messages.ts';
import { drawPng } from './drawPng.ts';
import { placeOf } from './flowerPicture.ts';
import type { NoteInWork } from './pageContext.ts';

/** What an action may do with its page. */
export interface ActionContext {
  /** What the page was told last. */
  readonly told: ToPage | undefined;
  send(message: FromPage): void;
  tick(item: string, ticked: boolean): void;
  setView(view: MaturityView): void;
  setAllOpen(isOpen: boolean): void;
  /** Begins a note; `undefined` leaves it. */
  writeNote(note: NoteInWork | undefined): void;
  /** Brings a criterion's row into view, and the focus to it. */
  goTo(criterion: string): void;
}

type Source = HTMLElement | SVGElement;
type Perform = (source: Source, page: ActionContext) => void;

/** What the page does when an element with `data-do` is used, by that name. */
export const actions = {
  openFile: ({ dataset }, page) => page.send({ type: 'openFile', line: Number(dataset.line) }),
  openDocument: (_, page) => page.send({ type: 'openDocument' }),
  restartServer: (_, page) => page.send({ type: 'restartServer' }),
  analyseAnyway: (_, page) => page.send({ type: 'analyseAnyway' }),
  compare: (_, page) => page.send({ type: 'compare' }),
  insertFlower: (_, page) => page.send({ type: 'insertFlower' }),
  openMaturitySetting: (_, page) => page.send({ type: 'openMaturitySetting' }),
  insert: ({ dataset }, page) => page.send({ type: 'insert', criterion: dataset.criterion ?? '' }),
  goTo: ({ dataset }, page) => page.goTo(dataset.criterion ?? ''),
  reveal: ({ dataset }, page) => {
    const { startLine, endLine, path = '' } = dataset;
    reveal(page, Number(startLine), Number(endLine), path);
  },
  showEvidence: (source, page) => showEvidence(source, page),
  tick: (source, page) => {
    if (!(source instanceof HTMLInputElement)) return;
    page.tick(source.dataset.item ?? '', source.checked);
  },
  tickFound: ({ dataset }, page) => page.tick(dataset.item ?? '', true),
  editNote: ({ dataset: { item = '', line = '' } }, page) => {
    page.writeNote({ item, line: line === '' ? null : Number(line) });
  },
  leaveNote: (_, page) => page.writeNote(undefined),
  deleteNote: ({ dataset }, page) => {
    const { item = '', line } = dataset;
    page.send({ type: 'note', item, line: Number(line), date: null, text: '' });
  },
  setView: ({ dataset }, page) => {
    page.setView(dataset.view === 'capabilities' ? 'capabilities' : 'stages');
  },
  setAllOpen: ({ dataset }, page) => page.setAllOpen(dataset.open === 'true'),
  export: ({ dataset: { format } }, page) => {
    if (format === 'html' || format === 'svg' || format === 'markdown' || format === 'json') {
      page.send({ type: 'export', format });
    }
  },
  exportPng: (_, page) => {
    const svg = page.told?.overview?.overview?.flower?.titles;
    if (svg === undefined) return;
    void drawPng(svg).then((data) => page.send({ type: 'png', data }));
  },
} satisfies { readonly [name: string]: Perform };

export function isAction(name: string | undefined): name is keyof typeof actions {
  return name !== undefined && Object.hasOwn(actions, name);
}

/** The lines that show a petal, or one of its facets; where there are none, its row. */
function showEvidence(source: Source, page: ActionContext): void {
  const place = placeOf(source);
  const criteria = page.told?.overview?.coverage.criteria ?? [];
  const criterion = criteria.find(({ id }) => id === place?.petal);
  if (criterion === undefined) return;
  const [first] = evidenceOf(criterion, place?.facet);
  if (first === undefined) page.goTo(criterion.id);
  else reveal(page, first.startLine, first.endLine, first.path ?? '');
}

function evidenceOf({ evidence }: CriterionCoverage, facet: string | undefined) {
  return evidence.filter(({ facets }) => facet === undefined || facets.includes(facet));
}

function reveal(page: ActionContext, startLine: number, endLine: number, path: string): void {
  page.send({ type: 'reveal', startLine, endLine, path: path === '' ? null : path });
}
