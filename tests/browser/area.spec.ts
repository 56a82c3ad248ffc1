import { expect, idle, openPage, panelOf, test, titlesOf } from './page.ts';
import { MAP, mapOf, titleOf, viewOf } from './where.ts';

/** A part of the view in which the map shows Oman and little else. */
const OMAN = 'map=57.5,22.5,6.5';

test('what the map shows filters the other views while the map is moved, until the filter is put away', async ({ page }) => {
  await openPage(page, `v=1&${OMAN}`);
  const button = page.getByRole('button', { name: 'Filter by what the map shows' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  expect((await viewOf(page)).area).toBe('view');
  await expect(titlesOf(page)).toHaveText([titleOf('talks-oman')]);
  await expect(panelOf(page)).toContainText('outside the chosen part of the map');

  const box = await mapOf(page).boundingBox();
  if (box === null) throw new Error('not on screen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
  for (let notch = 0; notch < 6; notch += 1) {
    await page.mouse.wheel(0, 240);
    await idle(page);
  }
  expect(await titlesOf(page).count()).toBeGreaterThan(1);

  await button.click();
  expect((await viewOf(page)).area).toBeUndefined();
  await expect(titlesOf(page)).toHaveCount(11);
});

test('a box drawn with Shift filters, is moved by keys, and is removed by its button', async ({ page }) => {
  await openPage(page, `v=1&${MAP}`);
  const box = await mapOf(page).boundingBox();
  if (box === null) throw new Error('not on screen');
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height * 0.9, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  const drawn = (await viewOf(page)).area;
  expect(typeof drawn).toBe('object');
  const shown = page.getByRole('group', { name: 'Box that filters' });
  await expect(shown).toBeVisible();
  const count = await titlesOf(page).count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(11);

  await shown.getByRole('button', { name: /^Move the box/ }).focus();
  await page.keyboard.press('ArrowRight');
  const moved = (await viewOf(page)).area;
  if (typeof moved !== 'object' || typeof drawn !== 'object') throw new Error('no box');
  expect(moved.west).toBeGreaterThan(drawn.west);
  // To the pixel in which it is moved.
  expect(moved.east - moved.west).toBeCloseTo(drawn.east - drawn.west, 0);

  await shown.getByRole('button', { name: 'Remove the box' }).click();
  await expect(shown).toHaveCount(0);
  await expect(titlesOf(page)).toHaveCount(11);
});
