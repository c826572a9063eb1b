import type { Messages } from './english.ts';

export const spanish: Messages = {
  'kind-question': 'pregunta guía',
  'kind-petal': 'pétalo',
  'kind-element': 'elemento',
  'level-answered': 'respondido',
  'level-partial': 'incompleto',
  'level-absent': 'ausente',
  'level-not-applicable': 'no aplicable',
  line: 'línea {first}',
  lines: 'líneas {first}-{last}',
  'to-complete': 'Lo que falta por añadir',
  waived: 'Descartado: {reason}',
  source: 'Fuente',
  'read-more': 'Más información',
  'section-inserted': 'Lo que se inserta',
  'counts-title':
    'Preguntas: {questions} de {allQuestions} · pétalos: {petals} de {allPetals} · incompletos: {thin}',
  'answers-help': 'La sección que sigue responde a este criterio, según su autor.',
  'not-applicable-help':
    'Este criterio no se aplica a nuestro caso. Necesita un motivo; `until` es el último día en que vale.',
  'ignore-next-help':
    'Estas reglas no se notifican para lo que sigue: un título, un párrafo, una lista o una tabla entera.',
  'ignore-file-help': 'Estas reglas no se notifican en este archivo.',
  'reason-help': 'Por qué no se aplica, para quienes lo pregunten.',
  'until-help': 'El último día en que vale, por ejemplo 2027-06-30.',
  'address-help': 'Una directiva para OSPO Strategy; quienes leen la página no la ven.',
  'front-matter-help':
    'Si este archivo es una estrategia de código abierto: `true`, `false` o directivas debajo.',
  'complete-facets': 'Añadir lo que falta en «{title}»: {facets}',
  'section-answers': 'Esta sección responde a «{title}»',
  'section-answers-some': 'Esta sección responde a ...',
  'list-to-sections': 'Convertir esta lista en secciones',
  'add-question': 'Añadir una pregunta y su respuesta',
  'fix-all': 'Reparar todo lo que se pueda reparar sin riesgo',
  'analysing-workspace': 'Analizando los archivos Markdown del área de trabajo',
  'files-done': '{done} de {all} archivos',
};
