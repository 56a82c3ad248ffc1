import type { Page } from '@playwright/test';
import type { TimelineLane } from '../../src/core/layout/timeline-lane.ts';
import { expect, idle, openPage, test } from './page.ts';
import { timelineOf, timelineOn, viewOf } from './where.ts';

/** Names of the lanes that have one, from top to bottom. */
const namesOn = async (page: Page): Promise<readonly string[]> =>
  (await timelineOn(page)).layout.lanes.map(({ name }) => name).filter((name) => name !== '');

/** The middle of a lane's head on the page. */
async function headOf(page: Page, name: string): Promise<{ readonly x: number; readonly y: number; readonly lane: TimelineLane }> {
  const { layout, box } = await timelineOn(page);
  const lane = layout.lanes.find((candidate) => candidate.name === name);
  if (lane === undefined) throw new Error(`no lane is called ${name}`);
  return { x: box.x + lane.headBox.x + lane.headBox.width / 2, y: box.y + lane.headBox.y + lane.headBox.height / 2, lane };
}

async function openLanes(page: Page): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('button', { name: 'Lanes', exact: true }).press('Enter');
  const panel = page.getByRole('dialog', { name: 'Lanes and clocks' });
  await expect(panel).toBeVisible();
  return panel;
}

test.describe('lanes', () => {
  test.beforeEach(({ page }) => openPage(page));

  test('are by category at first, and by another facet when one is chosen, which stands in the link', async ({ page }) => {
    expect(await namesOn(page)).toEqual(['Diplomacy', 'Military', 'Inside Iran']);
    const panel = await openLanes(page);
    await panel.getByRole('combobox', { name: 'Lanes by' }).selectOption({ label: 'Status' });
    expect((await viewOf(page)).lanes.by).toEqual(['status']);
    await page.keyboard.press('Escape');
    expect(await namesOn(page)).toEqual(['Confirmed', 'Reported', 'Planned']);
    await page.reload();
    await page.waitForFunction(() => 'dateline' in window);
    expect(await namesOn(page)).toEqual(['Confirmed', 'Reported', 'Planned']);
  });

  test('nest two deep, and hold all events whichever way', async ({ page }) => {
    const panel = await openLanes(page);
    await panel.getByRole('combobox', { name: 'Lanes by' }).selectOption({ label: 'Status' });
    await panel.getByRole('combobox', { name: 'and within them by' }).selectOption({ label: 'Category' });
    expect((await viewOf(page)).lanes.by).toEqual(['status', 'category']);
    const { lanes } = (await timelineOn(page)).layout;
    expect(new Set(lanes.map(({ depth }) => depth))).toEqual(new Set([0, 1]));
    expect(lanes.reduce((sum, { count }) => sum + count, 0)).toBe(11);
  });

  test('are folded and unfolded by a press on their heads', async ({ page }) => {
    const before = await headOf(page, 'Military');
    await page.mouse.click(before.x, before.y);
    expect((await viewOf(page)).lanes.folded).toEqual([before.lane.key]);
    const folded = await headOf(page, 'Military');
    expect(folded.lane.kind).toBe('folded');
    expect(folded.lane.box.height).toBeLessThan(before.lane.box.height);
    await page.mouse.click(folded.x, folded.y);
    expect((await viewOf(page)).lanes.folded).toEqual([]);
  });

  test('are moved, folded and made taller by keys alone', async ({ page }) => {
    const panel = await openLanes(page);
    const list = panel.getByRole('listbox', { name: 'Lanes from top to bottom' });
    await list.focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await idle(page);
    await expect(list.getByRole('option', { selected: true })).toHaveAccessibleName(/^Inside Iran/);
    await page.keyboard.press('ArrowLeft');
    const view = await viewOf(page);
    expect(view.lanes.folded).toHaveLength(1);
    await page.keyboard.press('ArrowRight');
    const { lane } = await headOf(page, 'Inside Iran');
    await page.keyboard.press('+');
    expect((await headOf(page, 'Inside Iran')).lane.box.height).toBeGreaterThan(lane.box.height);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Lanes', exact: true })).toBeFocused();
    expect(await namesOn(page)).toEqual(['Inside Iran', 'Diplomacy', 'Military']);
  });
});

test('many lanes scroll, and the wheel over their heads scrolls rather than zooms', { tag: '@app' }, async ({ page }) => {
  await openPage(page, 'v=1&story=nuclear-tests&lanes=place');
  const scrolled = (): Promise<number> => timelineOf(page).evaluate((plot) => plot.parentElement?.scrollTop ?? 0);
  const box = await timelineOf(page).boundingBox();
  if (box === null) throw new Error('not on screen');
  expect(await scrolled()).toBe(0);
  await page.mouse.move(box.x + 30, box.y + box.height - 30);
  await page.mouse.wheel(0, 200);
  await idle(page);
  expect(await scrolled()).toBeGreaterThan(0);
  expect((await viewOf(page)).window).toBeUndefined();
});
