import type { Page } from '@playwright/test';
import { seeded } from '../support/seeded.ts';
import { heapOf, lostContexts, openGenerated, randomGesture, truthOf } from './generated.ts';
import { expect, idle, openPage, panelOf, test } from './page.ts';
import { mapOf, overviewOf, timelineOf, viewOf } from './where.ts';

const COUNT = 1_000_000;
const ROUNDS = 10;
const GESTURES = 20;
/** Megabytes by which the heap may differ from round to round: what is kept at hand. */
const SWAY = 12;
const SEED = Number(process.env['GESTURE_SEED'] ?? 20_260_204);

const WINDOW = { start: Date.UTC(2019, 0, 1), end: Date.UTC(2020, 0, 1) };
const written = (count: number): string => count.toLocaleString('en');

/** Numbers on the chips of the categories. */
const countsOf = async (page: Page): Promise<readonly number[]> => {
  const texts = await page.getByRole('list', { name: 'Categories' }).getByRole('button').allInnerTexts();
  return texts.map((text) => Number(text.replaceAll(/\D/g, '')));
};

/** Changes what stands in the address after `v=1`, as a link does. */
async function follow(page: Page, members: string): Promise<void> {
  await page.evaluate((text) => {
    const story = /(?:^#|&)(story=[^&]*)/.exec(location.hash)?.[1];
    location.hash = ['v=1', ...(story === undefined ? [] : [story]), text].join('&');
  }, members);
  await idle(page);
}

test('a million events open, answer every gesture and every filter with the right counts, and lose nothing', async ({ page, context }) => {
  test.setTimeout(600_000);
  test.info().annotations.push({ type: 'seed of the gestures', description: String(SEED) });
  const truth = truthOf(COUNT, [
    ({ start, end }) => start < WINDOW.end && end > WINDOW.start,
    ({ start, end, category, status }) => start < WINDOW.end && end > WINDOW.start && category !== 1 && status !== 'reported',
    ({ title, text }) => title.includes('Aftershock') || text.includes('Aftershock'),
  ]);
  const [inWindow = 0, filtered = 0, found = 0] = truth.passing;

  await openPage(page);
  await openGenerated(page, COUNT);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Generated events');
  await expect(timelineOf(page)).toContainText(`Timeline of ${written(COUNT)} events,`);
  await expect(panelOf(page)).toContainText(`${written(truth.unplaced)} events without a place`);
  expect(await countsOf(page)).toEqual(truth.byCategory);

  await test.step('a link to a stretch of time, and filters, show the right counts', async () => {
    await follow(page, 'window=2019-01-01..2020-01-01');
    await expect(panelOf(page)).toContainText(`${written(COUNT - inWindow)} hidden by the time window`);
    await follow(page, 'window=2019-01-01..2020-01-01&hide=transport&hide-status=reported');
    await expect(timelineOf(page)).toContainText(`Timeline of ${written(filtered)} events,`);
    await follow(page, 'q=aftershock');
    await expect(timelineOf(page)).toContainText(`Timeline of ${written(found)} events,`);
    await follow(page, '');
  });

  await test.step('an event is selected, and a category hidden and shown again', async () => {
    await timelineOf(page).focus();
    await page.keyboard.press('Home');
    expect((await viewOf(page)).selected).toBe(truth.first);
    await page.keyboard.press('Escape');
    const chip = page.getByRole('list', { name: 'Categories' }).getByRole('button').first();
    await chip.click();
    await idle(page);
    await expect(panelOf(page)).toContainText(`${written(truth.byCategory[0] ?? 0)} hidden by category`);
    await chip.click();
    await idle(page);
    expect(await countsOf(page)).toEqual(truth.byCategory);
  });

  await test.step(`the heap is steady over ${ROUNDS} rounds of ${GESTURES} gestures, and no canvas is lost`, async () => {
    const cdp = await context.newCDPSession(page);
    const draws = seeded(SEED);
    const heaps: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let k = 0; k < GESTURES; k += 1) await randomGesture(page, draws);
      await follow(page, '');
      heaps.push(await heapOf(cdp));
    }
    expect(await lostContexts(page)).toBe(0);
    // The first rounds fill what is kept at hand.
    const settled = heaps.slice(3);
    expect(Math.max(...settled) - Math.min(...settled), `heaps of ${heaps.map((heap) => heap.toFixed(1)).join(', ')} MB`).toBeLessThan(SWAY);
  });

  await test.step('the page still shows what it showed at first', async () => {
    await expect(timelineOf(page)).toContainText(`Timeline of ${written(COUNT)} events,`);
    expect(await countsOf(page)).toEqual(truth.byCategory);
    for (const surface of [timelineOf(page), overviewOf(page), mapOf(page)]) await expect(surface).toBeVisible();
  });
});
