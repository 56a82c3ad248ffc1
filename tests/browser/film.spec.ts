import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { BufferSource, Input, WEBM } from 'mediabunny';
import { expect, idle, openPage, test } from './page.ts';

test.beforeEach(async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: /^Export/ }).click();
  await page.getByRole('radio', { name: 'Clip' }).check();
});

/** Saves the film and gives its bytes. */
async function savedFilm(page: Page, format: string): Promise<Buffer> {
  await page.getByRole('radio', { name: format }).check();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `Save ${format}` }).click()]);
  return readFile(await download.path());
}

/** How long each frame stands, in hundredths of a second: what the graphic control extension before it says (GIF89a, section 23). */
function delaysOf(gif: Buffer): readonly number[] {
  const delays: number[] = [];
  const begins = Buffer.from([0x21, 0xf9, 0x04]);
  for (let at = gif.indexOf(begins); at >= 0; at = gif.indexOf(begins, at + 1)) {
    const isFollowedByFrame = gif[at + 7] === 0 && gif[at + 8] === 0x2c;
    if (isFollowedByFrame) delays.push(gif.readUInt16LE(at + 4));
  }
  return delays;
}

test('a story is saved as a GIF with a frame for each dated event, which plays for ever', async ({ page }) => {
  await expect(page.getByText('11 frames, 21 seconds')).toBeVisible();
  const bytes = await savedFilm(page, 'GIF');
  expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a');
  expect(bytes.readUInt16LE(6)).toBe(1200);
  expect(bytes.includes('NETSCAPE2.0')).toBe(true);
  expect(delaysOf(bytes)).toEqual([...Array.from({ length: 10 }, () => 180), 330]);
});

test('a story is saved as a video where the browser can encode one', async ({ page }) => {
  const webm = page.getByRole('radio', { name: 'WebM' });
  await expect(page.getByRole('radio', { name: 'GIF' })).toBeEnabled();
  // What the browser can encode is known when the writer of films has arrived.
  await idle(page);
  test.skip(await webm.isDisabled(), 'this browser encodes no video');
  const bytes = await savedFilm(page, 'WebM');
  expect(bytes.readUInt32BE(0)).toBe(0x1a45dfa3);
  const film = new Input({ source: new BufferSource(bytes), formats: [WEBM] });
  const track = await film.getPrimaryVideoTrack();
  expect({ width: track?.displayWidth, height: track?.displayHeight, seconds: Math.round(await film.computeDuration()) }).toEqual({ width: 1200, height: 674, seconds: 21 });
});

test('a film is stopped while it is made', async ({ page }) => {
  await page.getByRole('combobox', { name: 'What moves' }).selectOption({ label: 'Growing window' });
  await page.getByRole('button', { name: 'Save GIF' }).click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('The film was not made.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save GIF' })).toBeEnabled();
});
