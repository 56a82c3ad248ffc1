import type { Locator, Page } from '@playwright/test';
import { cardOf, expect, idle, openFile, openPage, panelOf, test, titlesOf } from './page.ts';

const formOf = (page: Page): Locator => page.getByRole('form', { name: /event$/ });
const fieldOf = (page: Page, name: string): Locator => formOf(page).getByLabel(name, { exact: true });
const saveOf = (page: Page): Locator => formOf(page).getByRole('button', { name: 'Save' });

const story = (...features: readonly object[]) => ({
  name: 'made-up.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', dateline: { version: 1, title: 'Made up' }, features })),
});

const feature = (id: string, properties: object): object => ({ type: 'Feature', id, geometry: null, properties: { title: id, ...properties } });

/** Opens the form of an event by its card. */
async function openForm(page: Page, title: string): Promise<void> {
  await cardOf(page, title).click();
  await panelOf(page).getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(formOf(page)).toBeVisible();
}

for (const [written, read] of [
  ['35.69, 51.42', '35.69, 51.42'],
  ['35°41′N 51°25′E', /^35\.68\d*, 51\.41\d*$/],
  ['35° 41\' 24" N, 51° 25\' 12" E', /^35\.69, 51\.42$/],
] as const) {
  test(`a position is typed: ${written}`, async ({ page }) => {
    await openPage(page);
    await page.keyboard.press('n');
    await fieldOf(page, 'Title').fill('A meeting');
    await fieldOf(page, 'Date').fill('5 Feb 2026');
    await fieldOf(page, 'Name').fill('A place of my own');
    await fieldOf(page, 'Position').fill(written);
    await saveOf(page).click();
    await idle(page);
    await expect(page.getByRole('list', { name: 'Places on the map' }).getByRole('button', { name: /A place of my own/ })).toHaveCount(1);
    await panelOf(page).getByRole('button', { name: 'Edit', exact: true }).click();
    await expect(fieldOf(page, 'Position')).toHaveValue(read);
  });
}

test('a position that cannot be read, or lies beyond the earth, is refused with a sentence, and nothing is lost', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('n');
  await fieldOf(page, 'Title').fill('A meeting');
  for (const written of ['somewhere', '95, 200']) {
    await fieldOf(page, 'Position').fill(written);
    await saveOf(page).click();
    await expect(fieldOf(page, 'Position')).toBeFocused();
    await expect(fieldOf(page, 'Position')).toHaveAttribute('aria-invalid', 'true');
    await expect(fieldOf(page, 'Position')).toHaveValue(written);
  }
});

test('categories are pressed, and another one is typed, which the story has from then on', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('n');
  await fieldOf(page, 'Title').fill('A meeting');
  await fieldOf(page, 'Date').fill('5 Feb 2026');
  await formOf(page).getByRole('button', { name: 'Military', exact: true }).click();
  await formOf(page).getByRole('button', { name: 'Diplomacy', exact: true }).click();
  await formOf(page).getByRole('button', { name: 'Military', exact: true }).click();
  await fieldOf(page, 'New category').fill('Trade');
  await page.keyboard.press('Enter');
  await saveOf(page).click();
  await idle(page);
  const chips = page.getByRole('list', { name: 'Categories' });
  await expect(chips.getByRole('button', { name: 'Diplomacy 6' })).toBeVisible();
  await expect(chips.getByRole('button', { name: 'Military 5' })).toBeVisible();
  await expect(chips.getByRole('button', { name: 'Trade 1' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await idle(page);
  await expect(chips.getByRole('button', { name: /^Trade/ })).toHaveCount(0);
});

test('an event of several places is split into one for each, and put together again by undoing', async ({ page }) => {
  await openPage(page);
  const places = [
    { kind: 'exact', name: 'Oslo', geometry: { type: 'Point', coordinates: [10.75, 59.91] } },
    { kind: 'exact', name: 'Bergen', geometry: { type: 'Point', coordinates: [5.32, 60.39] } },
  ];
  await openFile(page, story(feature('Both', { when: '2026-02-01', places })));
  await openForm(page, 'Both');
  await formOf(page).getByRole('button', { name: 'Split into 2 by place' }).click();
  await idle(page);
  await expect(titlesOf(page)).toHaveCount(2);
  await expect(panelOf(page).getByText('Oslo')).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await idle(page);
  await expect(titlesOf(page)).toHaveText(['Both']);
});

test('pictures, films and sounds of an event are links that lead out safely', async ({ page }) => {
  await openPage(page);
  const media = [{ url: 'https://example.org/a.jpg', caption: 'The harbour', credit: 'A photographer' }, { url: 'javascript:alert(1)', caption: 'Not a link' }];
  await openFile(page, story(feature('With media', { when: '2026-02-01', media })));
  await cardOf(page, 'With media').click();
  const link = panelOf(page).getByRole('link', { name: 'The harbour' });
  await expect(link).toHaveAttribute('href', 'https://example.org/a.jpg');
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(panelOf(page).getByText('A photographer')).toBeVisible();
  await expect(panelOf(page).getByRole('link', { name: 'Not a link' })).toHaveCount(0);
});

test('a tray of many events is turned page by page', async ({ page }) => {
  await openPage(page);
  await openFile(page, story(feature('Dated', { when: '2026-02-01' }), ...Array.from({ length: 45 }, (_, k) => feature(`Undated ${k + 1}`, {}))));
  await panelOf(page).getByRole('button', { name: /^45 events without a date/ }).click();
  const tray = panelOf(page).locator('.tray[data-open="true"]');
  await expect(tray.getByRole('listitem')).toHaveCount(20);
  const [back, on] = [tray.locator('.tray-pages button').first(), tray.locator('.tray-pages button').last()];
  await on.click();
  await on.click();
  await expect(tray.getByText('Undated 45', { exact: true })).toBeVisible();
  await expect(tray.getByRole('listitem')).toHaveCount(5);
  // It leads nowhere now, and keeps the focus.
  await expect(on).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(tray.getByRole('listitem')).toHaveCount(5);
  await back.click();
  await expect(tray.getByText('Undated 21', { exact: true })).toBeVisible();
});
