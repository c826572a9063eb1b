import type { Messages } from './english.ts';

export const german: Messages = {
  'kind-question': 'Leitfrage',
  'kind-petal': 'Blütenblatt',
  'kind-element': 'Element',
  'level-answered': 'beantwortet',
  'level-partial': 'dünn',
  'level-absent': 'fehlt',
  'level-not-applicable': 'trifft nicht zu',
  line: 'Zeile {first}',
  lines: 'Zeilen {first}–{last}',
  'to-complete': 'Was noch fehlt',
  waived: 'Ausgenommen: {reason}',
  source: 'Quelle',
  'read-more': 'Zum Weiterlesen',
  'section-inserted': 'Was eingefügt wird',
  'counts-title':
    'Fragen: {questions} von {allQuestions} · Blütenblätter: {petals} von {allPetals} · dünn: {thin}',
  'answers-help': 'Der folgende Abschnitt beantwortet dieses Kriterium, so sagt es der Autor.',
  'not-applicable-help':
    'Dieses Kriterium trifft auf uns nicht zu. Es braucht eine Begründung; `until` ist der letzte Tag, an dem das gilt.',
  'ignore-next-help':
    'Diese Regeln werden für das Folgende nicht gemeldet: eine Überschrift, einen Absatz, eine ganze Liste oder Tabelle.',
  'ignore-file-help': 'Diese Regeln werden in dieser Datei nicht gemeldet.',
  'reason-help': 'Warum es nicht zutrifft, für alle, die danach fragen werden.',
  'until-help': 'Der letzte Tag, an dem es gilt, etwa 2027-06-30.',
  'address-help': 'Eine Anweisung an OSPO Strategy; wer die fertige Seite liest, sieht sie nicht.',
  'front-matter-help':
    'Ob diese Datei eine Open-Source-Strategie ist: `true`, `false` oder Anweisungen darunter.',
  'complete-facets': 'Ergänzen, was „{title}“ fehlt: {facets}',
  'section-answers': 'Dieser Abschnitt beantwortet „{title}“',
  'section-answers-some': 'Dieser Abschnitt beantwortet ...',
  'list-to-sections': 'Diese Liste in Abschnitte umwandeln',
  'add-question': 'Eine Frage mit Antwort hinzufügen',
  'fix-all': 'Alles reparieren, was sich gefahrlos reparieren lässt',
  'analysing-workspace': 'Die Markdown-Dateien des Arbeitsbereichs werden analysiert',
  'files-done': '{done} von {all} Dateien',
};
