import type { Page } from '@playwright/test';
import { CARRIERS, type Carrier } from '../hostile/carriers.ts';
import { MARK, PAYLOADS } from '../hostile/payloads.ts';
import { expect, idle, openFile, openPage, panelOf, test, titlesOf } from './page.ts';

/** Texts that run something somewhere come first: the first of a file stands in its headings, and in the first cards. */
const TEXTS = PAYLOADS.slice(0, 120);
/** So many cards are opened of each file. */
const CARDS = 4;
/** So many formats are tried on one page, one after the other. */
const AT_ONCE = 6;
const groups = Array.from({ length: Math.ceil(CARRIERS.length / AT_ONCE) }, (_, n) => CARRIERS.slice(n * AT_ONCE, (n + 1) * AT_ONCE));

/** Opens a file under a hostile name and looks at it everywhere: before it enters, in the list, in cards, in its issues. */
async function lookAround(page: Page, { format, write }: Carrier): Promise<void> {
  await openFile(page, { name: `<img src=x onerror=window.${MARK}=1>.${format}`, mimeType: 'text/html', buffer: Buffer.from(write(TEXTS)) });
  const review = page.getByRole('dialog', { name: /^Before “/ });
  if (format !== 'dateline') {
    await review.getByRole('button', { name: 'Open as a new story' }).click();
    await expect(review).toHaveCount(0);
    await idle(page);
  }
  const cards = titlesOf(page).getByRole('button');
  for (let n = 0; n < CARDS; n += 1) {
    await cards.nth(n).click();
    await idle(page);
  }
  await panelOf(page).locator('.panel-list').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await idle(page);
  const issues = panelOf(page).getByRole('paragraph').filter({ hasText: 'in this file' }).getByRole('button');
  if ((await issues.count()) > 0) {
    await issues.first().click();
    await idle(page);
    await page.keyboard.press('Escape');
  }
}

/** Opens the picture that would be saved: its preview holds every text. */
async function lookAtPicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible();
  await idle(page);
  await page.keyboard.press('Escape');
}

/** Every link on the page leads to the web or to mail, and gives nothing of this page away. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate((mark) => ({
    mark: mark in window,
    links: Array.from(document.querySelectorAll('a')).filter(({ protocol, rel }) => !/^(?:https?|mailto):$/.test(protocol) || !/noopener/.test(rel)).map(({ href }) => href),
    foreign: Array.from(document.querySelectorAll('script:not([src]), iframe, object, embed, base, form, img[src^="http"], [onerror], [onload], [onclick], [onfocus]'), (element) => element.outerHTML.slice(0, 120)),
  }), MARK);
  expect(found).toEqual({ mark: false, links: [], foreign: [] });
}

for (const policy of ['under the policy of the page', 'without any policy'] as const) {
  test.describe(`hostile texts ${policy}`, () => {
    test.setTimeout(240_000);
    for (const carriers of groups) {
      test(`run no script, ask nothing and lead nowhere: ${carriers.map(({ format, kind }) => `${format} (${kind})`).join(', ')}`, async ({ page }) => {
        const dialogs: string[] = [];
        page.on('dialog', (dialog) => {
          if (dialog.type() !== 'beforeunload') dialogs.push(dialog.message());
          void dialog.accept();
        });
        if (policy === 'without any policy') {
          await page.route(/\/(?:index\.html)?(?:#.*)?$/, async (route) => {
            const response = await route.fetch();
            const html = await response.text();
            await route.fulfill({ response, body: html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') });
          });
        }
        await openPage(page);
        await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(policy === 'without any policy' ? 0 : 1);
        for (const carrier of carriers) {
          await lookAround(page, carrier);
          await expectHarmless(page);
        }
        await lookAtPicture(page);
        await expectHarmless(page);
        expect(dialogs).toEqual([]);
      });
    }
  });
}
