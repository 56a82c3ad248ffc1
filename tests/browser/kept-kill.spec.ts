import { killAgainAndAgain } from '../kill/kills.ts';
import { expect, test } from './page.ts';

test('nothing that was shown as saved is missing after four kills; `npm run test:kill` tries forty', async ({ baseURL }) => {
  test.setTimeout(180_000);
  const { missing, saved } = await killAgainAndAgain(baseURL ?? '', 4, 4);
  expect(missing).toEqual([]);
  expect(saved).toBeGreaterThan(0);
});
