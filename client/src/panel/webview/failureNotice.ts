import type { ToPage } from '../messages.ts';
import { button, element } from './element.ts';

/** What did not work; an empty frame where all is well, so that what comes into it is spoken. */
export function failureNotice({ failure, isServerStopped, strings }: ToPage): HTMLElement {
  const frame = element('div', { class: 'failure', key: 'failure', attributes: { role: 'alert' } });
  if (failure === null) return frame;
  frame.append(element('p', { text: failure }));
  if (isServerStopped) {
    frame.append(button(strings.restartServer, 'primary', { do: 'restartServer' }));
  }
  return frame;
}
