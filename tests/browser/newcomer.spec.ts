import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { cardOf, expect, fixture, idle, openPage, panelOf, test, titlesOf } from './page.ts';

/** What a person brings, and what they see of it on the way to a picture. */
interface Brought {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => Promise<Buffer>;
  /** The format, the encoding, and the sum of the records, in the look at the file. */
  readonly format: string;
  readonly encoding: string;
  readonly sum: string;
  readonly isBeginning?: boolean;
  /** The first dates in the look at the file. */
  readonly dates: readonly string[];
  readonly opened: string;
  /** A dated event, and the words of its card. */
  readonly event: string;
  readonly words: readonly string[];
  /** A place on the map; `undefined` where the file states none. */
  readonly place: string | undefined;
  /** A filter and the number beside it. */
  readonly filter: string | undefined;
  readonly picture: string;
}

const fromFixture = (name: string) => (): Promise<Buffer> => readFile(fixture(name));

/** As many rows as a month of crimes has, all of them known to the month. */
const CRIMES = 122_467;
const KINDS = ['Anti-social behaviour', 'Burglary', 'Drugs', 'Public order', 'Shoplifting', 'Vehicle crime'];

function crimes(): Promise<Buffer> {
  const rows = Array.from({ length: CRIMES }, (_, row) => {
    const id = row % 6 === 0 ? '' : row.toString(16).padStart(64, '0');
    const at = row % 43 === 0 ? ',' : `${(-2.6 + (row % 700) / 1000).toFixed(6)},${(51.3 + (row % 310) / 1000).toFixed(6)}`;
    return `${id},2018-12,A Constabulary,A Constabulary,${at},On or near Road ${row % 900},E0101${row % 3000},Area ${row % 60},${KINDS[row % 6] ?? ''},Under investigation,\n`;
  });
  const header = 'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\n';
  return Promise.resolve(Buffer.from(header + rows.join('')));
}

const BROUGHT: readonly Brought[] = [
  {
    what: 'a sheet for TimelineJS', name: 'coast lights.csv', bytes: fromFixture('timelinejs-sheet.csv'),
    format: 'CSV · TimelineJS sheet', encoding: 'utf-8', sum: '5 records = 4 events + 0 set aside + 1 not an event',
    dates: ['from 10 December 1815 to 27 November 1852', 'from July 1843 to 1846', 'about 1851', '14 March 1852, 17:30'],
    opened: 'Opened “Lights of the coast”: 4 events.',
    event: 'The keeper of the first light', words: ['She kept the first light for half her life.', 'https://example.org/light', 'An archive'],
    place: undefined, filter: 'Towers 2', picture: 'lights-of-the-coast',
  },
  {
    what: 'the events of a TimeMap', name: 'export_events.json', bytes: fromFixture('timemap-events.json'),
    format: 'TimeMap', encoding: 'utf-8', sum: '4 records = 4 events + 0 set aside + 0 not events',
    dates: ['24 February 2025, 00:00', '4 March 2025, 14:35', '5 March 2025', '11 December 2025'],
    opened: 'Opened “export events”: 4 events.',
    event: 'Made up: a market is hit.', words: ['A second paragraph with markup.', 'Exampleton'],
    place: 'Exampleton', filter: undefined, picture: 'export-events',
  },
  {
    what: 'a Turkish table in UTF-16 with semicolons', name: 'olaylar.csv', bytes: fromFixture('turkish-utf-16.csv'),
    format: 'CSV', encoding: 'utf-16le', sum: '5 records = 4 events + 0 set aside + 1 not an event',
    dates: ['17 August 1999, 03:02', '23 October 2011', '2020', 'no date'],
    opened: 'Opened “olaylar”: 4 events.',
    event: 'Gölcük’te deneme', words: ['Bir söz; iki söz', 'Gölcük, Kocaeli'],
    place: 'Gölcük, Kocaeli', filter: 'Hava 2', picture: 'olaylar',
  },
  {
    what: 'events of UCDP with hashtags below their header', name: 'ged.csv', bytes: fromFixture('ged-hxl.csv'),
    format: 'CSV · UCDP GED', encoding: 'utf-8', sum: '4 records = 3 events + 0 set aside + 1 not an event',
    dates: ['22 January 2014', 'some time between 18 and 20 February 2014', 'May 2014, day not stated'],
    opened: 'Opened “ged”: 3 events.',
    event: 'Government of Upland - Civilians', words: ['River district', 'May 2014'],
    place: 'Hilltown', filter: undefined, picture: 'ged',
  },
  {
    what: 'a month of crimes', name: '2018-12-street.csv', bytes: crimes,
    format: 'CSV', encoding: 'utf-8', sum: 'The first 2,000 records = 2,000 events + 0 set aside + 0 not events', isBeginning: true,
    dates: ['December 2018, day not stated'],
    opened: 'Opened “2018-12-street”: 122,467 events.',
    event: 'Anti-social behaviour – On or near Road 0', words: ['December 2018', 'A Constabulary'],
    place: undefined, filter: 'Burglary 20,411', picture: '2018-12-street',
  },
];

const reviewOf = (page: Page): Locator => page.getByRole('dialog', { name: /^Before “/ });

/** Drops a file on the page, as a hand does that comes from the desktop. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const chooser = await page.evaluateHandle(() => Object.assign(document.createElement('input'), { type: 'file' }));
  await chooser.asElement()?.setInputFiles({ name, mimeType: '', buffer: bytes });
  const dataTransfer = await page.evaluateHandle((input) => {
    const carried = new DataTransfer();
    const [file] = (input as HTMLInputElement).files ?? [];
    if (file !== undefined) carried.items.add(file);
    return carried;
  }, chooser);
  await page.dispatchEvent('body', 'dragover', { dataTransfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

for (const brought of BROUGHT) {
  test(`${brought.what} becomes a story that can be looked at, changed, taken home as a picture, and found again`, async ({ page }) => {
    test.setTimeout(120_000);
    const { name, bytes, format, encoding, sum, isBeginning = false, dates, opened, event, words, place, filter, picture } = brought;
    await openPage(page);
    await drop(page, name, await bytes());

    const review = reviewOf(page);
    await expect(review.getByLabel('Format').locator('option:checked')).toHaveText(format);
    await expect(review.getByLabel('Encoding')).toHaveValue(encoding);
    await expect(review).toContainText(sum);
    const first = await review.locator('.import-when').allTextContents();
    expect(isBeginning ? first.slice(0, 1) : first).toEqual(dates);
    await expect(review.getByRole('button', { name: 'Open as a new story' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByText(opened)).toBeVisible({ timeout: 30_000 });
    await idle(page);

    await cardOf(page, event).first().click();
    for (const one of words) await expect(panelOf(page)).toContainText(one);
    if (place !== undefined) await expect(page.getByRole('button', { name: new RegExp(`^${place}, \\d`) }).first()).toBeAttached();
    if (filter !== undefined) {
      const chip = page.getByRole('button', { name: filter });
      await chip.click();
      await expect(chip).toHaveAttribute('aria-pressed', 'false');
      await chip.click();
    }

    await cardOf(page, event).first().focus();
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: /event$/ });
    await form.getByLabel('Title', { exact: true }).first().fill('An event told anew');
    await page.keyboard.press('Control+Enter');
    await expect(titlesOf(page).filter({ hasText: 'An event told anew' })).toHaveCount(1);

    await page.getByRole('button', { name: /^Export/ }).click();
    const downloading = page.waitForEvent('download');
    await page.getByRole('dialog', { name: /^Export/ }).getByRole('button', { name: 'Save PNG' }).click();
    const saved = await downloading;
    expect(saved.suggestedFilename()).toMatch(new RegExp(`^${picture}.*\\.png$`));
    expect((await readFile(await saved.path())).subarray(1, 4).toString()).toBe('PNG');
    await page.keyboard.press('Escape');

    await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 20_000 });
    await page.reload();
    await page.waitForFunction(() => 'dateline' in window);
    await idle(page);
    await expect(titlesOf(page).filter({ hasText: 'An event told anew' })).toHaveCount(1);
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  });
}
