import type { TimelineEvent } from '../../src/core/model/event.ts';
import { cardOf, expect, openPage, panelOf, test, titlesOf } from './page.ts';
import { datedTitles, eventsOf, expectChanged, expectSame, MAP, mapSpotOf, seenAround, STORY, timelineOf, timelineSpotOf, titleOf, viewOf } from './where.ts';

const datedOf = (passes: (event: TimelineEvent) => boolean): readonly string[] => {
  const titles = new Set(eventsOf(STORY).filter(passes).map(({ title }) => title));
  return datedTitles().filter((title) => titles.has(title));
};

test.beforeEach(({ page }) => openPage(page, `v=1&${MAP}`));

test('each category and status says how many events it stands for', async ({ page }) => {
  const filters = page.getByRole('region', { name: 'Filters' });
  await expect(filters.getByRole('list', { name: 'Categories' }).getByRole('button')).toHaveText(['Diplomacy5', 'Military5', 'Inside Iran2']);
  await expect(filters.getByRole('list', { name: 'Statuses' }).getByRole('button')).toHaveText(['Confirmed3', 'Reported6', 'Planned3']);
});

test('a hidden category is gone from list, timeline and map at once, and “Show” brings it back', async ({ page }) => {
  const [mark, sign] = [await timelineSpotOf(page, 'fast-boats'), await mapSpotOf(page, 'Strait of Hormuz')];
  const before = [await seenAround(page, mark), await seenAround(page, sign)] as const;
  const places = page.getByRole('list', { name: 'Places on the map' });

  const military = page.getByRole('button', { name: 'Military 5' });
  await military.click();
  await expect(military).toHaveAttribute('aria-pressed', 'false');
  await expect(titlesOf(page)).toHaveText([...datedOf(({ categories }) => !categories.includes('military'))]);
  await expect(timelineOf(page)).toContainText('Timeline of 6 events,');
  await expect(places.getByRole('button', { name: /^Strait of Hormuz/ })).toHaveCount(0);
  await expect(places.getByRole('button', { name: /^Iran/ })).toHaveText('Iran, 2 events');
  await expectChanged(page, mark, before[0]);
  expect((await viewOf(page)).hiddenCategories).toEqual(['military']);

  const notice = panelOf(page).getByRole('listitem').filter({ hasText: '5 hidden by category' });
  await notice.getByRole('button', { name: 'Show' }).click();
  await expect(titlesOf(page)).toHaveText([...datedTitles()]);
  await page.mouse.click(2, 2);
  await expectSame(page, mark, before[0]);
  await expectSame(page, sign, before[1]);
});

test('a hidden status is gone from list, timeline and map at once', async ({ page }) => {
  const mark = await timelineSpotOf(page, 'talks-turkiye');
  const before = await seenAround(page, mark);
  await page.getByRole('button', { name: 'Planned 3' }).click();
  await expect(titlesOf(page)).toHaveText([...datedOf(({ status }) => status !== 'planned')]);
  await expect(timelineOf(page)).toContainText('Timeline of 8 events,');
  await expect(page.getByRole('list', { name: 'Places on the map' }).getByRole('button', { name: /^Türkiye/ })).toHaveCount(0);
  await expect(panelOf(page)).toContainText('3 hidden by status');
  await expectChanged(page, mark, before);
});

test('counts of one facet follow the other', async ({ page }) => {
  await page.getByRole('button', { name: 'Planned 3' }).click();
  await expect(page.getByRole('list', { name: 'Categories' }).getByRole('button')).toHaveText(['Diplomacy3', 'Military4', 'Inside Iran2']);
  await expect(page.getByRole('list', { name: 'Statuses' }).getByRole('button')).toHaveText(['Confirmed3', 'Reported6', 'Planned3']);
});

test('what two filters hide together is told apart from what each hides alone', async ({ page }) => {
  await page.getByRole('button', { name: 'Planned 3' }).click();
  await page.getByRole('button', { name: /^Military \d/ }).click();
  await expect(panelOf(page)).toContainText('2 hidden by status');
  await expect(panelOf(page)).toContainText('4 hidden by category');
  const together = panelOf(page).getByRole('listitem').filter({ hasText: '1 hidden by several filters at once' });
  await together.getByRole('button', { name: 'Show all' }).click();
  await expect(titlesOf(page)).toHaveText([...datedTitles()]);
});

test('a Shift-click shows one category alone, and a second one all again', async ({ page }) => {
  const inside = page.getByRole('button', { name: 'Inside Iran 2' });
  await inside.click({ modifiers: ['Shift'] });
  await expect(titlesOf(page)).toHaveText([titleOf('protests'), titleOf('hrana-count')]);
  await inside.click({ modifiers: ['Shift'] });
  await expect(titlesOf(page)).toHaveCount(11);
});

test('words searched for filter all views, whatever their case and marks', async ({ page }) => {
  await page.getByRole('searchbox').fill('turkiye');
  await expect(titlesOf(page)).toHaveText([titleOf('talks-turkiye')]);
  await expect(panelOf(page)).toContainText('without the words searched for');
  await page.getByRole('searchbox').fill('no such words');
  await expect(panelOf(page)).toContainText('No event passes the filters.');
  await panelOf(page).getByRole('button', { name: 'Show all' }).click();
  await expect(titlesOf(page)).toHaveCount(11);
  await expect(page.getByRole('searchbox')).toHaveValue('');
});

test('a selected event that a filter hides stays selected, and comes back with its card open', async ({ page }) => {
  await cardOf(page, titleOf('fast-boats')).click();
  await page.getByRole('button', { name: 'Military 5' }).click();
  await expect(cardOf(page, titleOf('fast-boats'))).toHaveCount(0);
  await page.getByRole('button', { name: /^Military \d/ }).click();
  await expect(cardOf(page, titleOf('fast-boats'))).toHaveAttribute('aria-expanded', 'true');
});
