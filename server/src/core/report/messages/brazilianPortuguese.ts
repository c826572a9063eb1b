import type { Messages } from './english.ts';

export const brazilianPortuguese: Messages = {
  'kind-question': 'pergunta norteadora',
  'kind-petal': 'pétala',
  'kind-element': 'elemento',
  'level-answered': 'respondido',
  'level-partial': 'incompleto',
  'level-absent': 'ausente',
  'level-not-applicable': 'não se aplica',
  line: 'linha {first}',
  lines: 'linhas {first}-{last}',
  'to-complete': 'O que falta acrescentar',
  waived: 'Dispensado: {reason}',
  source: 'Fonte',
  'read-more': 'Leia mais',
  'section-inserted': 'O que é inserido',
  'counts-title':
    'Perguntas: {questions} de {allQuestions} · pétalas: {petals} de {allPetals} · incompletos: {thin}',
  'answers-help': 'A seção a seguir responde a este critério, segundo o autor.',
  'not-applicable-help':
    'Este critério não se aplica a nós. É preciso um motivo; `until` é o último dia em que isso vale.',
  'ignore-next-help':
    'Estas regras não são relatadas para o que vem a seguir: um título, um parágrafo, uma lista ou tabela inteira.',
  'ignore-file-help': 'Estas regras não são relatadas neste arquivo.',
  'reason-help': 'Por que não se aplica, para quem perguntar.',
  'until-help': 'O último dia em que isso vale, por exemplo 2027-06-30.',
  'address-help': 'Uma diretiva para o OSPO Strategy; quem lê a página não a vê.',
  'front-matter-help':
    'Se este arquivo é uma estratégia de código aberto: `true`, `false` ou diretivas abaixo.',
  'complete-facets': 'Acrescentar o que falta em “{title}”: {facets}',
  'section-answers': 'Esta seção responde a “{title}”',
  'section-answers-some': 'Esta seção responde a ...',
  'list-to-sections': 'Transformar esta lista em seções',
  'add-question': 'Acrescentar uma pergunta e sua resposta',
  'fix-all': 'Corrigir tudo o que pode ser corrigido sem risco',
  'analysing-workspace': 'Analisando os arquivos Markdown do espaço de trabalho',
  'files-done': '{done} de {all} arquivos',
};
