/**
 * Writes `docs/rules/`: one page a rule, linked from its diagnostics.
 *
 *   node scripts/generateRulePages.ts          writes the pages
 *   node scripts/generateRulePages.ts --check  exits with 1 where one is stale
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Rule, rules } from '../server/src/core/analysis/rules.ts';

const folder = fileURLToPath(new URL('../docs/rules/', import.meta.url));

function page(rule: Rule): string {
  return `# ${rule.title}

Rule \`${rule.id}\`, shown as ${rule.severity}.

## Why it matters

${rule.why}

## What to do

${rule.remedy}
${examples(rule)}${precision(rule)}`;
}

function examples({ examples }: Rule): string {
  if (examples === undefined) return '';
  return `
## Example

Instead of

${fenced(examples.bad)}

write

${fenced(examples.good)}
`;
}

/** A fence longer than any that the Markdown in it has. */
function fenced(markdown: string): string {
  const fence = '`'.repeat(
    Math.max(3, ...[...markdown.matchAll(/`{3,}/g)].map(([run]) => run.length + 1)),
  );
  return `${fence}markdown\n${markdown}\n${fence}`;
}

function precision({ precision }: Rule): string {
  if (precision === undefined) return '';
  return `
## How often it is right

${precision}
`;
}

function index(): string {
  const rows = rules.map(
    ({ id, title, severity }) => `| [${id}](${id}.md) | ${title} | ${severity} |`,
  );
  return `# Rules

What OSPO Strategy tells an author, and why.

| Rule | What it says | Shown as |
| --- | --- | --- |
${rows.join('\n')}
`;
}

async function run(check: boolean): Promise<void> {
  const wanted = new Map(rules.map((rule) => [`${rule.id}.md`, page(rule)]));
  wanted.set('README.md', index());
  await mkdir(folder, { recursive: true });
  const present = await readdir(folder);
  const surplus = present.filter((name) => !wanted.has(name));
  const stale: string[] = [];
  for (const [name, text] of wanted) {
    const known = present.includes(name) ? await readFile(folder + name, 'utf8') : undefined;
    if (known !== text) stale.push(name);
  }
  if (check) {
    for (const name of [...stale, ...surplus])
      console.error(`docs/rules/${name} is stale: run npm run generate`);
    if (stale.length + surplus.length > 0) process.exitCode = 1;
    return;
  }
  for (const name of surplus) await rm(folder + name);
  for (const name of stale) await writeFile(folder + name, wanted.get(name) ?? '');
}

await run(process.argv.includes('--check'));
