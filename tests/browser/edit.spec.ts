import type { Locator, Page } from '@playwright/test';
import type { Point } from '../../src/core/base/geometry.ts';
import { cardOf, expect, idle, openPage, panelOf, test, titlesOf } from './page.ts';
import { mapOf, timelineOf, timelineSpotOf, titleOf } from './where.ts';

const formOf = (page: Page): Locator => page.getByRole('form', { name: /event$/ });

/** The field of a name in the form. */
const fieldOf = (page: Page, name: string): Locator => formOf(page).getByLabel(name, { exact: true }).first();

async function addEvent(page: Page): Promise<void> {
  await page.keyboard.press('n');
  await expect(formOf(page)).toBeVisible();
}

test('an event is added by keys alone: what is typed is understood as it is typed', async ({ page }) => {
  await openPage(page);
  await addEvent(page);
  await expect(fieldOf(page, 'Title')).toBeFocused();
  await page.keyboard.type('Envoys meet');
  await fieldOf(page, 'Date').fill('5–6 Feb 2026');
  await expect(formOf(page)).toContainText('From 5 to 6 February 2026');
  await fieldOf(page, 'Name').fill('isfah');
  await expect(formOf(page).getByRole('listbox', { name: 'Places of this name' }).getByRole('option').first()).toContainText('Isfahan');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(fieldOf(page, 'Position')).toHaveValue(/^32\.\d+, 51\.\d+$/);
  await page.keyboard.press('Control+Enter');
  await idle(page);
  await expect(formOf(page)).toHaveCount(0);
  await expect(cardOf(page, 'Envoys meet')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Control+z');
  await expect(titlesOf(page)).toHaveCount(11);
});

test('what is typed and pressed faster than the page can show it counts, and an event is saved once', async ({ page }) => {
  await openPage(page);
  await addEvent(page);
  await fieldOf(page, 'Name').focus();
  await idle(page);
  // All of it between two frames: handlers of the page as it stands are all that there are.
  await formOf(page).evaluate((form: HTMLFormElement) => {
    const field = (name: string): HTMLInputElement | HTMLTextAreaElement | null => {
      const label = [...form.querySelectorAll('label')].find(({ textContent }) => textContent === name);
      return form.querySelector(`[id="${label?.htmlFor ?? ''}"]`);
    };
    const written = [['Title', 'Envoys meet twice'], ['Date', '5 Feb 2026'], ['Until', '6 Feb 2026'], ['Name', 'A hall'], ['Position', '32.5, 51.5']] as const;
    for (const [name, text] of written) {
      const control = field(name);
      if (control === null) throw new Error(`no field ${name}`);
      control.value = text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    form.requestSubmit();
    form.requestSubmit();
  });
  await idle(page);
  await expect(formOf(page)).toHaveCount(0);
  await expect(titlesOf(page)).toHaveCount(12);
  await page.keyboard.press('F2');
  await expect(fieldOf(page, 'Title')).toHaveValue('Envoys meet twice');
  await expect(formOf(page)).toContainText('From 5 to 6 February 2026');
  await expect(fieldOf(page, 'Name')).toHaveValue('A hall');
  await expect(fieldOf(page, 'Position')).toHaveValue('32.5, 51.5');
});

test('a date that can be read in two ways is asked about, one that cannot be read is refused', async ({ page }) => {
  await openPage(page);
  await addEvent(page);
  await fieldOf(page, 'Title').fill('A day');
  await fieldOf(page, 'Date').fill('Feb 30 2026');
  await expect(formOf(page)).toContainText('There is no such day or time.');
  await formOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(fieldOf(page, 'Date')).toBeFocused();
  await fieldOf(page, 'Date').fill('05/06/2025');
  await formOf(page).getByRole('button', { name: '5 June 2025' }).click();
  await formOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(cardOf(page, 'A day')).toBeVisible();
});

test('Escape asks only when something would be lost, and a draft is kept until it is thrown away', async ({ page }) => {
  await openPage(page);
  await addEvent(page);
  await page.keyboard.press('Escape');
  await expect(formOf(page)).toHaveCount(0);
  await addEvent(page);
  await fieldOf(page, 'Title').fill('Half a thought');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keep as a draft' }).click();
  await expect(formOf(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(fieldOf(page, 'Title')).toHaveValue('Half a thought');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Throw away' }).click();
  await expect(page.getByRole('button', { name: 'Go on', exact: true })).toHaveCount(0);
});

test('a draft is there again after the page was loaded anew', async ({ page }) => {
  await openPage(page);
  await cardOf(page, titleOf('talks-oman')).click();
  await page.keyboard.press('F2');
  await fieldOf(page, 'Title').fill('Talks, perhaps');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await page.waitForFunction(() => 'dateline' in window);
  await idle(page);
  const kept = page.getByRole('button', { name: /^Go on/ });
  await kept.first().click();
  await idle(page);
  if ((await formOf(page).count()) === 0) await page.getByRole('button', { name: 'Go on', exact: true }).click();
  await expect(fieldOf(page, 'Title')).toHaveValue('Talks, perhaps');
});

test('a position is picked on the map by a press, by keys, and moved there', async ({ page }) => {
  await openPage(page);
  await cardOf(page, titleOf('talks-oman')).click();
  await panelOf(page).getByRole('button', { name: 'Edit', exact: true }).click();
  const position = fieldOf(page, 'Position');
  const before = await position.inputValue();
  await formOf(page).getByRole('button', { name: 'Pick on the map' }).click();
  const box = await mapOf(page).boundingBox();
  if (box === null) throw new Error('not on screen');
  await page.mouse.click(box.x + box.width * 0.4, box.y + box.height * 0.4);
  await expect(position).not.toHaveValue(before);
  await expect(fieldOf(page, 'How exactly')).toHaveValue('exact');

  const pressed = await position.inputValue();
  await formOf(page).getByRole('button', { name: 'Pick on the map' }).click();
  await expect(mapOf(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(position).not.toHaveValue(pressed);

  const picked = await position.inputValue();
  await page.getByRole('button', { name: /on the map: drag/ }).focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect(position).not.toHaveValue(picked);

  const moved = await position.inputValue();
  await formOf(page).getByRole('button', { name: 'Pick on the map' }).click();
  await page.keyboard.press('Escape');
  await expect(position).toHaveValue(moved);
  await expect(formOf(page)).toBeVisible();
});

test('the selected event moves by its unit with Alt and an arrow, and back with undo', async ({ page }) => {
  await openPage(page);
  const title = titleOf('talks-oman');
  await cardOf(page, title).click();
  await expect(panelOf(page)).toContainText('Friday 6 February 2026');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(panelOf(page)).toContainText('Saturday 7 February 2026');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await expect(panelOf(page)).toContainText('7–8 February 2026');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(panelOf(page)).toContainText('Friday 6 February 2026');
});

test('an event without a date is dragged onto the timeline, one without a place onto the map; Escape gives up', async ({ page }) => {
  await openPage(page);
  const axis = await timelineOf(page).boundingBox();
  const map = await mapOf(page).boundingBox();
  if (axis === null || map === null) throw new Error('not on screen');
  const drag = async (entry: Locator, x: number, y: number): Promise<void> => {
    const from = await entry.boundingBox();
    if (from === null) throw new Error('not on screen');
    await page.mouse.move(from.x + 100, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(x, y, { steps: 4 });
    await idle(page);
  };
  await panelOf(page).getByRole('button', { name: /without a date/ }).click();
  const undated = panelOf(page).locator('.trays .card').first();
  await drag(undated, axis.x + axis.width * 0.7, axis.y + axis.height / 2);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(panelOf(page).getByRole('button', { name: /without a date/ })).toBeVisible();
  await drag(undated, axis.x + axis.width * 0.7, axis.y + axis.height / 2);
  await page.mouse.up();
  await expect(panelOf(page).getByRole('button', { name: /without a date/ })).toHaveCount(0);

  const unplaced = panelOf(page).getByRole('button', { name: /2 events without a place/ });
  await unplaced.click();
  await drag(panelOf(page).locator('.tray-entry').first(), map.x + map.width * 0.3, map.y + map.height * 0.4);
  await page.mouse.up();
  await expect(panelOf(page).getByRole('button', { name: /1 event without a place/ })).toBeVisible();
});

test('events chosen with Ctrl and Shift are changed at once', async ({ page }) => {
  await openPage(page);
  const cards = panelOf(page).locator('.card-button');
  await cards.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await cards.nth(3).click({ modifiers: ['Shift'] });
  const bar = page.getByRole('region', { name: 'Chosen events' });
  await expect(bar).toContainText('3 events chosen');
  await bar.getByRole('button', { name: /^All 12 shown/ }).click();
  await bar.getByLabel('Status').selectOption('retracted');
  await expect(panelOf(page).locator('.card-status').filter({ hasNotText: 'retracted' })).toHaveCount(0);
  await bar.getByRole('button', { name: 'Delete' }).click();
  await expect(titlesOf(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(panelOf(page).locator('.event-list h3')).toHaveCount(11);
});

test('categories are renamed, ordered and merged, and eras added', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: /Categories and eras/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Categories and eras' });
  await dialog.getByLabel('Name of Military').fill('Armed forces');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Move Armed forces up' }).click();
  await dialog.getByRole('button', { name: 'Delete Inside Iran' }).click();
  await dialog.getByLabel('Merge into…').selectOption({ label: 'Diplomacy' });
  await dialog.getByRole('textbox', { name: 'Add an era' }).fill('First round');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('When First round was').fill('June 2025 – January 2026');
  await page.keyboard.press('Tab');
  await expect(dialog).toContainText('From June 2025 to January 2026');
  await page.keyboard.press('Escape');
  await idle(page);
  const chips = panelOf(page).locator('.chip');
  await expect(chips.first()).toContainText('Armed forces');
  await expect(chips.nth(1)).toContainText('Diplomacy');
  await expect(panelOf(page)).not.toContainText('Inside Iran');
});

test('two steps that come before the page is drawn again both count', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: /Categories and eras/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Categories and eras' });
  const names = dialog.getByRole('textbox', { name: /^Name of / });
  await expect(names).toHaveCount(3);
  const [first, second, third] = await names.evaluateAll((fields: readonly HTMLInputElement[]) => fields.map(({ value }) => value));
  await dialog.getByRole('button', { name: `Move ${first} down` }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(names.nth(2)).toHaveValue(first ?? '');
  await expect(names.nth(0)).toHaveValue(second ?? '');
  await dialog.getByRole('button', { name: `Delete ${third}` }).click();
  await dialog.getByRole('button', { name: /one category less/ }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(names).toHaveCount(2);
});

test('events that differ are merged into one that says what was chosen', async ({ page }) => {
  await openPage(page);
  const [drone, boats] = [titleOf('drone-shot-down'), titleOf('fast-boats')];
  await cardOf(page, drone).click({ modifiers: ['ControlOrMeta'] });
  await cardOf(page, boats).click({ modifiers: ['ControlOrMeta'] });
  const merge = page.getByRole('region', { name: 'Chosen events' }).getByRole('button', { name: 'Merge' });
  await merge.click();
  const dialog = page.getByRole('dialog', { name: 'Merge 2 events' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await merge.click();
  const title = dialog.getByRole('group', { name: 'Title', exact: true });
  await expect(title.getByRole('radio')).toHaveCount(2);
  await expect(title.getByRole('radio', { name: drone })).toBeChecked();
  await expect(title.getByRole('radio', { name: drone })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(cardOf(page, boats)).toHaveCount(1);
  await expect(cardOf(page, drone)).toHaveCount(0);
});

test('an era goes up and down by key, and keeps the focus', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: /Categories and eras/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Categories and eras' });
  for (const name of ['First', 'Second', 'Third']) {
    await dialog.getByRole('textbox', { name: 'Add an era' }).fill(name);
    await page.keyboard.press('Enter');
  }
  await dialog.getByRole('button', { name: 'Move the era Third up' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Move the era Third up' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel(/^Name of (?:First|Second|Third)$/).first()).toHaveValue('Third');
  await expect(dialog.getByRole('button', { name: 'Move the era Third down' })).toBeFocused();
});

test('Ctrl and S save a copy, from within a field too', async ({ page }) => {
  await openPage(page);
  await page.getByRole('searchbox').focus();
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('ControlOrMeta+s');
  expect((await downloading).suggestedFilename()).toMatch(/\.geojson$/);
});

test.describe('with a finger', () => {
  test.use({ viewport: { width: 1024, height: 768 }, hasTouch: true });

  /** Puts a finger down, lets it rest or not, and takes it to another point. */
  async function drag(page: Page, from: Point, to: Point, restMs: number): Promise<void> {
    const cdp = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', point: Point) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [point] });
    await touch('touchStart', from);
    await page.waitForTimeout(restMs);
    for (let step = 1; step <= 5; step += 1) {
      await touch('touchMove', { x: from.x + ((to.x - from.x) * step) / 5, y: from.y + ((to.y - from.y) * step) / 5 });
    }
    await idle(page);
    await touch('touchEnd', to);
    await idle(page);
  }

  test('the selected event moves in time when the finger has rested on it, and the timeline when it has not', async ({ page }) => {
    await openPage(page, 'v=1&event=talks-oman');
    await expect(panelOf(page)).toContainText('Friday 6 February 2026');
    const before = await timelineSpotOf(page, 'talks-oman');
    await drag(page, before, { x: before.x - 80, y: before.y }, 0);
    await expect(panelOf(page)).toContainText('Friday 6 February 2026');
    const panned = await timelineSpotOf(page, 'talks-oman');
    expect(panned.x).toBeLessThan(before.x - 40);
    await drag(page, panned, { x: panned.x + 80, y: panned.y }, 700);
    await expect(panelOf(page)).not.toContainText('Friday 6 February 2026');
  });

  test('an event without a date is taken out of its tray and put onto the timeline', async ({ page }) => {
    await openPage(page);
    await panelOf(page).getByRole('button', { name: /without a date/ }).click();
    const entry = await panelOf(page).locator('.trays .card').first().boundingBox();
    const axis = await timelineOf(page).boundingBox();
    if (entry === null || axis === null) throw new Error('not on screen');
    await drag(page, { x: entry.x + 100, y: entry.y + 12 }, { x: axis.x + axis.width * 0.7, y: axis.y + axis.height / 2 }, 700);
    await expect(panelOf(page).getByRole('button', { name: /without a date/ })).toHaveCount(0);
  });
});
