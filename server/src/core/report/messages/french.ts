import type { Messages } from './english.ts';

export const french: Messages = {
  'kind-question': 'question directrice',
  'kind-petal': 'pétale',
  'kind-element': 'élément',
  'level-answered': 'traité',
  'level-partial': 'incomplet',
  'level-absent': 'absent',
  'level-not-applicable': 'sans objet',
  line: 'ligne {first}',
  lines: 'lignes {first} à {last}',
  'to-complete': 'Ce qui reste à ajouter',
  waived: 'Écarté : {reason}',
  source: 'Source',
  'read-more': 'Pour en savoir plus',
  'section-inserted': 'Ce qui est inséré',
  'counts-title':
    'Questions : {questions} sur {allQuestions} · pétales : {petals} sur {allPetals} · incomplets : {thin}',
  'answers-help': 'La section qui suit répond à ce critère, selon son auteur.',
  'not-applicable-help':
    'Ce critère ne nous concerne pas. Il faut une raison ; `until` est le dernier jour où cela vaut.',
  'ignore-next-help':
    'Ces règles ne sont pas signalées pour ce qui suit : un titre, un paragraphe, une liste ou un tableau entier.',
  'ignore-file-help': 'Ces règles ne sont pas signalées dans ce fichier.',
  'reason-help': 'Pourquoi cela ne s’applique pas, pour ceux qui le demanderont.',
  'until-help': 'Le dernier jour où cela vaut, par exemple 2027-06-30.',
  'address-help': 'Une directive pour OSPO Strategy ; les lecteurs de la page ne la voient pas.',
  'front-matter-help':
    'Indique si ce fichier est une stratégie open source : `true`, `false`, ou des directives en dessous.',
  'complete-facets': 'Ajouter ce qui manque à « {title} » : {facets}',
  'section-answers': 'Cette section répond à « {title} »',
  'section-answers-some': 'Cette section répond à ...',
  'list-to-sections': 'Transformer cette liste en sections',
  'add-question': 'Ajouter une question et sa réponse',
  'fix-all': 'Réparer tout ce qui peut l’être sans risque',
  'analysing-workspace': 'Analyse des fichiers Markdown de l’espace de travail',
  'files-done': '{done} fichiers sur {all}',
};
