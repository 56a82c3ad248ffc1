import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { cardOf, expect, idle, openPage, test, titlesOf } from './page.ts';
import { PAGE_FILE } from './page-file.ts';
import { datedTitles, titleOf } from './where.ts';

test('a story in one file takes at most 900 kB when it is compressed', () => {
  expect(gzipSync(readFileSync(PAGE_FILE)).length).toBeLessThan(900_000);
});

test('it asks for nothing: no file, no address, no origin', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openPage(page);
  await expect(titlesOf(page)).toHaveText([...datedTitles()]);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await cardOf(page, titleOf('talks-oman')).click();
  await idle(page);
  // The worker’s code is a part of the page.
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([PAGE_FILE.href]);
});

test('its policy lets no script, style or request in from elsewhere', async ({ page }) => {
  await openPage(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('nothing on it changes, keeps or opens a story', async ({ page }) => {
  await openPage(page, 'v=1&event=talks-turkiye');
  for (const name of ['Add', 'Share', 'Export', 'Map options', 'Edit event', 'Edit']) await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '2 events without a place' }).click();
  await expect(page.getByRole('button', { name: /Give .* a place/ })).toHaveCount(0);
  for (const key of ['n', 'e', 'Delete', 'Control+z']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(titlesOf(page)).toHaveCount(11);
});

test('its keys are listed by “?”, and none of them is for changing', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect(dialog).toContainText('Fit the selected event; again, fit everything');
  await expect(dialog).not.toContainText(/Undo|Export|Add/);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('Tab reaches every part of it', async ({ page }) => {
  await openPage(page);
  const reached = new Set<string>();
  for (let step = 0; step < 70; step += 1) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''));
  }
  for (const name of ['Skip to the events', 'Search events, places, sources', 'Military5', ...datedTitles(), 'Keys (?)', 'Zoom in', 'Height of the map', 'Timeline']) {
    expect([...reached]).toContain(name);
  }
});
