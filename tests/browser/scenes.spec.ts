import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { build } from 'vite';
import { FONT_FACES } from '../../src/core/scene/font-face-table.ts';
import { type Font, FONT_FAMILIES } from '../../src/core/scene/scene.ts';

const require = createRequire(import.meta.url);
const HARNESS = fileURLToPath(new URL('../scenes/machinery/harness.ts', import.meta.url));

/** Every picture is painted and compared in one test. */
test.setTimeout(240_000);

/** The share of pixels that may differ between two ways of painting. */
const LIMIT = 0.001;

async function bundleHarness(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry: HARNESS, formats: ['iife'], name: 'scenes' } },
  });
  const [bundle] = Array.isArray(output) ? output : [output];
  if (bundle === undefined || !('output' in bundle)) throw new Error('the harness was not built');
  return bundle.output[0].code;
}

async function openHarness(page: Page): Promise<void> {
  await page.setContent('<!doctype html><title>Pictures</title>');
  await page.addScriptTag({ content: await bundleHarness() });
  const fonts = FONT_FACES.map((face) => ({
    face,
    format: 'woff2' as const,
    base64: readFileSync(require.resolve(`@fontsource-variable/${face.file}`), 'base64'),
  }));
  await page.evaluate((loaded) => window.harness.loadFonts(loaded), fonts);
}

async function shot(page: Page, name: string, way: 'canvas' | 'svg' | 'file'): Promise<PNG> {
  const size = await page.evaluate(([picture, kind]) => window.harness.show(picture, kind), [name, way] as const);
  await page.setViewportSize(size);
  return PNG.sync.read(await page.screenshot());
}

/** The share of pixels that two pictures do not have in common, and a picture of those. */
function compare(a: PNG, b: PNG): { readonly share: number; readonly difference: Buffer } {
  const difference = new PNG({ width: a.width, height: a.height });
  const count = pixelmatch(a.data, b.data, difference.data, a.width, a.height, { threshold: 0.1, includeAA: true });
  return { share: count / (a.width * a.height), difference: PNG.sync.write(difference) };
}

const LINES = [
  'U.S. Navy jet shoots down Iranian drone',
  'Drones, fast boats and talks: five days',
  'Wednesday 4\u00A0February 2026 — “later this week”',
  'TÜRKİYE, AVIATION, WAR',
  'Київ · Αθήνα · Łódź · İstanbul · Đà Nẵng',
  'مذاکرات ایران و آمریکا در عمان',
  'سلام، اسلام‌آباد الله «گفت‌وگوها» ۱۴۰۴',
];
const STYLES: readonly Omit<Font, 'family'>[] = [
  { weight: 400, size: 20 },
  { weight: 500, size: 20 },
  { weight: 600, size: 20 },
  { weight: 700, size: 20 },
  { weight: 400, size: 20, italic: true },
  { weight: 600, size: 20, italic: true },
  { weight: 500, size: 20, spacing: 2 },
];

test('the browser sets text about as wide as the tables say, and hardly ever wider', async ({ page }) => {
  await openHarness(page);
  const fonts = FONT_FAMILIES.flatMap((family) => STYLES.map((style): Font => Object.assign({ family }, style)));
  for (const font of fonts) {
    for (const line of LINES) {
      const { table, browser } = await page.evaluate(([text, style]) => window.harness.measure(text, style), [line, font] as const);
      const name = `${line} in ${JSON.stringify(font)}: ${browser} pixels, by the tables ${table}`;
      expect.soft(browser / table, name).toBeLessThan(1.02);
      expect.soft(browser / table, name).toBeGreaterThan(0.95);
    }
  }
});

for (const [way, meaning] of [['svg', 'SVG in the page'], ['file', 'an SVG file with its own fonts']] as const) {
  test(`canvas and ${meaning} show every picture alike`, async ({ page }) => {
    await openHarness(page);
    const names = await page.evaluate(() => window.harness.names);
    expect(names.length).toBeGreaterThan(5);
    for (const name of names) {
      const canvas = await shot(page, name, 'canvas');
      const other = await shot(page, name, way);
      const { share, difference } = compare(canvas, other);
      if (share > LIMIT) {
        await test.info().attach(`${name}-canvas`, { body: PNG.sync.write(canvas), contentType: 'image/png' });
        await test.info().attach(`${name}-${way}`, { body: PNG.sync.write(other), contentType: 'image/png' });
        await test.info().attach(`${name}-difference`, { body: difference, contentType: 'image/png' });
      }
      expect.soft(share, `share of different pixels in ${name}`).toBeLessThanOrEqual(LIMIT);
    }
  });
}
