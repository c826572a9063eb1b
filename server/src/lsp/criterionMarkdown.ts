import { type Criterion, criterionTexts, inLanguage } from '../core/pack/pack.ts';
import type { CriterionResult, FacetResult } from '../core/report/coverageReport.ts';
import type { Analysis } from './documentAnalyses.ts';
import { documentLines } from './documentRange.ts';
import { escapeMarkdown } from './markdownText.ts';
import type { Session } from './session.ts';

/**
 * What was found of a criterion, facet by facet: the lines that meet it, or what would.
 * @param session whose language is spoken
 * @param analysis of the document
 * @param result one of its criteria
 * @returns Markdown; empty where the pack does not have the criterion
 */
export function criterionMarkdown(
  session: Session,
  analysis: Analysis,
  result: CriterionResult,
): string {
  const { language, say } = session;
  const criterion = analysis.pack.criteria.find(({ id }) => id === result.id);
  if (criterion === undefined) return '';
  const { title, description } = criterionTexts(criterion, language);
  const kind = say(`kind-${criterion.kind}`);
  const head = `**${escapeMarkdown(title)}** (${kind}): ${say(`level-${result.level}`)}`;
  const waiver = result.waiver && escapeMarkdown(say('waived', { reason: result.waiver.reason }));
  const facets = result.facets.map(
    (facet) => `- ${facetLine(session, analysis, criterion, result, facet)}`,
  );
  return [
    head,
    escapeMarkdown(description),
    waiver,
    facets.join('\n'),
    sources(session, analysis, criterion),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function facetLine(
  { language, say }: Session,
  { text }: Analysis,
  criterion: Criterion,
  { evidence }: CriterionResult,
  { id, met }: FacetResult,
): string {
  const facet = criterion.facets.find((candidate) => candidate.id === id);
  const title = escapeMarkdown(facet === undefined ? id : inLanguage(facet.title, language));
  if (!met) {
    const missing = facet === undefined ? '' : escapeMarkdown(inLanguage(facet.missing, language));
    return `✗ ${title} · ${say('to-complete')}: ${missing}`;
  }
  const pieces = evidence.filter(({ facets, path }) => path === undefined && facets.includes(id));
  const lines = pieces.map(({ range }) => {
    const { startLine, endLine } = documentLines(text, range);
    const values = { first: startLine + 1, last: endLine + 1 };
    const words = startLine === endLine ? say('line', values) : say('lines', values);
    // The form in which editors open a file at a line.
    return `[${words}](${linkTarget(text.uri)}#L${values.first})`;
  });
  return [`✓ ${title}`, ...lines.slice(0, 3)].join(' · ');
}

/** A URI that cannot end the link that it stands in. */
function linkTarget(uri: string): string {
  return uri.replace(/[()<>\s\\]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(2, '0');
    return `%${code}`;
  });
}

function sources({ language, say }: Session, { pack }: Analysis, criterion: Criterion): string {
  const resources = pack.resources.filter(({ id }) => criterion.resources.includes(id));
  const links = resources.map(({ title, url }) => `[${escapeMarkdown(title)}](${linkTarget(url)})`);
  const source = `${say('source')}: ${escapeMarkdown(inLanguage(pack.title, language))}`;
  return links.length === 0 ? source : `${source}. ${say('read-more')}: ${links.join(', ')}`;
}
