import { type FromPage, type PageState, readPageState, readToPage } from '../messages.ts';
import { ChecklistView } from './checklistView.ts';

interface Host {
  postMessage(message: FromPage): void;
  getState(): unknown;
  setState(state: PageState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const checklist = document.body.dataset.checklist ?? '';
const kept = readPageState(host.getState());
let openStages = kept?.checklist === checklist ? kept.openStages : {};
host.setState({ checklist, openStages });

const root = document.getElementById('checklist');
if (root !== null) {
  const view = new ChecklistView(root, {
    openStages: () => openStages,
    send: (message) => host.postMessage(message),
    keepStage: (stage, isOpen) => {
      openStages = { ...openStages, [stage]: isOpen };
      host.setState({ checklist, openStages });
    },
  });
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = readToPage(event.data);
    if (message === undefined) return;
    view.draw(message);
    const ticked = root.querySelectorAll('input:checked').length;
    host.postMessage({ type: 'drawn', revision: message.revision, ticked });
  });
  host.postMessage({ type: 'ready' });
}
