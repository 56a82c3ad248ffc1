import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { cardOf, expect, fixture, idle, openFile, openPage, panelOf, test, titlesOf } from './page.ts';
import { datedTitles } from './where.ts';

test.beforeEach(({ page }) => openPage(page));

/** The sentences about what is wrong in the open file. */
async function expectSentences(page: Page, sentences: readonly (string | RegExp)[]): Promise<void> {
  await panelOf(page).getByRole('paragraph').filter({ hasText: 'to mend in this file' }).getByRole('button', { name: 'Show' }).click();
  const dialog = page.getByRole('dialog', { name: 'Account of the file' });
  await expect(dialog.getByRole('listitem')).toHaveText([...sentences]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
}

test('a file that was cut off opens with the events before the cut', async ({ page }) => {
  await openFile(page, fixture('truncated.geojson'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A file that was cut off');
  await expect(titlesOf(page)).toHaveText(['A good event']);
  await expectSentences(page, [/Line 15, column \d+: The file ends here, in the middle of a value: the one event before this place is shown/]);
});

test('an event with a date that cannot be read is shown undated, and the sentence names the date', async ({ page }) => {
  await openFile(page, fixture('unreadable-date.geojson'));
  await expect(titlesOf(page).first()).toHaveText('A good event');
  await panelOf(page).getByRole('button', { name: '1 event without a date' }).click();
  await expect(panelOf(page).getByRole('button', { name: 'An event on a day that is none' })).toBeVisible();
  await expectSentences(page, [/Feature 2 “bad”, line 11, properties\.when: “2026-02-30” cannot be read as a date\./]);
});

test('an event at latitude 123 is shown without a place, and the sentence says which number to mend', async ({ page }) => {
  await openFile(page, fixture('latitude-123.geojson'));
  await expect(titlesOf(page)).toHaveText(['An event at no place on earth', 'A good event']);
  await expect(page.getByRole('button', { name: 'Muscat, 1 event' })).toBeAttached();
  await expect(panelOf(page).getByRole('button', { name: '1 event without a place' })).toBeVisible();
  await expectSentences(page, [/Feature 1 “nowhere”, line 5, geometry\.coordinates.*: The latitude 123 does not exist/]);
});

test('two events of one id are both shown, and each can be selected', async ({ page }) => {
  await openFile(page, fixture('equal-ids.geojson'));
  await expect(titlesOf(page)).toHaveText(['The first twin', 'The second twin']);
  await cardOf(page, 'The second twin').click();
  await expect(cardOf(page, 'The second twin')).toHaveAttribute('aria-expanded', 'true');
  await expect(cardOf(page, 'The first twin')).toHaveAttribute('aria-expanded', 'false');
  await expectSentences(page, [/Feature 2 “twin.*”, line 11, id: Feature 1 has the id “twin” already\. Both events are shown/]);
});

for (const { file, sentence } of [
  { file: 'letter.txt', sentence: 'No format that this program reads was recognised; the file begins with “Dear editor' },
  { file: 'empty.geojson', sentence: 'The file is empty. Choose a file with events.' },
]) {
  test(`${file} is refused in a sentence, and the present story stays open`, async ({ page }) => {
    await openFile(page, fixture(file));
    const alert = page.getByRole('alert');
    await expect(alert).toContainText(`“${file}” could not be opened.`);
    await expect(alert).toContainText(sentence);
    await expect(alert).toContainText('The present story stays open.');
    await expect(titlesOf(page)).toHaveText([...datedTitles()]);
  });
}

test('bytes that are no text are refused in a sentence', async ({ page }) => {
  const buffer = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0xff, 0xfe]);
  await openFile(page, { name: 'photo.geojson', mimeType: 'application/geo+json', buffer });
  await expect(page.getByRole('alert')).toContainText('“photo.geojson” could not be opened.');
});

test('a file dropped on the page opens like one that was chosen', async ({ page }) => {
  const text = await readFile(fixture('latitude-123.geojson'), 'utf8');
  const transfer = await page.evaluateHandle((content) => {
    const carried = new DataTransfer();
    carried.items.add(new File([content], 'dropped.geojson', { type: 'application/geo+json' }));
    return carried;
  }, text);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await expect(page.getByText('Drop the file to open it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await idle(page);
  await expect(page.getByText('Drop the file to open it')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A latitude that does not exist');
  await expect(titlesOf(page)).toHaveText(['An event at no place on earth', 'A good event']);
});

test('a failure is forgotten when the next file opens', async ({ page }) => {
  await openFile(page, fixture('letter.txt'));
  await expect(page.getByRole('alert')).toContainText('could not be opened');
  await openFile(page, fixture('equal-ids.geojson'));
  await expect(page.getByRole('alert')).toBeEmpty();
  await expect(titlesOf(page)).toHaveCount(2);
});

test('markup in a file is text, wherever it stands', async ({ page }) => {
  await openFile(page, fixture('markup.geojson'));
  const title = '<img src=x onerror="document.title = \'taken\'">';
  await expect(page.getByRole('heading', { level: 1 })).toHaveText("<script>document.title = 'taken'</script>");
  await expect(page.getByRole('button', { name: '<b>Bold</b> 1' })).toBeVisible();
  await cardOf(page, title).click();
  await expect(panelOf(page)).toContainText('</p><iframe srcdoc="<script>top.document.title = \'taken\'</script>"></iframe>');
  await expect(panelOf(page)).toContainText('&lt;not an entity&gt;');
  await expect(panelOf(page)).toContainText('a member of this name');
  await expect(page.getByRole('button', { name: '<a href="javascript:alert(1)">Tehran</a>, 1 event' })).toBeAttached();
  await expect(page.locator('iframe, img[src="x"], [onerror], [onload], b')).toHaveCount(0);
  expect(await page.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(['https://example.org/']);
  expect(await page.title()).not.toBe('taken');
  await expectSentences(page, [/“javascript:document\.title='taken'” is not shown as a link/]);
});

test('a damaged copy of the whole story opens as far as it goes, wherever it was cut', async ({ page }) => {
  const whole = await readFile(new URL('../../data/stories/iran-us-2026-02.geojson', import.meta.url), 'utf8');
  for (const share of [0.3, 0.6, 0.95]) {
    await openFile(page, { name: 'cut.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(whole.slice(0, whole.length * share)) });
    // As far as it says whose it is, it is of the story that stands open.
    const asked = page.getByRole('button', { name: 'Open as a new story' });
    if (await asked.isVisible()) await asked.click();
    await idle(page);
    await expect(panelOf(page)).toContainText('1 thing to mend in this file');
    const titles = await titlesOf(page).allTextContents();
    expect(titles.length).toBeGreaterThan(0);
    expect(datedTitles().filter((title) => titles.includes(title))).toEqual(titles);
  }
});

test('a story saved as a copy opens again as it was', async ({ page }) => {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Save a copy as GeoJSON' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('iran-and-the-u-s-a-drone-a-strait-and-talks.geojson');
  const places = page.getByRole('list', { name: 'Places on the map' }).getByRole('button');
  const signs = await places.allTextContents();
  await openFile(page, fixture('equal-ids.geojson'));
  await openFile(page, { name: 'copy.geojson', mimeType: 'application/geo+json', buffer: await readFile(await download.path()) });
  await expect(titlesOf(page)).toHaveText([...datedTitles()]);
  await expect(panelOf(page)).not.toContainText('to mend in this file');
  await expect(places).toHaveText(signs);
});

for (const { what, table, sentence } of [
  { what: 'no event', table: 'date,title\n', sentence: 'There is no event in what was read.' },
  { what: 'no place', table: 'date,title\n2026-01-01,One\n', sentence: 'No event on view has a place on the map.' },
  { what: 'no date', table: 'title,latitude,longitude\nOne,51.5,-0.1\n', sentence: 'No event here has a date.' },
]) {
  test(`a table with ${what} says so where it would stand`, async ({ page }) => {
    await openFile(page, { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    const open = page.getByRole('button', { name: 'Open as a new story' });
    if (await open.isEnabled()) await open.click();
    await expect(page.getByText(sentence)).toBeVisible();
  });
}
