import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { layoutBaseMap } from '../../../src/core/layout/base-map.ts';
import { focusCountries } from '../../../src/core/layout/map-focus.ts';
import { fitWindow, warpFor } from '../../../src/core/layout/gaps.ts';
import { layoutMap, mapScene } from '../../../src/core/layout/map.ts';
import { layoutOverview } from '../../../src/core/layout/overview.ts';
import { layoutTimeline } from '../../../src/core/layout/timeline.ts';
import type { Dataset } from '../../../src/core/model/dataset.ts';
import { toSvg } from '../../../src/core/export/svg.ts';
import { selectVisible } from '../../../src/core/query/select.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import type { Interval } from '../../../src/core/time/instant.ts';
import type { Spacing } from '../../../src/core/view/view-state.ts';
import { openText } from '../../../src/core/validate/open.ts';
import { fontPaths, readBaseMap } from '../../../src/node/resources.ts';
import { generatedDataset } from '../../support/generated.ts';
import { world as makeWorld } from '../../support/world.ts';
import type { Theme } from './picture.ts';

/** A picture of a story at one zoom. */
export interface SizedPicture {
  /** `timeline-100000-3-dark`: what, how many events, how close, on which paper. */
  readonly name: string;
  readonly png: Uint8Array;
}

const TIMELINE = { width: 1280, height: 420 } as const;
const OVERVIEW = { width: 1280, height: 72 } as const;
const MAP = { width: 1000, height: 560 } as const;
const ZOOMS = 5;
/** How many times closer one zoom of the timeline is than the one before, at the most: then a dozen events are in view. */
const CLOSER = 12;
const NOTHING = { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' } as const;

function storyOf(file: string): Dataset {
  const opened = openText(readFileSync(new URL(`../../../data/stories/${file}`, import.meta.url), 'utf8'));
  if (!opened.ok) throw new Error(`${file} does not open`);
  return opened.value.dataset;
}

const datasetOfSize = (size: number): Dataset =>
  size === 12 ? storyOf('iran-us-2026-02.geojson') : size === 2051 ? storyOf('nuclear-tests.geojson') : generatedDataset(size);

/** The window of a zoom: the first shows all, the last about a dozen events around one in the middle, of a dozen the nearest few. */
function windowOf(dataset: Dataset, spacing: Spacing, zoom: number): Interval | undefined {
  const warp = warpFor(dataset, spacing);
  const whole = fitWindow(dataset, warp);
  if (zoom === 0 || whole === undefined) return undefined;
  const { columns, dated, size } = dataset;
  const middle = warp.toWarped(columns.earliestStart[Math.floor(dated * 0.43)] ?? 0);
  const closest = Math.min(CLOSER ** (ZOOMS - 1), Math.max(6, size / 12));
  const length = (warp.toWarped(whole.end) - warp.toWarped(whole.start)) / closest ** (zoom / (ZOOMS - 1));
  return { start: warp.fromWarped(middle - 0.43 * length), end: warp.fromWarped(middle + 0.57 * length) };
}

/** Timeline, overview and map of a story of so many events at five zooms, from far to near. */
export async function* sizedPictures(size: number, theme: Theme): AsyncGenerator<SizedPicture, void, void> {
  const dataset = datasetOfSize(size);
  const world = makeWorld({ theme });
  const base = await readBaseMap();
  const focus = focusCountries(dataset, base);
  const fontFiles = [...(await fontPaths())];
  const paint = (name: string, scene: Scene): SizedPicture => {
    const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter', serifFamily: 'Source Serif 4' };
    return { name: `${name}-${theme}`, png: new Resvg(toSvg(scene, []), { font }).render().asPng() };
  };
  const visible = selectVisible(dataset, NOTHING, 'time');
  for (let zoom = 0; zoom < ZOOMS; zoom += 1) {
    const spacing = size > 2051 ? 'true' : 'compressed';
    const window = windowOf(dataset, spacing, zoom);
    yield paint(`timeline-${size}-${zoom + 1}`, layoutTimeline({ dataset, visible, window, spacing, size: TIMELINE, world }).scene);
    if (zoom === 1) {
      const { ground, scene } = layoutOverview({ dataset, visible, window, spacing, size: OVERVIEW, world });
      yield paint(`overview-${size}`, { ...scene, marks: [...ground.marks, ...scene.marks] });
    }
    const centre = size === 12 ? { lng: 50, lat: 32 } : size === 2051 ? { lng: -116.1, lat: 37.1 } : { lng: 29, lat: 41 };
    const viewport = zoom === 0 ? { lng: 20, lat: 25, zoom: 1.6 } : { ...centre, zoom: 1.6 + 1.7 * zoom };
    const ground = layoutBaseMap({ base, viewport, size: MAP, world, focus, labels: false });
    yield paint(`map-${size}-${zoom + 1}`, mapScene(layoutMap({ dataset, visible, viewport, size: MAP, world, base }), ground));
  }
}
