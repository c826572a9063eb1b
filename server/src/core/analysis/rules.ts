import type { Severity } from '../report/coverageReport.ts';

/** A rule that findings refer to; its page in `docs/rules/` is generated from this. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  /** Markdown that the rule speaks up for, and the same as it should be. */
  readonly examples?: { readonly bad: string; readonly good: string };
  /** How many of its findings on real documents were useful, and how that was counted. */
  readonly precision?: string;
}

/** Every rule, in the order of its page's index. Ids never change meaning. */
export const rules = [
  {
    id: 'missing-question',
    severity: 'information',
    title: 'A guiding question is not answered',
    why: 'The OSPO Book asks seven questions that tie open source to what an organisation wants. A reader who looks for one of the answers finds nothing here. Repeating the question does not answer it.',
    remedy:
      'Insert the section with the quick fix and fill it in, or waive the question with a reason where it does not apply.',
  },
  {
    id: 'missing-petal',
    severity: 'information',
    title: 'A petal of the OSPO Flower is not covered',
    why: 'Each petal stands for a group of people an open source office works with. A strategy that leaves one out leaves that group without a word about what is done with them, how to reach them, or what to read.',
    remedy:
      'Insert the section with the quick fix and fill it in, or waive the petal with a reason.',
  },
  {
    id: 'missing-element',
    severity: 'information',
    title: 'An element of a strategy document is missing',
    why: 'Goals, governance, compliance, structure and the like are what other parts of the organisation look for in the document.',
    remedy:
      'Insert the section with the quick fix and fill it in, or waive the element with a reason, for example that another document holds it.',
  },
  {
    id: 'thin-answer',
    severity: 'information',
    title: 'An answer is thin',
    why: 'The document touches the point, but not enough of its parts, or only in general words: a reader learns nothing about this organisation that could be checked.',
    remedy:
      'Add what the message names: names, numbers, dates, roles, rules. It goes when enough of the facets are met.',
  },
  {
    id: 'unwritten-section',
    severity: 'information',
    title: 'A section is still to be written',
    why: 'Its heading promises an answer; below it stand only placeholders, prompts or nothing.',
    remedy: 'Write the section, remove it, or waive the criterion with a reason.',
  },
  {
    id: 'unusable-directive',
    severity: 'warning',
    title: 'A directive cannot be followed',
    why: 'A comment that begins with ospo-strategy: is addressed to this tool, and it could not read it. What it was to switch off or waive stays in force.',
    remedy:
      'Correct the comment as the message says; the quick fix does it where the name that was meant is clear. What can be said stands in [directives](../directives.md).',
    examples: {
      bad: '<!-- ospo-strategy: not-applicable petal.leagl -->',
      good: '<!-- ospo-strategy: not-applicable petal.legal reason="The group\'s legal strategy holds" -->',
    },
  },
  {
    id: 'unused-directive',
    severity: 'information',
    title: 'A directive changes nothing',
    why: 'It waives what the document answers, ignores what is not reported, or says again what was said. It was right once; left in place, it will hide the next true finding.',
    remedy: 'Remove it with the quick fix.',
  },
  {
    id: 'expired-directive',
    severity: 'warning',
    title: 'A waiver has ended',
    why: 'Its author gave it a last day, and that day is over: what did not apply then may apply now. The criterion is asked for again.',
    remedy:
      'Ask whether it still does not apply. If so, extend it by a year with the quick fix; else remove it.',
    examples: {
      bad: '<!-- ospo-strategy: not-applicable question.projects reason="Inventory not finished" until=2025-12-31 -->',
      good: '<!-- ospo-strategy: not-applicable question.projects reason="Inventory not finished" until=2027-12-31 -->',
    },
  },
  {
    id: 'missing-part',
    severity: 'warning',
    title: 'A part of the strategy cannot be read',
    why: 'The document leads its reader to a file of the workspace that is not there, or that is no text. What it should say does not count, and a reader who follows the link finds nothing.',
    remedy:
      'Link to where the file is now; the quick fix knows files of the same or a similar name. Or remove the link and keep its text. See [strategy sets](../strategy-sets.md).',
    examples: {
      bad: 'Our licence rules are in [the policy](policy-2024.md).',
      good: 'Our licence rules are in [the policy](policies/policy.md).',
    },
  },
  {
    id: 'damaged-text',
    severity: 'warning',
    title: 'Text was read in the wrong encoding',
    why: 'A tool took the bytes of UTF-8 for Mac Roman, Windows-1252 or Latin-1, and saved what it saw. People cannot read it, search does not find it, and headings in other scripts name nothing any more.',
    remedy:
      'Repair it with the quick fix: the damage is undone byte by byte, and nothing else changes. Then save the file as UTF-8, and find out which tool reads it otherwise.',
    examples: { bad: '## ÁÆÄ‰ªã', good: '## 简介' },
    precision:
      'On 171 documents of organisations it spoke up for none; the chapter that the framework comes from, as it was handed on, is repaired to the byte.',
  },
  {
    id: 'damaged-document',
    severity: 'warning',
    title: 'The file hinders its own analysis',
    why: 'Broken front matter, bytes that are no text, headings that Markdown does not read as headings: part of what was meant does not reach a reader, nor this tool.',
    remedy: 'Mend the place that the message names.',
  },
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];

/**
 * @param id of a rule
 * @returns how severe its findings are
 */
export function severityOf(id: RuleId): Severity {
  return rules.find((rule) => rule.id === id)?.severity ?? 'information';
}
