import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const bundle = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

interface Lines {
  readonly path?: string;
  readonly startLine: number;
}
interface Report {
  readonly documents: readonly {
    readonly path: string;
    readonly analysed: boolean;
    readonly partOf?: string;
    readonly parts?: readonly string[];
    readonly criteria: readonly {
      readonly id: string;
      readonly level: string;
      readonly evidence: readonly Lines[];
    }[];
    readonly maturity: Record<
      string,
      {
        readonly stage: string;
        readonly items: readonly { id: string; evidence: readonly Lines[] }[];
      }
    >;
    readonly diagnostics: readonly { readonly rule: string; readonly message: string }[];
  }[];
}

function report(cwd: string, ...words: readonly string[]): Report['documents'] {
  const call = [bundle, 'report', '--format', 'json', ...words];
  const { stdout } = spawnSync(process.execPath, call, { encoding: 'utf8', cwd });
  return (JSON.parse(stdout) as Report).documents;
}

describe('ospo-strategy report of a strategy set', () => {
  let folder = '';
  const write = (path: string, text: string | Uint8Array) =>
    writeFileSync(join(folder, path), text);
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ospo-strategy-set-'));
    mkdirSync(join(folder, 'docs'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('follows the index: evidence elsewhere has its path', () => {
    const [document] = report(root, 'samples/set/open-source-strategy.md');
    expect(document?.parts).toHaveLength(4);
    const regulators = document?.criteria.find(({ id }) => id === 'element.regulators');
    expect(regulators?.evidence[0]).toMatchObject({ path: 'samples/set/policy.md', startLine: 19 });
    const items = document?.maturity.organisation?.items ?? [];
    const inventory = items.find(({ id }) => id === 'organisation.usage.inventory');
    expect(inventory?.evidence[0]).toMatchObject({ path: 'samples/set/policy.md', startLine: 12 });
  });

  it('tells a folder once: its parts by name, judged with the index', () => {
    const documents = report(root, 'samples/set');
    const analysed = documents.filter((document) => document.analysed);
    expect(analysed.map(({ path }) => path)).toEqual(['samples/set/open-source-strategy.md']);
    const parts = documents.filter(
      ({ partOf }) => partOf === 'samples/set/open-source-strategy.md',
    );
    expect(parts).toHaveLength(4);
  });

  it('tells a part that is asked for by its name, without what the set answers elsewhere', () => {
    const [document] = report(root, 'samples/set/policy.md');
    expect(document).toMatchObject({
      analysed: true,
      partOf: 'samples/set/open-source-strategy.md',
    });
    expect(document?.diagnostics.filter(({ rule }) => rule.startsWith('missing-'))).toEqual([]);
  });

  it('reads nothing outside of the working directory, also not by a symbolic link', () => {
    write('secret.md', '# Compliance\n\nEvery build produces an SBOM, licences are reviewed.\n');
    symlinkSync(join(folder, 'secret.md'), join(folder, 'docs/linked.md'));
    write('docs/index.md', '# Open source strategy\n\n[a](../secret.md) [b](linked.md)\n');
    const [document] = report(join(folder, 'docs'), 'index.md');
    expect(document?.parts).toBeUndefined();
    const told = document?.diagnostics.filter(({ rule }) => rule === 'missing-part') ?? [];
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringContaining('outside the workspace folder'),
    ]);
  });

  it('survives circles, bytes that are no text and files that are gone', () => {
    write('docs/a.md', '# Open source strategy\n\n[b](b.md) [c](c.md) [gone](gone.md)\n');
    write('docs/b.md', '[a](a.md) [b](b.md)\n');
    write('docs/c.md', Uint8Array.from([0, 1, 2, 0, 255, 254, 0, 0, 0, 7]));
    const [document] = report(folder, 'docs/a.md');
    expect(document?.parts).toEqual(['docs/b.md']);
    const told = document?.diagnostics.filter(({ rule }) => rule === 'missing-part') ?? [];
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringContaining('not a text'),
      expect.stringContaining('no file "gone.md"'),
    ]);
  });

  it('counts in what a configuration names as a set, linked or not', () => {
    mkdirSync(join(folder, 'set'));
    write('set/.ospo-strategy.yaml', 'sets:\n  - index: main.md\n    files: ["parts/*.md"]\n');
    mkdirSync(join(folder, 'set/parts'));
    write('set/main.md', '# How we work\n\nIn short.\n');
    write(
      'set/parts/legal.md',
      '# Compliance\n\nWe accept MIT; GPL needs a review by the legal team within five days. Every build produces an SBOM in SPDX format, and the security officer patches critical vulnerabilities within 72 hours.\n',
    );
    const [document] = report(folder, 'set/main.md');
    expect(document?.parts).toEqual(['set/parts/legal.md']);
    const compliance = document?.criteria.find(({ id }) => id === 'element.compliance');
    expect(compliance?.level).toBe('answered');
    expect(report(folder, 'set/parts/legal.md')[0]?.partOf).toBe('set/main.md');
  });
});
