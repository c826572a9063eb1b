import { describe, expect, it } from 'vitest';
import { fixed, resultOf, saidOf } from './analysed.ts';

/** A strategy with something in a comment at its end. */
function withComment(inside: string): string {
  return `# Open source strategy\n\nA first line.\n\n<!-- ospo-strategy: ${inside} -->\n`;
}

function waiverOf(inside: string, id = 'petal.legal'): string | undefined {
  return resultOf(withComment(inside), id).waiver?.reason;
}

describe('a waiver', () => {
  it.each([
    ['not-applicable petal.legal reason="One firm only"', 'One firm only'],
    ["not-applicable petal.legal reason='One firm only'", 'One firm only'],
    ['not-applicable petal.legal reason=“One firm only”', 'One firm only'],
    ['not-applicable petal.legal reason=„One firm only“', 'One firm only'],
    ['not-applicable petal.legal reason=«One firm only»', 'One firm only'],
    ['not-applicable petal.legal reason=「一社のみ」', '一社のみ'],
    ['not-applicable petal.legal reason=One firm only', 'One firm only'],
    ['not-applicable petal.legal "One firm only"', 'One firm only'],
    ['not-applicable petal.legal reason: "One firm only"', 'One firm only'],
    ['not-applicable petal.legal reason=One firm until=2027-06-30', 'One firm'],
    ["not-applicable petal.legal reason='we don't need it'", "we don't need it"],
    ['not-applicable petal.legal reason="for now -- see the group"', 'for now -- see the group'],
    ['not-applicable petal.legal reason="never closed', 'never closed'],
    ['not-applicable petal.legal\treason="a; b"', 'a; b'],
    ['not-applicable petal.legal, petal.ospo reason="both"', 'both'],
    [
      'not-applicable petal.legal until=2027-06-30 reason="in order of the heart"',
      'in order of the heart',
    ],
  ])('%s', (inside, reason) => {
    expect(waiverOf(inside)).toBe(reason);
    expect(resultOf(withComment(inside), 'petal.legal').level).toBe('not-applicable');
    expect(saidOf(withComment(inside))).toEqual([]);
  });

  it('holds up to its last day, that day included', () => {
    const until = (day: string) => `not-applicable petal.legal reason="x" until=${day}`;
    expect(waiverOf(until('2026-12-01'))).toBe('x');
    expect(waiverOf(until('2026-11-30'))).toBeUndefined();
    expect(saidOf(withComment(until('2026-11-30')))).toEqual([
      'expired-directive "2026-11-30": The waiver of petal.legal ended on 2026-11-30. Does it still not apply? Then extend it; else remove it.',
    ]);
  });

  it('that has ended is extended by a year from today, or removed', () => {
    const ended = withComment('not-applicable petal.legal reason="x" until=2026-11-30');
    expect(fixed(ended, 'Extend')).toBe(ended.replace('2026-11-30', '2027-12-01'));
    expect(fixed(ended, 'Remove')).toBe('# Open source strategy\n\nA first line.\n');
  });

  it('needs a reason, and the fix makes room for one', () => {
    const text = withComment('not-applicable petal.legal until=2027-06-30');
    expect(waiverOf('not-applicable petal.legal')).toBeUndefined();
    expect(saidOf(text)).toEqual([
      'unusable-directive "not-applicable petal.legal until=2027-06-30": The waiver of petal.legal takes effect once it has a reason: reason="why it does not apply here".',
    ]);
    const filled = fixed(text, 'Give a reason');
    expect(filled).toBe(withComment('not-applicable petal.legal reason="" until=2027-06-30'));
    expect(() => fixed(filled, 'Give a reason')).toThrow();
    expect(saidOf(filled.replace('""', '"x"'))).toEqual([]);
  });

  it.each([
    ['until=30.06.2027', 'until=2027-06-30'],
    ['until=2027/6/30', 'until=2027-06-30'],
  ])('with the day %s has it corrected', (wrong, right) => {
    const text = withComment(`not-applicable petal.legal reason="x" ${wrong}`);
    expect(saidOf(text)[0]).toMatch(/^unusable-directive .*is no day/);
    expect(fixed(text, 'Replace')).toBe(text.replace(wrong, right));
  });

  it.each(['until=2027-02-30', 'until=2027-13-01', 'until=soon', 'until=03/04/2027', 'until='])(
    'with %s holds no longer than one without a day: not at all',
    (until) => {
      const text = withComment(`not-applicable petal.legal reason="x" ${until}`);
      expect(resultOf(text, 'petal.legal').level).toBe('absent');
      expect(saidOf(text)).toHaveLength(1);
      expect(() => fixed(text, 'Replace')).toThrow();
    },
  );

  it.each([
    ['petal.leagl', 'petal.legal'],
    ['legal', 'petal.legal'],
    ['question.legal', 'petal.legal'],
    ['Petal.Legal', 'petal.legal'],
  ])('of %s is meant for %s', (wrong, right) => {
    const text = withComment(`not-applicable ${wrong} reason="x"`);
    expect(saidOf(text)[0]).toContain(`Did you mean ${right}`);
    const corrected = fixed(text, `Replace by "${right}"`);
    expect(corrected).toBe(text.replace(wrong, right));
    expect(saidOf(corrected)).toEqual([]);
  });

  it('of what the document answers is idle', () => {
    const text = `# Open source strategy

## Legal

Our lawyers Marit Dahl and Jon Vik answer licence questions in #open-source-legal within two working days.
Apache-2.0 and MIT are approved; GPL needs the approval of the legal department. The licence guide is on the intranet.

<!-- ospo-strategy: not-applicable petal.legal reason="x" -->
`;
    expect(resultOf(text, 'petal.legal')).toMatchObject({
      level: 'not-applicable',
      textLevel: 'answered',
    });
    expect(saidOf(text)[0]).toMatch(/^unused-directive "petal.legal"/);
    expect(saidOf(fixed(text, 'Remove'))).toEqual([]);
  });
});

describe('several directives', () => {
  const inside = `
  not-applicable petal.legal reason="a"
  ospo-strategy: not-applicable petal.ospo reason="b"; not-applicable petal.leagl reason="c"
`;

  it('stand in one comment, by lines and by semicolons', () => {
    expect(waiverOf(inside)).toBe('a');
    expect(waiverOf(inside, 'petal.ospo')).toBe('b');
    expect(saidOf(withComment(inside))).toHaveLength(1);
  });

  it('lose one without the others', () => {
    expect(fixed(withComment(inside), 'Remove')).toBe(
      withComment(inside.replace('; not-applicable petal.leagl reason="c"', '')),
    );
    const first = inside.replace('petal.legal', 'petal.nothing');
    expect(fixed(withComment(first), 'Remove')).toBe(
      withComment(`
  not-applicable petal.ospo reason="b"; not-applicable petal.leagl reason="c"
`),
    );
  });

  it('that say the same twice: the second is idle', () => {
    const text = `${withComment('not-applicable petal.legal reason="a"')}\n<!-- ospo-strategy: not-applicable petal.legal reason="b" -->\n`;
    expect(saidOf(text)).toEqual([
      'unused-directive "petal.legal": Line 5 already says this of petal.legal; one of the two is enough.',
    ]);
    expect(fixed(text, 'Remove')).toBe(withComment('not-applicable petal.legal reason="a"'));
  });

  it('that contradict each other: the one with a reason holds', () => {
    const text = `${withComment('not-applicable petal.legal reason="a"')}\n<!-- ospo-strategy: answers petal.legal -->\n\n## Rules\n\nAsk first.\n`;
    expect(resultOf(text, 'petal.legal').level).toBe('not-applicable');
    expect(saidOf(text)[0]).toMatch(
      /^unusable-directive "petal.legal": Line 5 says that petal.legal does not apply/,
    );
  });

  it('of the maturity checklist are not ours', () => {
    expect(saidOf(withComment('ospo.awareness.named-contact'))).toEqual([]);
    expect(saidOf(withComment('checklist'))).toEqual([]);
  });
});
