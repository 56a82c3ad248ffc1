import type { Page } from '@playwright/test';
import { cardOf, expect, idle, openPage, test, titlesOf } from './page.ts';
import { datedTitles, overviewOn, titleOf, viewOf } from './where.ts';

/** Says which card is open and holds the place of the steps. */
const expectSelected = (page: Page, title: string | undefined): Promise<void> =>
  title === undefined
    ? expect(page.getByRole('heading', { level: 3 }).getByRole('button', { expanded: true })).toHaveCount(0)
    : expect(cardOf(page, title)).toHaveAttribute('aria-expanded', 'true');

test.describe('keys', () => {
  test.beforeEach(({ page }) => openPage(page));

  test('step through all events in time order, one way and the other', async ({ page }) => {
    for (const title of datedTitles()) {
      await page.keyboard.press('ArrowRight');
      await expectSelected(page, title);
    }
    await page.keyboard.press('ArrowDown');
    await expectSelected(page, datedTitles().at(-1));
    for (const title of datedTitles().toReversed().slice(1)) {
      await page.keyboard.press('ArrowLeft');
      await expectSelected(page, title);
    }
  });

  test('go to the ends, and Esc clears the selection, then the chosen place', async ({ page }) => {
    await page.keyboard.press('End');
    await expectSelected(page, titleOf('talks-oman'));
    await page.keyboard.press('Home');
    await expectSelected(page, titleOf('twelve-day-war'));
    await page.getByRole('button', { name: 'Tehran, 2 events' }).press('Enter');
    await expect(titlesOf(page)).toHaveCount(2);
    await page.keyboard.press('End');
    await expectSelected(page, titleOf('agencies-name-oman'));
    await page.keyboard.press('Escape');
    await expectSelected(page, undefined);
    await expect(titlesOf(page)).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(titlesOf(page)).toHaveCount(11);
  });

  test('step over what the filters hide', async ({ page }) => {
    await page.getByRole('button', { name: 'Military 5' }).click();
    await page.keyboard.press('Home');
    await expectSelected(page, titleOf('protests'));
    await page.keyboard.press('ArrowRight');
    await expectSelected(page, titleOf('pezeshkian-statement'));
  });

  test('fit the selected event, and then everything', async ({ page }) => {
    await cardOf(page, titleOf('talks-oman')).click();
    await page.keyboard.press('f');
    const close = await viewOf(page);
    expect(close.window).toEqual({ start: Date.UTC(2026, 1, 5), end: Date.UTC(2026, 1, 8) });
    // Oman reaches from 52° to 60° east.
    expect(close.map?.lng).toBeGreaterThan(52);
    expect(close.map?.lng).toBeLessThan(60);
    await page.keyboard.press('f');
    const all = await viewOf(page);
    expect([all.window, all.map]).toEqual([undefined, undefined]);
  });

  test('play the story and stop it', async ({ page }) => {
    await page.keyboard.press('p');
    await expect(page.getByRole('button', { name: 'Stop playing' })).toBeVisible();
    await expectSelected(page, datedTitles()[0]);
    await expectSelected(page, datedTitles()[1]);
    await page.keyboard.press('p');
    await expect(page.getByRole('button', { name: 'Play the events one after the other' })).toBeVisible();
  });

  test('search, and Esc empties the field before it leaves it', async ({ page }) => {
    const field = page.getByRole('searchbox');
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
    await page.keyboard.type('television');
    await expect(titlesOf(page)).toHaveText([titleOf('visit-footage')]);
    await page.keyboard.press('Home');
    await expectSelected(page, undefined);
    await page.keyboard.press('Escape');
    await expect(field).toHaveValue('');
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field).not.toBeFocused();
  });

  test('are listed by “?”, and Esc closes the list and gives the focus back', async ({ page }) => {
    const button = page.getByRole('button', { name: 'Keys (?)' });
    await button.focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await expect(dialog).toContainText('Fit the selected event; again, fit everything');
    await page.keyboard.press('ArrowRight');
    await expectSelected(page, undefined);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button).toBeFocused();
  });

  test('open the export and switch the colours', { tag: '@app' }, async ({ page }) => {
    await page.keyboard.press('e');
    await expect(page.getByRole('dialog', { name: 'Export', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await expect(page.getByRole('button', { name: 'Light colours' })).toBeVisible();
    expect((await viewOf(page)).theme).toBe('dark');
  });

  test('reach the open card from anywhere with Enter', async ({ page }) => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(cardOf(page, titleOf('twelve-day-war'))).toBeFocused();
  });

  test('move the divider between its limits', async ({ page }) => {
    const divider = page.getByRole('separator', { name: 'Height of the map' });
    await divider.focus();
    await expect(divider).toHaveAttribute('aria-valuenow', '62');
    await page.keyboard.press('ArrowUp');
    await expect(divider).toHaveAttribute('aria-valuenow', '58');
    await page.keyboard.press('End');
    await expect(divider).toHaveAttribute('aria-valuenow', '85');
    await page.keyboard.press('ArrowDown');
    await expect(divider).toHaveAttribute('aria-valuenow', '85');
    await page.keyboard.press('Home');
    await expect(divider).toHaveAttribute('aria-valuenow', '15');
    await expectSelected(page, undefined);
  });

  test('move a handle of the overview, and nothing else', async ({ page }) => {
    const before = (await overviewOn(page)).layout.brush;
    await page.getByRole('slider', { name: 'End of the time window' }).focus();
    await page.keyboard.press('ArrowLeft');
    const after = (await overviewOn(page)).layout.brush;
    expect(after.x1).toBeLessThan(before.x1);
    expect(after.x0).toBeCloseTo(before.x0, 0);
    await expectSelected(page, undefined);
  });

  test('move and zoom the map while it has the focus', async ({ page }) => {
    await page.getByRole('application', { name: /^Map/ }).focus();
    await page.keyboard.press('+');
    const zoomed = (await viewOf(page)).map;
    await page.keyboard.press('ArrowRight');
    const moved = (await viewOf(page)).map;
    expect(moved?.lng).toBeGreaterThan(zoomed?.lng ?? Infinity);
    expect(moved?.zoom).toBe(zoomed?.zoom);
    await expectSelected(page, undefined);
  });

  test('zoom and pan the timeline while it has the focus', async ({ page }) => {
    await page.getByRole('group', { name: 'Timeline', exact: true }).focus();
    await page.keyboard.press('+');
    const zoomed = (await viewOf(page)).window;
    await page.keyboard.press('Shift+ArrowRight');
    const moved = (await viewOf(page)).window;
    expect(moved?.start).toBeGreaterThan(zoomed?.start ?? Infinity);
  });

  test('go from place to place in the list of the map’s places', async ({ page }) => {
    await page.getByRole('button', { name: 'Iran, 4 events' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Tehran, 2 events' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('button', { name: 'Türkiye, 1 event' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expectSelected(page, titleOf('talks-turkiye'));
  });
});

const INTERACTIVE: ReadonlySet<string> = new Set([
  'application', 'button', 'checkbox', 'combobox', 'dialog', 'image', 'link', 'listbox', 'menuitem', 'radio', 'searchbox', 'slider', 'spinbutton',
  'tab', 'textbox',
]);

/** Everything on the page that one can operate, as a screen reader is told of it. */
async function operable(page: Page): Promise<readonly { readonly role: string; readonly name: string }[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name }) => ({ role: String(role?.value ?? ''), name: String(name?.value ?? '').trim() }))
    .filter(({ role }) => INTERACTIVE.has(role));
}

async function expectNamed(page: Page): Promise<void> {
  await idle(page);
  const controls = await operable(page);
  expect(controls.length).toBeGreaterThan(20);
  expect(controls.filter(({ name }) => name === '')).toEqual([]);
  const ids = await page.evaluate(() => Array.from(document.querySelectorAll('[id]'), ({ id }) => id));
  expect(ids.filter((id, position) => ids.indexOf(id) !== position)).toEqual([]);
  const dangling = await page.evaluate(() =>
    Array.from(document.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby]')).flatMap((element) =>
      ['aria-controls', 'aria-labelledby', 'aria-describedby'].flatMap((name) =>
        (element.getAttribute(name) ?? '').split(' ').filter((id) => id !== '' && document.getElementById(id) === null),
      ),
    ),
  );
  expect(dangling).toEqual([]);
}

test('every control has a name, and no two elements share an id', { tag: '@app' }, async ({ page }) => {
  await openPage(page, 'v=1&event=talks-turkiye');
  await page.getByRole('button', { name: '2 events without a place' }).click();
  await page.getByRole('button', { name: 'Map options' }).click();
  await page.getByRole('button', { name: 'Add' }).click();
  await expectNamed(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Size' }).selectOption({ label: 'Own size' });
  await expectNamed(page);
});

test('Tab reaches every control, and shows where it is', { tag: '@app' }, async ({ page }) => {
  await openPage(page);
  const reached: string[] = [];
  for (let stop = 0; stop < 80; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return undefined;
      const { width, height } = activeElement.getBoundingClientRect();
      const name = (activeElement.getAttribute('aria-label') ?? activeElement.textContent).trim();
      const outlined = (element: Element | null): boolean => element !== null && getComputedStyle(element).outlineStyle !== 'none';
      return { name, seen: outlined(activeElement) || outlined(activeElement.closest('li')), size: Math.min(width, height) };
    });
    if (focus === undefined) break;
    expect(focus.seen, `the focus shows on “${focus.name}”`).toBe(true);
    expect(focus.size, `“${focus.name}” can be seen`).toBeGreaterThan(0);
    reached.push(focus.name);
  }
  expect(reached[0]).toBe('Skip to the events');
  expect(reached).toEqual(
    expect.arrayContaining([
      'Add', 'Share', 'Export', 'Military5', 'Planned3', ...datedTitles(), 'Keys (?)', 'Zoom in', 'Map options', 'Height of the map',
      'Timeline', 'Start of the time window', 'End of the time window',
    ]),
  );
});

test('the first Tab stop skips to the events', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Events', exact: true })).toBeFocused();
});
