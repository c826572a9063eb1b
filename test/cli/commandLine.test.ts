import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bundle = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const sample = fileURLToPath(new URL('../../samples/open-source-strategy.md', import.meta.url));

interface JsonReport {
  readonly schemaVersion: number;
  readonly documents: readonly {
    readonly path: string;
    readonly language: string;
    readonly detection: { readonly isStrategy: boolean; readonly reason: string };
    readonly criteria: readonly {
      readonly id: string;
      readonly level: string;
      readonly facets: readonly { readonly id: string; readonly met: boolean }[];
      readonly evidence: readonly { readonly startLine: number; readonly endLine: number }[];
    }[];
    readonly maturity: Record<string, { readonly stage: string }>;
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly startLine: number;
      readonly endLine: number;
      readonly message: string;
    }[];
  }[];
}

function run(...words: readonly string[]): {
  status: number | null;
  stdout: string;
  stderr: string;
} {
  return spawnSync(process.execPath, [bundle, ...words], { encoding: 'utf8' });
}

function report(...words: readonly string[]): JsonReport {
  const { stdout } = run('report', '--format', 'json', ...words);
  return JSON.parse(stdout) as JsonReport;
}

let folder = '';
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  if (!existsSync(bundle)) throw new Error('dist/cli.cjs is missing: run npm run build');
  folder = mkdtempSync(join(tmpdir(), 'ospo-strategy-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ospo-strategy report', () => {
  it('prints one JSON document with 24 criteria, facets, evidence and maturity', () => {
    const { schemaVersion, documents } = report(sample);
    expect(schemaVersion).toBe(1);
    expect(documents).toHaveLength(1);
    const [document] = documents;
    expect(document?.detection.isStrategy).toBe(true);
    expect(document?.language).toBe('en');
    expect(document?.criteria).toHaveLength(24);
    const levels = new Map(document?.criteria.map(({ id, level }) => [id, level]));
    expect(levels.get('question.technology')).toBe('answered');
    expect(levels.get('question.processes')).toBe('absent');
    expect(levels.get('question.champions')).toBe('partial');
    expect(Object.keys(document?.maturity ?? {})).toEqual(['organisation', 'ospo']);
    expect(document?.diagnostics.map(({ rule }) => rule)).toContain('missing-question');
  });

  it('points to lines that exist and hold the evidence', () => {
    const lines = readFileSync(sample, 'utf8').split('\n');
    const technology = report(sample).documents[0]?.criteria.find(
      ({ id }) => id === 'question.technology',
    );
    expect(technology?.evidence.length).toBeGreaterThan(0);
    for (const { startLine, endLine } of technology?.evidence ?? []) {
      const text = lines.slice(startLine - 1, endLine).join('\n');
      expect(text).toMatch(/PostgreSQL|Kubernetes|OpenTelemetry|Keycloak/);
    }
  });

  it('leaves a document alone that is no strategy, unless --all is given', () => {
    const notes = file('notes.md', '# Minutes\n\nWe met on Monday and ate cake.\n');
    expect(report(notes).documents[0]?.detection.isStrategy).toBe(false);
    expect(report(notes).documents[0]?.criteria).toEqual([]);
    expect(report('--all', notes).documents[0]?.criteria).toHaveLength(24);
  });

  it('reads the Markdown files of a folder', () => {
    const inner = join(folder, 'docs');
    mkdirSync(join(inner, 'node_modules'), { recursive: true });
    writeFileSync(join(inner, 'a.md'), '# A\n');
    writeFileSync(join(inner, 'b.txt'), 'no Markdown');
    writeFileSync(join(inner, 'node_modules', 'c.md'), '# C\n');
    expect(report(inner).documents.map(({ path }) => path)).toEqual([join(inner, 'a.md')]);
  });

  it('prints the levels in words for people, with the lines', () => {
    const { stdout, status } = run('report', sample);
    expect(status).toBe(0);
    expect(stdout).toMatch(/Guiding questions: .*answered.*missing/);
    expect(stdout).toMatch(/answered Technolog\w+: lines \d+/);
  });

  it('draws the flower of one document as SVG, and says so where there are several', () => {
    const { stdout, status } = run('report', '--format', 'svg', sample);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^<svg .*<\/svg>\n$/s);
    expect(stdout.match(/data-petal=/g)).toHaveLength(6);
    const several = run('report', '--format', 'svg', '--all', sample, file('b.md', '# B\n'));
    expect(several).toMatchObject({ status: 1, stdout: '' });
    expect(several.stderr).toContain('Name one of them');
  });

  it('makes a page that needs no other file, and Markdown for a wiki', () => {
    expect(run('report', '--format', 'html', sample).stdout).toMatch(/^<!DOCTYPE html>.*<svg /s);
    const { stdout } = run('report', '--format', 'markdown', sample);
    expect(stdout).toMatch(/^## Petals of the OSPO Flower: /m);
  });

  it('writes to a file, or says why it cannot', () => {
    const page = join(folder, 'report.html');
    const written = run('report', '--format', 'html', '--output', page, sample);
    expect(written).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(page, 'utf8')).toMatch(/^<!DOCTYPE html>/);
    const lost = run('report', '--output', join(folder, 'no', 'such.txt'), sample);
    expect(lost.status).toBe(1);
    expect(lost.stderr).toContain('There is no such folder');
  });

  it.each([
    ['an unknown command', ['frobnicate']],
    ['an unknown option', ['report', '--frobnicate', 'x.md']],
    ['an unknown format', ['report', '--format', 'yaml', 'x.md']],
    ['no path', ['report']],
    ['a server without a transport', ['server']],
  ])('says what is wrong with %s and exits with 2', (_what, words) => {
    const { status, stderr, stdout } = run(...words);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^ospo-strategy: /);
    expect(stderr).toContain('Usage:');
    expect(stdout).toBe('');
  });
});

describe('bad input gets a clear word and no crash', () => {
  it('a file that is not there: exit code 1, the others are still reported', () => {
    const { status, stderr, stdout } = run(
      'report',
      '--format',
      'json',
      join(folder, 'gone.md'),
      sample,
    );
    expect(status).toBe(1);
    expect(stderr).toContain('There is no such file');
    expect((JSON.parse(stdout) as JsonReport).documents).toHaveLength(2);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    [
      'a binary file',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3, 0]),
      /no text|control characters/i,
    ],
    [
      'invalid UTF-8',
      new Uint8Array([0x23, 0x20, 0x4f, 0x0a, 0x0a, 0xff, 0xfe, 0xc3, 0x28]),
      /UTF-8/,
    ],
    [
      'front matter that is not YAML',
      '---\ntitle: [unclosed\n: :\n---\n\n# Strategy\n\nText.\n',
      /front matter/i,
    ],
    [
      'a line of 5 MB',
      `# Open source strategy\n\n${'word '.repeat(1_000_000)}\n`,
      /line|large|long/i,
    ],
  ])('%s', (name, content, message) => {
    const path = file(`${name.replaceAll(' ', '-')}.md`, content);
    const { status, stdout } = run('report', '--all', '--format', 'json', path);
    expect(status).toBe(0);
    const [document] = (JSON.parse(stdout) as JsonReport).documents;
    const damage = document?.diagnostics.filter(({ rule }) => rule === 'damaged-document') ?? [];
    expect(damage.map((diagnostic) => diagnostic.message).join('\n')).toMatch(message);
  });

  it('an empty file', () => {
    const { status, stdout } = run('report', '--all', file('empty.md', ''));
    expect(status).toBe(0);
    expect(stdout).toContain('Guiding questions: 7 missing');
  });

  it('a hostile file name is shown without its control characters', () => {
    const { stderr } = run('report', join(folder, 'x\u001b[31m\u202e.md'));
    expect(stderr).not.toMatch(/[\u001b\u202e]/);
  });
});
