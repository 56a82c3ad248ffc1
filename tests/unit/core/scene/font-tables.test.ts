import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { FONT_FACES } from '../../../../src/core/scene/font-face-table.ts';
import { measureText } from '../../../../src/core/scene/measure.ts';
import type { Font } from '../../../../src/core/scene/scene.ts';

const ROOT = resolve(import.meta.dirname, '../../../..');
const STATIC = resolve(ROOT, 'data/fonts/static');

function faceOf(file: string): Font {
  const [name, weight, italic] = file.replace('.ttf', '').split('-');
  return { family: name === 'Inter' ? 'sans' : 'serif', size: 1, weight: Number(weight) as Font['weight'], italic: italic !== undefined };
}

describe('the tables made from the fonts', () => {
  it.each(['build-faces.mjs', 'build-metrics.mjs'])('are what data/fonts/%s makes', (script) => {
    const { status, stderr } = spawnSync(process.execPath, [resolve(ROOT, 'data/fonts', script), '--check'], { cwd: ROOT, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  }, 60_000);

  it('name files that are there', () => {
    for (const { file } of FONT_FACES) {
      expect(readFileSync(resolve(ROOT, 'node_modules/@fontsource-variable', file)).subarray(0, 4).toString('latin1')).toBe('wOF2');
    }
  });
});

describe('the static fonts', () => {
  it.each(readdirSync(STATIC).filter((file) => !file.startsWith('Vazirmatn')))('%s is as wide as the tables say', (file) => {
    const font = create(readFileSync(resolve(STATIC, file)));
    const face = faceOf(file);
    // Tables and fonts are rounded apart, each to a thousandth of the font size.
    for (const letter of 'AaWi09 –“éßğİşŁ') {
      const { advanceWidth } = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
      expect(Math.abs(measureText(letter, face) - advanceWidth / font.unitsPerEm), letter).toBeLessThan(0.0016);
    }
  });

  it('together take less than two megabytes', () => {
    const bytes = readdirSync(STATIC).reduce((sum, file) => sum + readFileSync(resolve(STATIC, file)).length, 0);
    expect(bytes).toBeLessThan(2_000_000);
  });
});
