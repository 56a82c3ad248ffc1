import { expect, idle, openPage, test } from './page.ts';
import { timelineOf, timelineSpotOf, viewOf } from './where.ts';

const WINDOW = 'v=1&window=2025-12-01..2026-02-10';

test('another spacing keeps the event under the pointer where it is', async ({ page }) => {
  await openPage(page, WINDOW);
  for (const choice of ['Equal spacing', 'True scale', 'Compressed gaps']) {
    const { x, y } = await timelineSpotOf(page, 'fast-boats');
    await page.mouse.move(x, y);
    await idle(page);
    // By keys, so that the pointer stays.
    await page.getByRole('radio', { name: choice }).focus();
    await page.keyboard.press('Enter');
    await idle(page);
    const after = await timelineSpotOf(page, 'fast-boats');
    expect(Math.abs(after.x - x), choice).toBeLessThan(1.5);
  }
});

test('the spacing is chosen by arrow keys, and stands in the link', async ({ page }) => {
  await openPage(page);
  const choices = page.getByRole('radiogroup', { name: 'Spacing of time' });
  await choices.getByRole('radio', { checked: true }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(choices.getByRole('radio', { name: 'True scale' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(choices.getByRole('radio', { name: 'Equal spacing' })).toBeChecked();
  expect((await viewOf(page)).spacing).toBe('equal');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true });

  test('two fingers zoom the timeline around their middle', async ({ page, context }) => {
    await openPage(page, WINDOW);
    const box = await timelineOf(page).boundingBox();
    if (box === null) throw new Error('not on screen');
    const [x, y] = [box.x + box.width * 0.6, box.y + box.height * 0.6];
    const before = (await viewOf(page)).window;
    const cdp = await context.newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', reach: number): Promise<unknown> =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x - reach, y, id: 0 }, { x: x + reach, y, id: 1 }] });
    await touch('touchStart', 40);
    for (const reach of [50, 65, 80, 100, 120]) await touch('touchMove', reach);
    await touch('touchEnd', 0);
    const after = (await viewOf(page)).window;
    const lengthOf = (window: typeof before): number => (window === undefined ? 0 : window.end - window.start);
    expect(lengthOf(after)).toBeLessThan(lengthOf(before) / 2);
  });
});
