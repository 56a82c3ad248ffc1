import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { eventsInFileOrder } from '../../src/core/model/rows.ts';
import { beginImport } from '../../src/core/validate/import.ts';
import { finished } from '../../src/core/base/steps.ts';
import { expect, idle, openPage, test } from './page.ts';
import { STORY } from './where.ts';

const FORMATS = ['Dateline, GeoJSON', 'CSV, a table', 'TimelineJS, JSON', 'TimelineJS, sheet as CSV', 'Calendar, ICS', 'Google Earth, KML', 'markwhen, text'];

async function openDataExport(page: Page): Promise<Locator> {
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog', { name: 'Export', exact: true });
  await dialog.getByRole('radio', { name: 'Data', exact: true }).check();
  return dialog;
}

/** Saves what is chosen, and reads the file again: the titles of its events. */
async function savedTitles(page: Page, dialog: Locator): Promise<readonly string[]> {
  const downloading = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save file' }).click();
  const bytes = new Uint8Array(await readFile(await (await downloading).path()));
  await expect(dialog.getByText(/^Saved as/)).toBeVisible();
  const begun = await beginImport(bytes);
  const read = begun.ok ? finished(begun.value.steps()) : begun;
  return read.ok ? Array.from(eventsInFileOrder(read.value.dataset), ({ title }) => title) : [];
}

const titlesOf = (events: readonly { readonly title: string }[]): readonly string[] => events.map(({ title }) => title).toSorted();

test('every format takes the whole story, or what the filters show of it', async ({ page }) => {
  await openPage(page, 'v=1&hide=military');
  const all = [...eventsInFileOrder(STORY)];
  const shown = all.filter(({ categories }) => categories.some((category) => category !== 'military'));
  const dialog = await openDataExport(page);
  for (const format of FORMATS) {
    await dialog.getByLabel('Format').selectOption({ label: format });
    for (const [scope, events] of [['Whole story', all], ['What the filters show', shown]] as const) {
      await dialog.getByRole('radio', { name: new RegExp(`^${scope}, ${events.length}`) }).check();
      // What the format cannot hold has been looked for by then, with a walk over the events.
      await idle(page);
      const found = (await savedTitles(page, dialog)).toSorted();
      expect(found.length, `${format}: ${scope}`).toBeGreaterThan(0);
      const held = titlesOf(events);
      expect(found.filter((title) => !held.includes(title)), `${format}: ${scope}`).toEqual([]);
      if (format === 'Dateline, GeoJSON' || format === 'CSV, a table') expect(found, `${format}: ${scope}`).toEqual(held);
    }
  }
});
