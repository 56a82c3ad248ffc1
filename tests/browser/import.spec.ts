import type { Locator, Page } from '@playwright/test';
import { expect, idle, openFile, openPage, panelOf, test, titlesOf, type OwnFile } from './page.ts';

test.beforeEach(({ page }) => openPage(page));

const fileOf = (name: string, content: string | readonly number[]): OwnFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: typeof content === 'string' ? Buffer.from(content) : Buffer.from(content),
});

const reviewOf = (page: Page): Locator => page.getByRole('dialog', { name: /^Before “/ });

/** The dates of the first events in the review. */
const datesOf = (page: Page): Locator => reviewOf(page).getByRole('listitem').locator('.import-when');

async function enter(page: Page, how: 'Open as a new story' | 'Add to this story' | 'Update this story…'): Promise<void> {
  await reviewOf(page).getByRole('button', { name: how }).click();
  await expect(reviewOf(page)).toHaveCount(0);
  await idle(page);
}

const AMBIGUOUS = fileOf('dates.csv', 'when,what\n03/04/2026,First\n05/06/2026,Second\n');

test('a table is looked at before it enters, and asks what it cannot settle', async ({ page }) => {
  await openFile(page, AMBIGUOUS);
  const review = reviewOf(page);
  await expect(review).toContainText('2 records = 2 events + 0 set aside + 0 not events');
  await expect(review).toContainText('Which comes first in “when”, the day or the month?');
  await expect(datesOf(page)).toHaveText([/no date/, /no date/]);
  await review.getByRole('button', { name: 'Month first' }).click();
  await expect(datesOf(page)).toHaveText(['4 March 2026', '6 May 2026']);
  await enter(page, 'Open as a new story');
  await expect(titlesOf(page)).toHaveText(['First', 'Second']);
});

test('nothing enters when the look at a file is given up', async ({ page }) => {
  const before = await titlesOf(page).allTextContents();
  await openFile(page, AMBIGUOUS);
  await page.keyboard.press('Escape');
  await expect(reviewOf(page)).toHaveCount(0);
  await idle(page);
  await expect(titlesOf(page)).toHaveText(before);
});

test('a column means what is chosen for it, or onto what it is dragged, and the next such file is read alike', async ({ page }) => {
  const table = 'd,t,n\n2026-01-01,One,Alpha\n2026-01-02,Two,Beta\n';
  await openFile(page, fileOf('a.csv', table));
  const review = reviewOf(page);
  await review.getByLabel('What “n” means').selectOption({ label: 'Title' });
  await expect(review.locator('.import-title')).toHaveText(['Alpha', 'Beta']);
  await review.getByRole('rowheader', { name: 't', exact: true }).dragTo(review.getByTitle('Drag a column here for: Category'));
  await expect(review.getByLabel('What “t” means')).toHaveValue('category');
  await enter(page, 'Open as a new story');
  await expect(titlesOf(page)).toHaveText(['Alpha', 'Beta']);

  await openFile(page, fileOf('b.csv', table.replaceAll('Alpha', 'Gamma')));
  await expect(review).toContainText('Read as the last file with these columns.');
  await expect(review.locator('.import-title')).toHaveText(['Gamma', 'Beta']);
  await review.getByRole('button', { name: 'Read it afresh' }).click();
  await expect(review).not.toContainText('Read as the last file');
});

test('all that is said of a file counts, though it enters before the page can show it', async ({ page }) => {
  await openFile(page, fileOf('fast.csv', 'when,t,n\n03/04/2026,One,Alpha\n05/06/2026,Two,Beta\n'));
  await expect(datesOf(page)).toHaveText([/no date/, /no date/]);
  await idle(page);
  // All of it between two frames: handlers of the page as it stands are all that there are.
  await reviewOf(page).evaluate((dialog) => {
    const column = dialog.querySelector<HTMLSelectElement>('select[aria-label="What “n” means"]');
    const monthFirst = [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Month first');
    const form = dialog.querySelector('form');
    if (column === null || monthFirst === undefined || form === null) throw new Error('the dialog does not ask');
    column.value = 'title';
    column.dispatchEvent(new Event('change', { bubbles: true }));
    monthFirst.click();
    form.requestSubmit();
  });
  await expect(reviewOf(page)).toHaveCount(0);
  await idle(page);
  await expect(titlesOf(page)).toHaveText(['Alpha', 'Beta']);
  await expect(panelOf(page)).toContainText('4 March 2026');
});

test('another encoding can be chosen by how its letters read', async ({ page }) => {
  await openFile(page, fileOf('fr.csv', [...Buffer.from('date;titre\n1793-01-21;Ex'), 0xe9, ...Buffer.from('cution\n1815-06-18;D'), 0xe9, ...Buffer.from('faite\n')]));
  const review = reviewOf(page);
  await expect(review.locator('.import-title')).toHaveText(['Exécution', 'Défaite']);
  await review.getByLabel('Encoding').selectOption('windows-1251');
  await expect(review.locator('.import-title')).toHaveText(['Exйcution', 'Dйfaite']);
});

test('places that have a name alone are looked up where that is ticked, and nowhere else', async ({ page }) => {
  await openFile(page, fileOf('places.csv', 'date,title,place\n2026-01-01,One,Muscat\n2026-01-02,Two,Ankara\n'));
  const review = reviewOf(page);
  await expect(review.getByLabel('Take a position for “Muscat”')).toBeChecked();
  await review.getByLabel('Take a position for “Ankara”').uncheck();
  await enter(page, 'Open as a new story');
  await expect(page.getByRole('button', { name: 'Muscat, 1 event' })).toBeAttached();
  await expect(panelOf(page).getByRole('button', { name: '1 event without a place' })).toBeVisible();
});

test('a file can be added to the story, in one step that is taken back', async ({ page }) => {
  const before = await titlesOf(page).count();
  await openFile(page, fileOf('more.csv', 'date,title\n2026-02-03,An added event\n'));
  await enter(page, 'Add to this story');
  await expect(titlesOf(page)).toHaveCount(before + 1);
  await expect(titlesOf(page).filter({ hasText: 'An added event' })).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await idle(page);
  await expect(titlesOf(page)).toHaveCount(before);
});

test('each record that is no event is accounted for, and a refused one can be mended', async ({ page }) => {
  await openFile(page, fileOf('list.json', '[{"date":"2026-01-01","title":"One"},"lost",{"date":"2026-01-02","title":"Two"}]'));
  await expect(reviewOf(page)).toContainText('3 records = 2 events + 1 set aside + 0 not events');
  await enter(page, 'Open as a new story');
  await panelOf(page).getByRole('button', { name: 'Show' }).first().click();
  const account = page.getByRole('dialog', { name: 'Account of the file' });
  await expect(account).toContainText('3 records = 2 events + 1 set aside + 0 not events');
  await account.getByRole('button', { name: /^Mend/ }).click();
  await account.getByLabel('The record as it stands').fill('{"date":"2026-01-03"');
  await account.getByRole('button', { name: 'Take it in' }).click();
  await expect(account.getByRole('status')).toContainText('Not yet');
  await account.getByLabel('The record as it stands').fill('{"date":"2026-01-03","title":"Found"}');
  await account.getByRole('button', { name: 'Take it in' }).click();
  await expect(account.getByText('Taken in')).toBeFocused();
  await expect(account).toContainText('3 records = 3 events + 0 set aside + 0 not events (1 of them mended here)');
  const downloading = page.waitForEvent('download');
  await account.getByRole('button', { name: 'Save the list as CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('list-json-account.csv');
  await account.getByRole('button', { name: 'Close' }).click();
  await expect(titlesOf(page)).toHaveText(['One', 'Two', 'Found']);
});

test('a file is looked at, answered and opened by keys alone', async ({ page }) => {
  await openFile(page, AMBIGUOUS);
  await expect(reviewOf(page).getByRole('group', { name: /^Which comes first in “when”/ }).getByRole('button', { name: 'Day first' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(datesOf(page)).toHaveText(['4 March 2026', '6 May 2026']);
  await reviewOf(page).getByLabel('What “what” means').focus();
  await page.keyboard.type('Descr');
  await expect(reviewOf(page).getByLabel('What “what” means')).toHaveValue('description');
  await reviewOf(page).getByRole('button', { name: 'Open as a new story' }).focus();
  await page.keyboard.press('Enter');
  await expect(reviewOf(page)).toHaveCount(0);
  await idle(page);
  await expect(titlesOf(page)).toHaveCount(2);
});

test('a file that is opened again shows what it changes, and changes what is ticked', async ({ page }) => {
  await openFile(page, fileOf('log.csv', 'id,date,title\na,2026-01-01,One\nb,2026-01-02,Two\nc,2026-01-03,Three\n'));
  await enter(page, 'Open as a new story');
  await openFile(page, fileOf('log.csv', 'id,date,title\na,2026-01-01,One\nb,2026-01-02,Two told anew\nd,2026-01-04,Four\n'));
  await enter(page, 'Update this story…');
  const comparison = page.getByRole('dialog', { name: 'What “log.csv” changes' });
  await expect(comparison).toContainText('1 event is the same in both.');
  await expect(comparison.getByRole('region', { name: 'New · 1' })).toContainText('Four');
  await expect(comparison.getByRole('region', { name: 'Changed · 1' })).toContainText('Here: TwoIn the file: Two told anew');
  await expect(comparison.getByRole('region', { name: 'Not in the file · 1' }).getByRole('checkbox')).not.toBeChecked();
  await comparison.getByRole('region', { name: 'New · 1' }).getByRole('checkbox').uncheck();
  await comparison.getByRole('button', { name: 'Take over 1' }).click();
  await idle(page);
  await expect(titlesOf(page)).toHaveText(['One', 'Two told anew', 'Three']);
  await page.keyboard.press('ControlOrMeta+z');
  await idle(page);
  await expect(titlesOf(page)).toHaveText(['One', 'Two', 'Three']);
});

test('a pasted table is looked at like a file', async ({ page }) => {
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'date\ttitle\n2026-01-01\tPasted\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.getByRole('dialog', { name: 'Before “Pasted text” opens' })).toBeVisible();
  await enter(page, 'Open as a new story');
  await expect(titlesOf(page)).toHaveText(['Pasted']);
});

test('several files come one after the other, and each says whether it is opened or added', async ({ page }) => {
  const transfer = await page.evaluateHandle(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(['date,title\n2026-01-01,One\n'], 'one.csv'));
    carried.items.add(new File(['{"type":"FeatureCollection","dateline":{"version":1,"title":"Two"},"features":[{"type":"Feature","id":"t","geometry":null,"properties":{"title":"Two","when":"2026-01-02"}}]}'], 'two.geojson'));
    return carried;
  });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(page.getByRole('dialog', { name: 'Before “one.csv” opens' })).toBeVisible();
  await reviewOf(page).getByRole('button', { name: 'Open as a new story' }).click();
  await expect(page.getByRole('dialog', { name: 'Before “two.geojson” opens' })).toBeVisible();
  await enter(page, 'Add to this story');
  await expect(titlesOf(page)).toHaveText(['One', 'Two']);
});

test('a long table is read beside the page, which answers all the while', async ({ page }) => {
  const rows = Array.from({ length: 60_000 }, (_, row) => `${1900 + (row % 100)}-01-0${1 + (row % 9)},Event ${row},${1 + (row % 80) / 2},${1 + (row % 170)}\n`);
  await openFile(page, fileOf('long.csv', `date,title,latitude,longitude\n${rows.join('')}`));
  await expect(reviewOf(page)).toContainText('The first 2,000 records = 2,000 events');
  await reviewOf(page).getByRole('button', { name: 'Open as a new story' }).click();
  await expect(page.getByText('Opened “long”: 60,000 events.')).toBeVisible();
  await idle(page);
  await expect(panelOf(page)).not.toContainText('to mend in this file');
});
