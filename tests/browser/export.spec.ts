import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { expect, idle, openPage, test } from './page.ts';
import { eventsOf, STORY, titleOf } from './where.ts';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Export', exact: true });

/** Chooses one of a few options that stand side by side. */
const choose = (page: Page, group: string, option: string): Promise<void> =>
  dialogOf(page).getByRole('group', { name: group }).getByRole('radio', { name: option, exact: true }).check();

async function openDialog(page: Page, view = ''): Promise<void> {
  await openPage(page, view);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await idle(page);
}

/** Saves the picture; its name and its bytes. */
async function saved(page: Page, format: 'PNG' | 'SVG'): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await idle(page);
  const downloading = page.waitForEvent('download');
  await dialogOf(page).getByRole('button', { name: `Save ${format}` }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Width and height that a PNG states in its header chunk (PNG specification, 11.2.1). */
const pngSize = (bytes: Buffer): readonly number[] => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

/** How many different colours a picture has, counted up to a limit. */
function coloursIn({ data }: PNG, limit = 40): number {
  const colours = new Set<number>();
  for (let at = 0; at < data.length && colours.size < limit; at += 4) colours.add(data.readUInt32BE(at));
  return colours.size;
}

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '');

interface ReadSvg {
  readonly error: string | null;
  readonly width: string | null;
  readonly title: string | null;
  /** All texts, joined. */
  readonly text: string;
  /** What its elements refer to. */
  readonly references: readonly string[];
}

/** What an XML parser makes of a text, in a page that has no policy. */
async function readSvg(browser: Browser, svg: string): Promise<ReadSvg> {
  const page = await browser.newPage();
  const read = await page.evaluate((source) => {
    const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
    const references = Array.from(parsed.querySelectorAll('*')).flatMap((element) =>
      Array.from(element.attributes).flatMap(({ name, value }) => (/^(?:xlink:)?href$|^src$/.test(name) ? [value] : [])),
    );
    return {
      error: parsed.querySelector('parsererror')?.textContent ?? null,
      width: parsed.documentElement.getAttribute('width'),
      text: Array.from(parsed.querySelectorAll('text'), ({ textContent }) => textContent).join(' '),
      title: parsed.querySelector('title')?.textContent ?? null,
      references,
    };
  }, svg);
  await page.close();
  return read;
}

/** A picture of what a browser shows of an SVG file, opened by itself. */
async function shownSvg(browser: Browser, svg: string, width: number, height: number): Promise<PNG> {
  const page = await browser.newPage({ viewport: { width, height } });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setContent(`<!doctype html><title>SVG</title><style>body { margin: 0 }</style><img src="${source}">`);
  await page.evaluate(() => document.images[0]?.decode());
  const shot = PNG.sync.read(await page.screenshot());
  await page.close();
  return shot;
}

test('the dialog shows the picture before it is saved', async ({ page }) => {
  await openDialog(page);
  const preview = dialogOf(page).getByRole('img', { name: `Preview: ${STORY.story.title}` });
  await expect(preview).toBeVisible();
  const picture = PNG.sync.read(await preview.screenshot());
  expect(picture.width / picture.height).toBeCloseTo(1200 / 675, 1);
  expect(coloursIn(picture)).toBe(40);
});

for (const scale of [1, 2]) {
  test(`a PNG at ${scale}× has the size that the dialog announces, and is not blank`, async ({ page }) => {
    await openDialog(page);
    await choose(page, 'Sharpness', `${scale}×`);
    const size = [1200 * scale, 675 * scale];
    await expect(dialogOf(page)).toContainText(`${size.map((side) => side.toLocaleString('en')).join(' × ')} pixels`);
    const { name, bytes } = await saved(page, 'PNG');
    expect(name).toBe('iran-and-the-u-s-a-drone-a-strait-and-talks.png');
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(pngSize(bytes)).toEqual(size);
    expect(coloursIn(PNG.sync.read(bytes))).toBe(40);
    await expect(dialogOf(page).getByRole('status')).toHaveText(`Saved as ${name}.`);
  });
}

for (const parts of ['Timeline and map', 'Timeline', 'Map', 'Table']) {
  test(`an SVG of “${parts}” is well-formed, holds its fonts and its words, and asks for nothing`, async ({ page, browser }) => {
    await openDialog(page);
    await choose(page, 'Show', parts);
    await choose(page, 'Format', 'SVG');
    const { name, bytes } = await saved(page, 'SVG');
    const svg = bytes.toString('utf8');
    expect(name).toMatch(/\.svg$/);

    const { error, text, title, references } = await readSvg(browser, svg);
    expect(error).toBeNull();
    expect(title).toContain(STORY.story.title);
    expect(references.filter((reference) => !/^(?:#|data:)/.test(reference))).toEqual([]);
    expect(svg.replaceAll(/xmlns(?::\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|@import|<script|<foreignObject/);
    const fonts = [...svg.matchAll(/@font-face[^}]*font-family:\s*['"]?([^;'"]+)[^}]*?url\(([^)]{0,30})/g)];
    expect(fonts.map(([, family]) => family).join()).toMatch(/Inter.*Source Serif|Source Serif.*Inter/);
    expect(fonts.every(([, , url]) => /^["']?data:/.test(url ?? ''))).toBe(true);

    const words = withoutSpaces(text);
    expect(words).toContain(withoutSpaces(STORY.story.title));
    expect(words).toContain(withoutSpaces('Hürriyet Daily News with AP'));
    const isNamed = (label: string | undefined): boolean => label !== undefined && words.includes(withoutSpaces(label));
    expect(eventsOf(STORY).filter((event) => !isNamed(event.title) && !isNamed(event.shortTitle))).toEqual([]);
  });
}

test('a figure as wide as one likes has its own height, and an SVG says both', async ({ page, browser }) => {
  await openDialog(page);
  await dialogOf(page).getByRole('combobox', { name: 'Size' }).selectOption({ label: 'Own size' });
  await dialogOf(page).getByRole('spinbutton', { name: 'Width' }).fill('900');
  await choose(page, 'Format', 'SVG');
  const { bytes } = await saved(page, 'SVG');
  const { width } = await readSvg(browser, bytes.toString('utf8'));
  expect(width).toBe('900');
  const shot = await shownSvg(browser, bytes.toString('utf8'), 900, 600);
  expect(coloursIn(shot)).toBe(40);
});

test('the words of the figure are one’s own to change', async ({ page, browser }) => {
  await openDialog(page);
  await choose(page, 'Format', 'SVG');
  await dialogOf(page).getByRole('textbox', { name: 'Headline' }).fill('Five days & “talks” <in> Oman');
  await dialogOf(page).getByRole('textbox', { name: 'Credit' }).fill('Graphic: the desk');
  const { name, bytes } = await saved(page, 'SVG');
  expect(name).toBe('five-days-talks-in-oman.svg');
  const { error, text } = await readSvg(browser, bytes.toString('utf8'));
  expect(error).toBeNull();
  expect(withoutSpaces(text)).toContain(withoutSpaces('Five days & “talks” <in> Oman'));
  expect(withoutSpaces(text)).toContain(withoutSpaces('Graphic: the desk'));
});

test('a picture of the view leaves out what the filters hide', async ({ page, browser }) => {
  await openDialog(page, 'v=1&hide=military');
  await choose(page, 'Events', 'This view');
  await choose(page, 'Format', 'SVG');
  const { bytes } = await saved(page, 'SVG');
  const words = withoutSpaces((await readSvg(browser, bytes.toString('utf8'))).text);
  expect(words).toContain(withoutSpaces(titleOf('talks-oman')));
  expect(words).not.toContain(withoutSpaces(titleOf('fast-boats')));
});

test('dark colours are the picture’s, not the page’s', async ({ page }) => {
  await openDialog(page);
  await choose(page, 'Sharpness', '1×');
  await choose(page, 'Colours', 'Dark');
  const { bytes } = await saved(page, 'PNG');
  const { data } = PNG.sync.read(bytes);
  expect(Math.max(data[0] ?? 255, data[1] ?? 255, data[2] ?? 255)).toBeLessThan(64);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('a picture of the selection shows the selected event alone, and cannot be asked for where there is none', async ({ page, browser }) => {
  await openDialog(page);
  await expect(dialogOf(page).getByRole('radio', { name: 'Selected' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await openDialog(page, 'v=1&event=talks-oman');
  await choose(page, 'Events', 'Selected');
  await choose(page, 'Format', 'SVG');
  const { bytes } = await saved(page, 'SVG');
  const words = withoutSpaces((await readSvg(browser, bytes.toString('utf8'))).text);
  expect(words).toContain(withoutSpaces(titleOf('talks-oman')));
  expect(words).not.toContain(withoutSpaces(titleOf('fast-boats')));
});

test('the alt text is drafted from the events, one’s own to change, copied, and inside the file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDialog(page);
  const dialog = dialogOf(page);
  await choose(page, 'Format', 'SVG');
  await dialog.getByText('Key, sources, alt text').click();
  const alt = dialog.getByRole('textbox', { name: 'Alt text' });
  await expect(alt).toHaveValue(/Timeline and map of 12 events, from Jun 2025 to 6 Feb 2026\./);
  await choose(page, 'Show', 'Map');
  await expect(alt).toHaveValue(/Map of 12 events/);
  await alt.fill('Two rival venues for talks.');
  await dialog.getByRole('button', { name: 'Copy alt text' }).click();
  await expect(dialog.getByText('The alt text is on the clipboard.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Two rival venues for talks.');
  const { bytes } = await saved(page, 'SVG');
  expect(bytes.toString('utf8')).toContain('>Two rival venues for talks.</desc>');
  await dialog.getByRole('button', { name: 'Draft it anew' }).click();
  await expect(alt).toHaveValue(/Map of 12 events/);
});

test('key, sources and date are left out or set as they are asked for', async ({ page, browser }) => {
  await openDialog(page);
  await choose(page, 'Format', 'SVG');
  await dialogOf(page).getByText('Key, sources, alt text').click();
  await choose(page, 'Key to the signs', 'Left out');
  await choose(page, 'Sources', 'As a list');
  await dialogOf(page).getByRole('textbox', { name: 'As of' }).fill('2026-02-05');
  const { bytes } = await saved(page, 'SVG');
  const svg = bytes.toString('utf8');
  const { text } = await readSvg(browser, svg);
  expect(text).not.toContain('reported by one side');
  expect(text).toContain('Sources Hürriyet Daily News with AP');
  expect(text.replaceAll('\u00A0', ' ')).toContain('As of 5 February 2026.');
});

test('what was chosen for a story is there when it is exported again', async ({ page }) => {
  await openDialog(page);
  await choose(page, 'Show', 'Table');
  await choose(page, 'Colours', 'Dark');
  await choose(page, 'Format', 'SVG');
  await dialogOf(page).getByRole('combobox', { name: 'Size' }).selectOption({ label: 'Poster A2, time in rows' });
  await dialogOf(page).getByRole('textbox', { name: 'Credit' }).fill('Graphic: the desk');
  await page.reload();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('radio', { name: 'Table' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'SVG' })).toBeChecked();
  await expect(dialog.getByRole('combobox', { name: 'Size' })).toHaveValue('poster');
  await expect(dialog.getByRole('textbox', { name: 'Credit' })).toHaveValue('Graphic: the desk');
});

test('on a phone everything is within reach, and nothing beyond the edge', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDialog(page);
  const dialog = dialogOf(page);
  const beyond = await dialog.evaluate((element) => Array.from(element.querySelectorAll('*')).filter((part) => part.getBoundingClientRect().right > innerWidth + 0.5).length);
  expect(beyond).toBe(0);
  for (const name of ['Show', 'Events', 'Colours', 'Format']) {
    await dialog.getByRole('group', { name }).scrollIntoViewIfNeeded();
    await expect(dialog.getByRole('group', { name })).toBeInViewport();
  }
});

test('the picture is copied to the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDialog(page);
  await dialogOf(page).getByRole('button', { name: 'Copy picture' }).click();
  await expect(dialogOf(page).getByRole('status')).toHaveText('The picture is on the clipboard.');
  expect(await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types))).toContain('image/png');
});

test('Esc closes the dialog and gives the focus back', async ({ page }) => {
  await openDialog(page);
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();
});
