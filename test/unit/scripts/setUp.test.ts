import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// Plain JavaScript, which the type check does not read.
const setUp = new URL('../../../scripts/setUp.mjs', import.meta.url);
const { isInstallDue }: { isInstallDue(folder: string): boolean } = await import(setUp.href);

describe('npm ci is due', () => {
  let root: string;

  beforeEach(async () => {
    root = `${await mkdtemp(join(tmpdir(), 'ospo-strategy-setup-'))}/`;
    await mkdir(join(root, 'node_modules/.bin'), { recursive: true });
    await writeFile(join(root, 'node_modules/.bin/node'), '');
    await writeFile(join(root, 'node_modules/.bin/node.cmd'), '');
    await lock('package-lock.json', {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/other-platform': { version: '1.0.0', optional: true },
    });
    await lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  });
  afterEach(() => rm(root, { recursive: true }));

  function lock(path: string, packages: object): Promise<void> {
    return writeFile(join(root, path), JSON.stringify({ packages }));
  }

  test('not where node_modules holds what the lock file asks for', () => {
    expect(isInstallDue(root)).toBe(false);
  });

  test('where a package has another version', async () => {
    await lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '0.9.0' } });
    expect(isInstallDue(root)).toBe(true);
  });

  test('where a package is missing', async () => {
    await lock('node_modules/.package-lock.json', {});
    expect(isInstallDue(root)).toBe(true);
  });

  test('where nothing is installed, or an installation was interrupted', async () => {
    await rm(join(root, 'node_modules/.package-lock.json'));
    expect(isInstallDue(root)).toBe(true);
    await rm(join(root, 'node_modules'), { recursive: true });
    expect(isInstallDue(root)).toBe(true);
  });
});
