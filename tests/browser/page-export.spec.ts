import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { expect, idle, openPage, test, titlesOf } from './page.ts';
import { datedTitles, titleOf } from './where.ts';

test('a story is saved as a page that opens from the disk with the view that was asked for', async ({ page, context, watched }) => {
  await openPage(page, 'v=1&event=talks-oman');
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'Page', exact: true }).check();
  await dialog.getByRole('radio', { name: 'What is shown now' }).check();
  await expect(dialog.getByText(/^The file will have \d+(?:\.\d)? MB\.$/)).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save page' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('iran-and-the-u-s-a-drone-a-strait-and-talks.html');

  const file = test.info().outputPath('saved.html');
  await saved.saveAs(file);
  await context.setOffline(true);
  const opened = await context.newPage();
  await opened.goto(pathToFileURL(file).href);
  await opened.waitForFunction(() => 'dateline' in window);
  await idle(opened);
  await expect(titlesOf(opened)).toHaveText([...datedTitles()]);
  await expect(opened.getByRole('button', { name: titleOf('talks-oman'), expanded: true })).toBeVisible();
  // The file is asked for by this test alone.
  expect(watched.otherOrigins).toEqual([pathToFileURL(file).href]);
  watched.forgive('requests', [...watched.otherOrigins]);
});

test('the code for another page is copied, and its script saved', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'Page', exact: true }).check();
  await dialog.getByText('Show it in a page of yours').click();
  await dialog.getByRole('button', { name: 'Copy embed code' }).click();
  await expect(dialog.getByText('The code is copied.')).toBeVisible();
  const code = await page.evaluate(() => navigator.clipboard.readText());
  expect(code).toContain('<iframe data-dateline src="iran-and-the-u-s-a-drone-a-strait-and-talks.html"');
  expect(code).toContain('sandbox="allow-scripts allow-popups"');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save embed.js' }).click();
  expect((await download).suggestedFilename()).toBe('embed.js');
});

test('the code of an element stands in a page with the files that go with it', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'Page', exact: true }).check();
  await dialog.getByText('Show it in a page of yours').click();
  await dialog.getByRole('radio', { name: 'An element' }).check();
  await dialog.getByLabel('Begins at').fill('talks-oman');
  const code = await dialog.getByLabel('Code', { exact: true }).inputValue();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save its files' }).click();
  const archive = test.info().outputPath('element.zip');
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('iran-and-the-u-s-a-drone-a-strait-and-talks.zip');
  await saved.saveAs(archive);

  const files = new Map(Object.entries(unzipSync(readFileSync(archive))));
  const article = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title></head><body>${code}</body></html>`;
  await page.route('**/article/**', (route) => {
    const name = new URL(route.request().url()).pathname.replace(/^.*\/article\//, '');
    if (name === '') return route.fulfill({ contentType: 'text/html', body: article });
    const file = files.get(name);
    return file === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ contentType: name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream', body: Buffer.from(file) });
  });
  await page.goto('./article/');
  const story = page.locator('date-line');
  await expect(story.getByRole('heading', { level: 3 })).toHaveCount(datedTitles().length);
  await expect(story.getByRole('button', { name: titleOf('talks-oman'), expanded: true })).toBeVisible();
});
