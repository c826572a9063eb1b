import type { ToPage } from '../messages.ts';
import { checklistBar, checklistNote, checklistProblems, modelSection } from './checklistParts.ts';
import { element } from './element.ts';
import type { PageContext } from './pageContext.ts';

/** The whole page of the checklist alone. */
export function checklistPage(
  { checklist: content }: ToPage,
  context: PageContext,
): readonly (HTMLElement | undefined)[] {
  if (content === null) return [];
  return [
    element(
      'header',
      { key: 'header' },
      element('h1', { text: context.strings.maturityChecklist }),
      checklistBar(content, context),
      checklistNote(content, context),
    ),
    checklistProblems(content, context),
    element(
      'div',
      { class: 'models', key: 'models' },
      ...content.checklist.models.map((model) => modelSection(model, content, new Map(), context)),
    ),
  ];
}
