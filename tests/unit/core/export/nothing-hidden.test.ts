import { describe, expect, it } from 'vitest';
import { toPdf } from '../../../../src/core/export/pdf.ts';
import { writePng } from '../../../../src/core/export/png.ts';
import { toSvg } from '../../../../src/core/export/svg.ts';
import { layoutFigure } from '../../../../src/core/layout/figure.ts';
import type { Scene } from '../../../../src/core/scene/scene.ts';
import { textsOf } from '../../../../src/core/scene/texts.ts';
import { openText } from '../../../../src/core/validate/open.ts';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { world } from '../../../support/world.ts';
import { fontsOf } from './support/font-files.ts';
import { linesOf, readPdf, readText } from './support/read-pdf.ts';

const event = (id: string, title: string, category: string, lng: number): unknown => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [lng, 35.123_456] },
  properties: { title, description: `About ${title}`, when: '2026-02-03', categories: [category], places: [{ name: `Near ${title}`, kind: 'exact' }] },
});

const STORY = JSON.stringify({
  type: 'FeatureCollection',
  dateline: { version: 1, title: 'Two kinds', categories: [{ id: 'open', name: 'Open' }, { id: 'held', name: 'Held back' }] },
  features: [event('a', 'Public hearing', 'open', 51.512_345), event('b', 'Undisclosed meeting', 'held', 44.765_432), event('c', 'Quiet transfer', 'held', 60.123_457)],
});

function sceneOfOpenEvents(): Scene {
  const opened = openText(STORY);
  if (!opened.ok) throw new Error(`the story does not open: ${opened.error.code}`);
  const view = { ...INITIAL_VIEW, hiddenCategories: ['held'] };
  return layoutFigure({ dataset: opened.value.dataset, view, scope: 'view', world: world(), base: undefined }).scene;
}

async function pngTexts(scene: Scene): Promise<string> {
  const pieces: Uint8Array[] = [];
  const paintTile = ({ width, height }: { readonly width: number; readonly height: number }) => new Uint8ClampedArray(width * height * 4).fill(255);
  await writePng(scene, 1, { paintTile, emit: (bytes) => void pieces.push(bytes), goOn: () => true });
  return Buffer.concat(pieces).toString('utf8');
}

/** Everything that a PDF says in words: its lines, and its strings. */
function pdfTexts(bytes: Uint8Array): string {
  const pdf = readPdf(bytes);
  const strings = [...pdf.objects.values()].flatMap((body) => [...body.matchAll(/<FEFF([0-9A-F]*)>/g)].map(([, digits = '']) => readText(digits)));
  return [...linesOf(pdf), ...strings].join('\n');
}

describe('a figure of what the filters show', () => {
  it('holds not a word and not a coordinate of the events that they hide, in any format', async () => {
    const scene = sceneOfOpenEvents();
    const fonts = fontsOf(scene);
    const texts = [toSvg(scene, fonts), pdfTexts(toPdf(scene, fonts).bytes), await pngTexts(scene), textsOf(scene).join('\n')];
    for (const text of texts.slice(0, 3)) expect(text).toContain('Public hearing');
    for (const text of texts) expect(text).not.toMatch(/Undisclosed|Quiet transfer|44\.765|60\.123|51\.512|35\.123|Dateline story|metadata/);
  });
});
