import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'dist/cli.cjs');
const bank = join('samples', 'bank', 'plan-2027.md');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ospo-strategy-config-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...words: readonly string[]): {
  status: number | null;
  stdout: string;
  stderr: string;
} {
  return spawnSync(process.execPath, [bundle, ...words], { encoding: 'utf8', cwd: root });
}

function configuration(text: string | Uint8Array): string {
  const path = join(folder, 'own.yaml');
  writeFileSync(path, text);
  return path;
}

describe('ospo-strategy report', () => {
  it('judges by the nearest configuration, with its titles', () => {
    const { stdout, stderr, status } = run('report', bank);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('.ospo-strategy.yaml includes it (documents.include: *.md).');
    expect(stdout).toMatch(/answered Licensing: lines 7-9/);
    expect(stdout).toMatch(/missing {2}Export control/);
    expect(stdout).toContain('Lines of business');
    expect(stdout).not.toMatch(/How-to guides|Maturity of the OSPO/);
  });

  it('judges by the file of --config instead', () => {
    const own = configuration('petals:\n  - id: petal.legal\n    title: Law\n');
    const { stdout } = run('report', '--all', '--config', own, bank);
    expect(stdout).toContain('Law');
    expect(stdout).not.toContain('Export control');
  });

  it.each([
    ['a slip', 'languages: en\n', /own\.yaml:1: error: "languages" takes a list/],
    ['no YAML', 'petals: [\n', /own\.yaml:\d: error: /],
    ['a binary file', new Uint8Array([0, 1, 2, 3, 0]), /own\.yaml:1: error: .*binary/],
    ['a circle', 'extends: own.yaml\n', /own\.yaml:1: error: .*(circle|back|outside)/],
  ])(
    'says what is wrong with %s, reports all the same, and exits with 1',
    (_what, text, message) => {
      const { stdout, stderr, status } = run(
        'report',
        '--all',
        '--config',
        configuration(text),
        bank,
      );
      expect(stderr).toMatch(message);
      expect(stderr).toContain('The configuration is not in force; all is as shipped.');
      expect(stdout).toContain('Legal');
      expect(status).toBe(1);
    },
  );

  it('says that there is no file of --config', () => {
    const { stderr, status } = run('report', '--config', join(folder, 'gone.yaml'), bank);
    expect(stderr).toContain('There is no such file');
    expect(status).toBe(1);
  });
});

describe('ospo-strategy config', () => {
  it('prints what holds and where each part comes from', () => {
    const { stdout, status } = run('config', bank);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^# In force, nearest first: samples\/bank\/\.ospo-strategy\.yaml, ospo-book \d/,
    );
    expect(stdout).toContain(
      '  - id: petal.licensing # samples/bank/.ospo-strategy.yaml, split off from petal.legal\n',
    );
    expect(stdout).toContain('  missing-petal: information # as shipped\n');
  });

  it('without a configuration, all is as shipped', () => {
    const { stdout } = run('config', 'samples/open-source-strategy.md');
    expect(stdout).toMatch(/^# In force, nearest first: ospo-book \d/);
    expect(stdout).not.toContain('off: true');
  });

  it.each([[['config']], [['config', 'a.md', 'b.md']], [['config', '--frobnicate', 'a.md']]])(
    'cannot be called as %j',
    (words) => expect(run(...words).status).toBe(2),
  );
});
