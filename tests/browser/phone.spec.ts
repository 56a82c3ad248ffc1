import type { Page } from '@playwright/test';
import { DARK, LIGHT } from '../../src/core/scene/palette.ts';
import { cardOf, expect, idle, openPage, panelOf, test, titlesOf } from './page.ts';
import { datedTitles, mapOf, mapSpotOf, PHONE_MAP, timelineOf, timelineSpotOf, titleOf } from './where.ts';

const rgb = (colour: string): string => `rgb(${[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)).join(', ')})`;

/** How many pixels the page is wider than its window. */
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test.beforeEach(({ page }) => openPage(page));

  test('nothing is wider than the screen, in the list, the timeline and the export', { tag: '@app' }, async ({ page }) => {
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: 'Timeline', exact: true }).tap();
    await idle(page);
    expect(await overflow(page)).toBe(0);
    await page.getByRole('button', { name: 'Export', exact: true }).tap();
    await idle(page);
    expect(await overflow(page)).toBe(0);
  });

  test('list and timeline are one tap apart under the map', async ({ page }) => {
    await expect(titlesOf(page)).toHaveText([...datedTitles()]);
    await expect(timelineOf(page)).toBeHidden();
    await page.getByRole('button', { name: 'Timeline', exact: true }).tap();
    await expect(timelineOf(page)).toBeVisible();
    await expect(titlesOf(page).first()).toBeHidden();
    await timelineOf(page).scrollIntoViewIfNeeded();
    const { x, y } = await timelineSpotOf(page, 'talks-oman');
    await page.touchscreen.tap(x, y);
    await page.getByRole('button', { name: 'List', exact: true }).tap();
    await expect(cardOf(page, titleOf('talks-oman'))).toHaveAttribute('aria-expanded', 'true');
  });

  test('a tap on a place lists what happened there', async ({ page }) => {
    await openPage(page, `v=1&${PHONE_MAP}`);
    const { x, y } = await mapSpotOf(page, 'Tehran');
    await page.touchscreen.tap(x, y);
    await expect(panelOf(page).getByRole('heading', { level: 2, name: 'Tehran — 2 events' })).toBeVisible();
    await expect(titlesOf(page)).toHaveText([titleOf('pezeshkian-statement'), titleOf('agencies-name-oman')]);
  });

  test('the map stays in sight while the list scrolls', async ({ page }) => {
    await titlesOf(page).last().scrollIntoViewIfNeeded();
    await expect(mapOf(page)).toBeInViewport({ ratio: 0.9 });
    await expect(titlesOf(page).last()).toBeInViewport();
  });

  test('a selected card is not hidden under the map', async ({ page }) => {
    await page.keyboard.press('End');
    await idle(page);
    const card = cardOf(page, titleOf('talks-oman'));
    await expect(card).toBeInViewport();
    const [below, above] = [await card.boundingBox(), await mapOf(page).boundingBox()];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? Infinity) + (above?.height ?? 0));
  });

  test('what is tapped is wide enough for a finger', async ({ page }) => {
    const small = await page.getByRole('button').evaluateAll((buttons) =>
      buttons.flatMap((button) => {
        const { width, height } = button.getBoundingClientRect();
        const isSeen = button.checkVisibility({ opacityProperty: true }) && button.closest('[aria-label="Places on the map"]') === null && width > 1;
        return isSeen && Math.min(width, height) < 24 ? [`${button.textContent} ${Math.round(width)} × ${Math.round(height)}`] : [];
      }),
    );
    expect(small).toEqual([]);
  });
});

test('at 1024 pixels panel and stage stand side by side, and nothing overflows', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await openPage(page);
  expect(await overflow(page)).toBe(0);
  const [panel, map] = [await panelOf(page).boundingBox(), await mapOf(page).boundingBox()];
  expect(map?.x).toBeGreaterThanOrEqual((panel?.x ?? Infinity) + (panel?.width ?? 0) - 1);
  await expect(timelineOf(page)).toBeInViewport({ ratio: 0.95 });
});

for (const [theme, palette] of [['light', LIGHT], ['dark', DARK]] as const) {
  test(`where the system asks for ${theme} colours, they are the palette’s`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openPage(page);
    await expect(panelOf(page)).toHaveCSS('background-color', rgb(palette.panel));
    await expect(titlesOf(page).first()).toHaveCSS('color', rgb(palette.ink));
    await expect(page.locator('html')).toHaveCSS('color-scheme', theme);
  });
}

test('colours that were chosen stay, whatever the system asks for', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await expect(panelOf(page)).toHaveCSS('background-color', rgb(DARK.panel));
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(panelOf(page)).toHaveCSS('background-color', rgb(DARK.panel));
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(panelOf(page)).toHaveCSS('background-color', rgb(DARK.panel));
});
