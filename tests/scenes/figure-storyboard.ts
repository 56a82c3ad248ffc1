import countriesText from '../../data/basemap/countries-110m.topo.json?raw';
import storyText from '../../data/stories/iran-us-2026-02.geojson?raw';
import { buildBaseMap, type CountriesFile } from '../../src/core/geo/build-base-map.ts';
import { figureSizeOf } from '../../src/core/layout/figure-size.ts';
import { layoutFigure } from '../../src/core/layout/figure.ts';
import { openText } from '../../src/core/validate/open.ts';
import { INITIAL_VIEW } from '../../src/core/view/view-state.ts';
import type { Picture } from './machinery/picture.ts';

const opened = openText(storyText);
if (!opened.ok) throw new Error(`the story does not open: ${opened.error.code}`);
const { dataset } = opened.value;
const base = buildBaseMap({ countries: JSON.parse(countriesText) as CountriesFile });

/** The walk through the first story in panels, across and upright. */
export const pictures: readonly Picture[] = (['social', 'a4-portrait'] as const).map((preset) => ({
  name: `figure-storyboard-${preset}`,
  themes: ['light'],
  scene: (world) => layoutFigure({ dataset, view: INITIAL_VIEW, parts: 'storyboard', size: figureSizeOf(preset), world, base }).scene,
}));
