import { isOneOf } from '../checkedMessages.ts';
import { type FromPage, type PageState, readPageState, readToPage } from '../messages.ts';
import { Page } from './page.ts';

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.getElementById('page');
const { panel, file = '' } = document.body.dataset;
if (root !== null && isOneOf('checklist', 'overview')(panel)) {
  const kept = readPageState(host.getState());
  const isSame = kept?.panel === panel && kept.file === file;
  const page = new Page(
    root,
    isSame ? kept : { panel, file, ref: null, view: 'stages', openParts: {}, scroll: 0 },
    host,
  );
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readToPage(event.data);
    if (message === undefined) return;
    page.show(message);
    const ticked = root.querySelectorAll('input:checked').length;
    host.postMessage({ type: 'drawn', revision: message.revision, ticked });
  });
  host.postMessage({ type: 'ready' });
}
