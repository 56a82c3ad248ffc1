import { expect, test } from '@playwright/test';
import { killAgainAndAgain } from './kills.ts';

const KILLS = 40;

test('nothing that was shown as saved is missing after the page has crashed or the browser was killed', async ({ baseURL }) => {
  const seed = Number(process.env['KILL_SEED'] ?? 20_261);
  const { rounds, saved, missing } = await killAgainAndAgain(baseURL ?? '', KILLS, seed);
  test.info().annotations.push({ type: 'kills', description: `${rounds} kills with seed ${seed}: ${saved} states shown as saved, ${missing.length} missing` });
  process.stdout.write(`${rounds} kills with seed ${seed}: ${saved} states shown as saved, ${missing.length} missing\n`);
  expect(missing).toEqual([]);
  expect(saved).toBeGreaterThan(KILLS);
});
