import { readFile } from 'node:fs/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { openText } from '../../src/core/validate/open.ts';
import { openGenerated } from './generated.ts';
import { expect, fixture, idle, openFile, openPage, test } from './page.ts';

/** Gives the story another title, as a person does. */
async function rename(page: Page, title: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await page.getByRole('textbox', { name: 'Title of the story' }).fill(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

const signOf = (page: Page) => page.locator('.keeper-sign');
const barOf = (page: Page) => page.locator('.keeper-bar');
const titleOf = (page: Page) => page.getByRole('heading', { level: 1 });

async function renameAndSave(page: Page, title: string): Promise<void> {
  await rename(page, title);
  await expect(signOf(page)).toHaveText('Saved');
  await idle(page);
}

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByRole('button', { name: 'Your stories…' }).click();
  await expect(page.getByRole('dialog', { name: 'Your stories' })).toBeVisible();
}

/** Lets the browser start no worker that keeps stories: the page then does what it can by itself. */
const withoutKeepWorker = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        if (String(url).includes('keep-worker')) throw new DOMException('none', 'SecurityError');
        super(url, options);
      }
    };
  });

/** Lets the page's own database be full when the page is told so. */
async function withFickleDisk(context: BrowserContext): Promise<void> {
  await withoutKeepWorker(context);
  await context.addInitScript(() => {
    const { add, put } = IDBObjectStore.prototype;
    const unlessFull = (write: typeof put): typeof put =>
      function (this: IDBObjectStore, ...values) {
        if (document.documentElement.dataset['disk'] === 'full') throw new DOMException('no room', 'QuotaExceededError');
        return write.apply(this, values);
      };
    Object.assign(IDBObjectStore.prototype, { add: unlessFull(add), put: unlessFull(put) });
  });
}

const setDisk = (page: Page, disk: 'full' | 'empty'): Promise<void> =>
  page.evaluate((state) => {
    document.documentElement.dataset['disk'] = state;
  }, disk);

/** Lets the browser give pages of an origin no more room than so many bytes, or what it has by itself. */
async function setRoom(page: Page, origin: string, bytes?: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, ...(bytes === undefined ? {} : { quotaSize: bytes }) });
}

test('a change is saved within a second, and stands there after a reload', async ({ page }) => {
  await openPage(page);
  await expect(signOf(page)).toHaveText('');
  await renameAndSave(page, 'Kept');
  await rename(page, 'Kept again');
  await expect(signOf(page)).toHaveAttribute('data-state', 'saved', { timeout: 1000 });
  await idle(page);
  expect(page.url()).toContain('story=kept:');
  await page.reload();
  await idle(page);
  await expect(titleOf(page)).toHaveText('Kept again');
  await expect(signOf(page)).toHaveText('Saved');
});

test('a page that opens on another story offers the one that was last worked on, and does not put it in its place', async ({ page }) => {
  await openPage(page);
  const first = await titleOf(page).textContent();
  await renameAndSave(page, 'Kept');
  await page.goto('about:blank');
  await openPage(page);
  await expect(titleOf(page)).toHaveText(first ?? '');
  await page.getByRole('button', { name: /^Go on with “Kept”, changed/ }).click();
  await expect(titleOf(page)).toHaveText('Kept');
  await expect(barOf(page)).toHaveCount(0);
});

test('the offer can be dismissed', async ({ page }) => {
  await openPage(page);
  await renameAndSave(page, 'Kept');
  await page.goto('about:blank');
  await openPage(page);
  await barOf(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(barOf(page)).toHaveCount(0);
});

test('a link to a story that is not kept here says so', async ({ page }) => {
  await openPage(page, 'v=1&story=kept:0b7a');
  await expect(page.getByRole('alert')).toContainText('not among those kept in this browser');
});

test('what was typed into a form and not saved is there again after a reload', async ({ page }) => {
  await openPage(page, 'v=1&event=drone-shot-down');
  const form = page.locator('form');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await form.getByRole('textbox', { name: 'Title', exact: true }).first().fill('A title on its way');
  await expect(signOf(page)).toHaveText('Saved');
  await idle(page);
  await page.reload();
  await idle(page);
  await expect(page.getByRole('heading', { level: 3, name: 'A title on its way' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(form.getByRole('textbox', { name: 'Title', exact: true }).first()).toHaveValue('A title on its way');
});

for (const { lost, without } of [
  { lost: 'the database', without: () => new Promise((resolve) => (indexedDB.deleteDatabase('dateline').onsuccess = resolve)) },
  { lost: 'the files', without: async () => (await navigator.storage.getDirectory()).removeEntry('stories', { recursive: true }) },
]) {
  test(`nothing is missing when the browser has lost ${lost}`, async ({ page }) => {
    await openPage(page);
    await renameAndSave(page, 'Kept');
    await renameAndSave(page, 'Kept twice');
    await page.evaluate(without as () => Promise<unknown>);
    await page.reload();
    await idle(page);
    await expect(titleOf(page)).toHaveText('Kept twice');
    await renameAndSave(page, 'Kept on');
  });
}

test('a second tab follows the first, does not write, and takes over when it is asked to', async ({ page, context }) => {
  await openPage(page);
  await renameAndSave(page, 'Kept');
  const second = await context.newPage();
  await second.goto(page.url());
  await idle(second);
  await expect(signOf(second)).toHaveText('Read only');
  await expect(barOf(second)).toContainText('Another tab edits this story');
  await renameAndSave(page, 'From the first');
  await expect(titleOf(second)).toHaveText('From the first');

  await second.getByRole('button', { name: 'Edit here' }).click();
  await expect(signOf(second)).toHaveText('Saved');
  await expect(signOf(page)).toHaveText('Read only');
  await renameAndSave(second, 'From the second');
  await expect(titleOf(page)).toHaveText('From the second');

  await second.close();
  await expect(signOf(page)).toHaveText('Saved');
  await renameAndSave(page, 'From the first again');
  await page.reload();
  await idle(page);
  await expect(titleOf(page)).toHaveText('From the first again');
});

test('a disk that has become full is told of within a second, a copy is offered, and nothing is lost when there is room again', async ({ page, context }) => {
  await withFickleDisk(context);
  await openPage(page);
  await renameAndSave(page, 'Kept');
  await setDisk(page, 'full');
  await rename(page, 'More than there is room for');
  await expect(page.getByRole('alert').filter({ hasText: 'the disk space for this page is used up' })).toBeVisible({ timeout: 1000 });
  await expect(signOf(page)).toHaveText('Not saved: no room');
  const downloading = page.waitForEvent('download');
  await barOf(page).getByRole('button', { name: 'Download a copy' }).click();
  const copy = openText(await readFile(await (await downloading).path(), 'utf8'));
  expect(copy.ok && copy.value.dataset.story.title).toBe('More than there is room for');
  await setDisk(page, 'empty');
  await barOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(signOf(page)).toHaveText('Saved');
  await idle(page);
  await page.reload();
  await idle(page);
  await expect(titleOf(page)).toHaveText('More than there is room for');
});

test('a browser that gives no room for a story says so within a second, and saves it when there is some', async ({ page, baseURL }) => {
  const { origin } = new URL(baseURL ?? '');
  await setRoom(page, origin, 1);
  await openPage(page);
  await rename(page, 'Too much');
  await expect(page.getByRole('alert').filter({ hasText: 'the disk space for this page is used up' })).toBeVisible({ timeout: 1000 });
  await setRoom(page, origin);
  await barOf(page).getByRole('button', { name: 'Try again' }).click();
  await expect(signOf(page)).toHaveText('Saved');
  await idle(page);
  await page.reload();
  await idle(page);
  await expect(titleOf(page)).toHaveText('Too much');
});

test('a browser that keeps nothing says so with the first change', async ({ page, context }) => {
  await withoutKeepWorker(context);
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('none', 'SecurityError');
    };
  });
  await openPage(page);
  await expect(barOf(page)).toHaveCount(0);
  await rename(page, 'Not kept');
  await expect(barOf(page)).toContainText('this browser keeps nothing');
});

test('the library renames, duplicates, deletes, brings back and exports stories', async ({ page }) => {
  await openPage(page);
  await renameAndSave(page, 'One');
  await openFile(page, fixture('equal-ids.geojson'));
  await renameAndSave(page, 'Two');
  await openLibrary(page);
  const dialog = page.getByRole('dialog', { name: 'Your stories' });
  const titles = dialog.locator('button.library-title');
  await expect(titles).toHaveText(['Two', 'One']);
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Two' })).toContainText('Open now');

  await dialog.getByRole('button', { name: 'Rename “One”' }).click();
  await dialog.getByRole('textbox').fill('The first');
  await page.keyboard.press('Enter');
  await expect(titles).toHaveText(['The first', 'Two']);

  await dialog.getByRole('button', { name: 'Duplicate “Two”' }).click();
  await expect(titles).toHaveText(['Copy of Two', 'The first', 'Two']);

  await dialog.getByRole('button', { name: 'Delete “The first”' }).click();
  await expect(titles).toHaveText(['Copy of Two', 'Two']);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await expect(titles).toHaveText(['The first', 'Copy of Two', 'Two']);
  await dialog.getByRole('button', { name: 'Delete “The first”' }).click();
  await dialog.getByText('Deleted in the last 30 days').click();
  await expect(dialog.getByRole('button', { name: 'Bring back “The first”' })).toBeVisible();

  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export all' }).click();
  const files = unzipSync(new Uint8Array(await readFile(await (await downloading).path())));
  expect(Object.keys(files).sort()).toEqual(['copy-of-two.geojson', 'two.geojson']);
  const copied = openText(new TextDecoder().decode(files['copy-of-two.geojson']));
  expect(copied.ok && [copied.value.dataset.story.title, copied.value.dataset.size]).toEqual(['Copy of Two', 2]);

  await titles.filter({ hasText: 'Copy of Two' }).click();
  await expect(titleOf(page)).toHaveText('Copy of Two');
  await idle(page);
  await page.goBack();
  await expect(titleOf(page)).toHaveText('Two');
});

test('the library exports large stories, too', async ({ page }) => {
  await openPage(page);
  await openGenerated(page, 1000);
  await renameAndSave(page, 'Large');
  await openLibrary(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('dialog', { name: 'Your stories' }).getByRole('button', { name: 'Export all' }).click();
  const files = unzipSync(new Uint8Array(await readFile(await (await downloading).path())));
  const story = openText(new TextDecoder().decode(files['large.geojson']));
  expect(story.ok && story.value.dataset.size).toBe(1000);
});

test('what the library has exported it takes in again, all at once', async ({ page }) => {
  await openPage(page);
  await renameAndSave(page, 'One');
  await openFile(page, fixture('equal-ids.geojson'));
  await renameAndSave(page, 'Two');
  await openLibrary(page);
  const dialog = page.getByRole('dialog', { name: 'Your stories' });
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export all' }).click();
  const archive = test.info().outputPath('stories.zip');
  await (await downloading).saveAs(archive);

  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Import a file…' }).click();
  await (await choosing).setFiles(archive);
  await expect(page.getByText('2 stories are now among yours.')).toBeVisible();
  await expect(dialog.locator('button.library-title')).toHaveText(['Two', 'One', 'Two', 'One']);
  await dialog.locator('button.library-title').nth(1).click();
  await expect(titleOf(page)).toHaveText('One');
  await idle(page);
  await expect(page.getByRole('region', { name: 'Events', exact: true }).getByRole('heading', { level: 3 }).first()).toBeVisible();
});

test('the library opens and closes by keys, and Esc in a title leaves the title as it was', async ({ page }) => {
  await openPage(page);
  await renameAndSave(page, 'One');
  await openLibrary(page);
  const dialog = page.getByRole('dialog', { name: 'Your stories' });
  await dialog.getByRole('button', { name: 'Rename “One”' }).press('Enter');
  await dialog.getByRole('textbox').fill('Another');
  await page.keyboard.press('Escape');
  await expect(dialog.locator('button.library-title')).toHaveText(['One']);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});
