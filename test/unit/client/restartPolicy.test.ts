import { expect, test } from 'vitest';
import { RestartPolicy } from '../../../client/src/restartPolicy.ts';

test('each crash in a row is waited out longer, and the fifth is the last', () => {
  const policy = new RestartPolicy();
  const delays = [0, 1, 2, 3, 4].map((second) => policy.delayAfterCrash(second * 1_000));
  expect(delays).toEqual([500, 1_000, 2_000, 4_000, undefined]);
});

test('crashes that are minutes apart do not add up', () => {
  const policy = new RestartPolicy();
  const delays = [0, 5, 10, 15, 20].map((minute) => policy.delayAfterCrash(minute * 60_000));
  expect(new Set(delays)).toEqual(new Set([500]));
});

test('a restart that someone asked for begins anew', () => {
  const policy = new RestartPolicy();
  for (const second of [0, 1, 2, 3, 4]) policy.delayAfterCrash(second * 1_000);
  policy.forget();
  expect(policy.delayAfterCrash(5_000)).toBe(500);
});
