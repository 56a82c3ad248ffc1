import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { type Browser, expect, type Page, test } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { build } from 'vite';
import { FONT_FACES } from '../../src/core/scene/font-face-table.ts';

const require = createRequire(import.meta.url);
const HARNESS = fileURLToPath(new URL('../scenes/machinery/truth-harness.ts', import.meta.url));
const STATIC_FONTS = fileURLToPath(new URL('../../data/fonts/static/', import.meta.url));

/** A whole figure, a tall one in the other theme, and every style of type with letters of all scripts. */
const PICTURES = ['figure-social-light', 'figure-column-dark', 'type-light'] as const;
const SCALES = [1, 2, 3] as const;

/** Figures beside those whose files are held against the screen: lettered seas and countries, and lines that run from right to left. */
const MORE_FIGURES = ['figure-preset-a4-landscape-light', 'figure-bare-light', 'figure-right-to-left-light', 'figure-right-to-left-table-light'] as const;

type Limits = Readonly<Record<(typeof SCALES)[number], number>>;

/** The share of pixels that may differ between a file and the screen. */
const FILE_LIMITS: Limits = { 1: 0.0001, 2: 0.0001, 3: 0.0001 };

/**
 * The same for the sheet of type. Where the direction changes within a line, browsers begin the next letters of an SVG file at a full 64th of a pixel,
 * and those of a canvas where the letters before end; the sheet is small, and two such lines are a good part of it.
 */
const TYPE_LIMITS: Limits = { ...FILE_LIMITS, 1: 0.00025 };

/** The same for a PDF, whose letters another program sets from their outlines. */
const PDF_LIMITS: Limits = { 1: 0.01, 2: 0.002, 3: 0.001 };

/** The share that may differ between this program and another. */
const PROGRAM_LIMIT = 0.01;

test.setTimeout(240_000);

let bundled: Promise<string> | undefined;
async function bundleHarness(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry: HARNESS, formats: ['iife'], name: 'truth' } },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (bundle === undefined || !('output' in bundle)) throw new Error('the harness was not built');
  return bundle.output[0].code;
}

async function openHarness(page: Page): Promise<void> {
  bundled ??= bundleHarness();
  // From an address that counts as safe: sums of bytes are to be had there alone.
  for (const name of ['pdf', 'pdf.worker']) {
    const path = require.resolve(`pdfjs-dist/legacy/build/${name}.min.mjs`);
    await page.route(`http://127.0.0.1/${name}.mjs`, (route) => route.fulfill({ contentType: 'text/javascript', path }));
  }
  await page.route('http://127.0.0.1/truth', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Pictures</title>' }));
  await page.goto('http://127.0.0.1/truth');
  await page.addScriptTag({ content: await bundled });
  const fonts = Object.fromEntries(FONT_FACES.map(({ file }) => [file, readFileSync(require.resolve(`@fontsource-variable/${file}`), 'base64')]));
  await page.evaluate((loaded) => window.truth.loadFonts(loaded), fonts);
}

for (const format of ['png', 'svg'] as const) {
  test(`a saved ${format.toUpperCase()} shows what the screen shows, at every sharpness`, async ({ page }) => {
    await openHarness(page);
    for (const name of [...PICTURES, ...MORE_FIGURES]) {
      const limits = name === 'type-light' ? TYPE_LIMITS : FILE_LIMITS;
      for (const scale of SCALES) {
        const share = await page.evaluate(([picture, kind, times]) => window.truth.difference(picture, kind, times), [name, format, scale] as const);
        test.info().annotations.push({ type: `${name} at ${scale}×`, description: `${(share * 100).toFixed(4)} %` });
        expect.soft(share, `share of different pixels in ${name} at ${scale}×`).toBeLessThanOrEqual(limits[scale]);
      }
    }
  });
}

test('a saved PDF shows what the screen shows but for the edges of letters', async ({ page }) => {
  await openHarness(page);
  for (const name of PICTURES) {
    for (const scale of SCALES) {
      const share = await page.evaluate(([picture, times]) => window.truth.pdfDifference(picture, times), [name, scale] as const);
      test.info().annotations.push({ type: `${name} at ${scale}×`, description: `${(share * 100).toFixed(4)} %` });
      expect.soft(share, `share of different pixels in ${name} at ${scale}×`).toBeLessThanOrEqual(PDF_LIMITS[scale]);
    }
  }
});

test('another program draws the SVG nearly as the browser does', async ({ page }) => {
  await openHarness(page);
  const fontFiles = readdirSync(STATIC_FONTS).filter((name) => name.endsWith('.ttf')).map((name) => `${STATIC_FONTS}${name}`);
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' };
  for (const name of PICTURES) {
    for (const scale of SCALES) {
      const { canvas, svg } = await page.evaluate(([picture, times]) => window.truth.forAnother(picture, times), [name, scale] as const);
      const ours = PNG.sync.read(Buffer.from(canvas, 'base64'));
      const theirs = PNG.sync.read(Buffer.from(new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng()));
      const count = pixelmatch(ours.data, theirs.data, undefined, ours.width, ours.height, { threshold: 0.1 });
      const share = count / (ours.width * ours.height);
      test.info().annotations.push({ type: `${name} at ${scale}×`, description: `${(share * 100).toFixed(4)} %` });
      expect.soft(share, `share of different pixels in ${name} at ${scale}×`).toBeLessThanOrEqual(PROGRAM_LIMIT);
    }
  }
});

async function sumsIn(browser: Browser, timezoneId: string, locale: string): Promise<unknown> {
  const context = await browser.newContext({ timezoneId, locale });
  const page = await context.newPage();
  await openHarness(page);
  const sums = await page.evaluate((picture) => window.truth.sums(picture), PICTURES[0]);
  await context.close();
  return sums;
}

test('a picture is the same byte for byte in any zone and language', async ({ browser }) => {
  const here = await sumsIn(browser, 'Pacific/Apia', 'en-GB');
  expect(await sumsIn(browser, 'Asia/Tehran', 'fa-IR')).toEqual(here);
  expect(await sumsIn(browser, 'America/St_Johns', 'tr-TR')).toEqual(here);
});
