import { expect, idle, openPage, panelOf, takePointerAway, test, titlesOf } from './page.ts';
import { differences } from './pictures.ts';
import { datedTitles, eventsOf, STORY, timelineSpotOf, titleOf } from './where.ts';

test.beforeEach(({ page }) => openPage(page));

test('the list holds the eleven dated events in time order under the headings of their days and months', async ({ page }) => {
  await expect(titlesOf(page)).toHaveText([...datedTitles()]);
  expect(datedTitles()).toHaveLength(11);
  await expect(panelOf(page).getByRole('heading', { level: 2 })).toHaveText([
    /^June 2025/,
    /^January 2026/,
    /^Tuesday 3 February 2026/,
    /^Wednesday 4 February 2026/,
    /^5–8 February 2026/,
    /^Friday 6 February 2026/,
  ]);
});

test('each heading counts the events under it', async ({ page }) => {
  for (const name of ['June 2025 1 event', 'January 2026 1 event', 'Tuesday 3 February 2026 3 events', 'Wednesday 4 February 2026 4 events']) {
    await expect(panelOf(page).getByRole('heading', { level: 2, name })).toBeVisible();
  }
});

test('the tray of undated events holds one, which unfolds in it', async ({ page }) => {
  await panelOf(page).getByRole('button', { name: '1 event without a date' }).click();
  await page.getByRole('button', { name: titleOf('earlier-rounds') }).click();
  await expect(panelOf(page)).toContainText('The source states no date.');
});

test('the tray of unplaced events holds two, each of which is selected from it', async ({ page }) => {
  const trays = page.getByRole('region', { name: 'Events that timeline or map cannot show' });
  await trays.getByRole('button', { name: '2 events without a place' }).click();
  const unplaced = [titleOf('drone-shot-down'), titleOf('visit-footage')];
  await expect(trays.getByRole('listitem')).toHaveCount(unplaced.length);
  for (const [index, title] of unplaced.entries()) await expect(trays.getByRole('listitem').nth(index).getByRole('button', { name: title, exact: true })).toBeVisible();
  await trays.getByRole('button', { name: titleOf('visit-footage'), exact: true }).click();
  await expect(page.getByText(`Selected: ${titleOf('visit-footage')}`)).toBeAttached();
});

test('each of the eleven dated events answers a press on the timeline', async ({ page }) => {
  const dated = eventsOf(STORY).filter(({ when }) => when.edtf !== undefined);
  for (const { id, title } of dated) {
    const { x, y } = await timelineSpotOf(page, id);
    await page.mouse.click(x, y);
    await expect(page.getByRole('button', { name: title, expanded: true })).toBeVisible();
  }
});

test('the map has a sign for each place, with its events counted', async ({ page }) => {
  await expect(page.getByRole('list', { name: 'Places on the map' }).getByRole('button')).toHaveText([
    'Iran, 4 events',
    'Tehran, 2 events',
    'Oman, 2 events',
    'Strait of Hormuz, 1 event',
    'Türkiye, 1 event',
  ]);
});

test('the key names only the signs that are on screen', async ({ page }) => {
  const key = page.getByRole('group').filter({ hasText: 'stated or confirmed' });
  await expect(key.getByRole('listitem')).toContainText(['stated or confirmed', 'reported by one side', 'planned']);
  await expect(key).not.toContainText('denied');
  await page.getByRole('button', { name: /^Planned/ }).click();
  await expect(key).not.toContainText('planned');
});

test('a card says what is known, how it is known, and in what words the source put it', async ({ page }) => {
  await page.getByRole('button', { name: titleOf('talks-turkiye') }).click();
  const card = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: titleOf('talks-turkiye'), expanded: true }) });
  await expect(card).toContainText('“later this week” read as some time between 5 and 8 February 2026');
  await expect(card).toContainText('Türkiye, known only as a country');
  await expect(card).toContainText('Planned, per White House press secretary');
  await expect(card).toContainText('Conflicts with');
  await card.getByRole('button', { name: titleOf('talks-oman') }).click();
  await expect(page.getByRole('button', { name: titleOf('talks-oman'), expanded: true })).toBeVisible();
});

test('the pictures are painted in the page’s own fonts as soon as these have arrived', async ({ page }) => {
  await takePointerAway(page);
  const stage = page.getByRole('region', { name: 'Map', exact: true });
  const first = await stage.screenshot();
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  await idle(page);
  await expect.poll(async () => differences(first, await stage.screenshot())).toEqual([]);
});
