import { describe, expect, it } from 'vitest';
import { readArguments } from '../../server/src/cli/arguments.ts';
import { type NewCommand, newCommand } from '../../server/src/cli/newCommand.ts';
import { builtInPack as pack } from '../../server/src/host/builtInPack.ts';

function run(...words: string[]): ReturnType<typeof newCommand> {
  const command = readArguments(['new', ...words]);
  expect(command).toMatchObject({ name: 'new' });
  return newCommand(command as NewCommand, pack);
}

describe('ospo-strategy new', () => {
  it('prints what a first strategy needs', () => {
    const { output, exitCode } = run();
    expect(output).toMatch(/^# Open source strategy of \[organisation\]\n\n## /);
    expect(output.match(/^## /gm)).toHaveLength(pack.firstStrategy.length);
    expect(exitCode).toBe(0);
  });

  it('prints every section in a language, whatever the case of its tag', () => {
    const { output } = run('--language', 'ZH-hans', '--scope', 'full');
    expect(output.match(/^## /gm)).toHaveLength(pack.criteria.length);
    expect(output).toContain('开源战略');
  });

  it('leaves sections out', () => {
    const { output } = run('--scope', 'full', '--without', 'petal.legal, element.qa');
    expect(output.match(/^## /gm)).toHaveLength(pack.criteria.length - 2);
  });

  it('says what it does not have', () => {
    expect(run('--language', 'tlh')).toMatchObject({
      exitCode: 2,
      errors: expect.stringContaining('Languages: en, de,'),
    });
    expect(run('--without', 'petal.nothing').errors).toContain('no section "petal.nothing"');
    expect(readArguments(['new', '--scope', 'huge'])).toEqual({
      name: 'unusable',
      message: 'There is no scope "huge". Scopes: first, full, review.',
    });
    expect(readArguments(['new', '--nothing'])).toMatchObject({ name: 'unusable' });
  });
});
