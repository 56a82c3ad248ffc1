import { layoutBaseMap } from '../../src/core/layout/base-map.ts';
import { fitPlaces, reachesOf } from '../../src/core/layout/map-fit.ts';
import { focusCountries } from '../../src/core/layout/map-focus.ts';
import { layoutMap, mapScene } from '../../src/core/layout/map.ts';
import { selectVisible } from '../../src/core/query/select.ts';
import { coarseBaseMap } from '../support/coarse-base-map.ts';
import { datasetOf } from '../support/dataset.ts';
import type { Picture } from './machinery/picture.ts';

/** Places on spirals around five sites, closer together towards the middle. */
const SITES = [
  { name: 'Nevada', at: [-116, 37], count: 140 },
  { name: 'Steppe', at: [78, 50], count: 90 },
  { name: 'Arctic island', at: [55, 73], count: 40 },
  { name: 'Atoll', at: [-139, -22], count: 30 },
  { name: 'Desert', at: [5, 24], count: 3 },
] as const;

const dataset = datasetOf(
  SITES.flatMap(({ name, at: [lng, lat], count }, site) =>
    Array.from({ length: count }, (_, k) => ({
      category: k % 9 === 8 ? 'others' : `site-${site % 3}`,
      place: {
        kind: 'exact' as const,
        name,
        at: [lng + (0.02 * k ** 1.4) * Math.cos(k), lat + (0.006 * k ** 1.4) * Math.sin(k)] as const,
        basis: { kind: 'stated' as const },
        wording: undefined,
      },
    })),
  ),
);

/** Hundreds of places around the world, gathered into counts. */
export const picture: Picture = {
  name: 'map-crowd',
  scene: (world) => {
    const size = { width: 720, height: 380 };
    const visible = selectVisible(dataset, { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' });
    const viewport = fitPlaces(reachesOf(dataset, visible, coarseBaseMap), size);
    const ground = layoutBaseMap({ base: coarseBaseMap, viewport, size, world, focus: focusCountries(dataset, coarseBaseMap), labels: false });
    return mapScene(layoutMap({ dataset, visible, viewport, size, world, base: coarseBaseMap }), ground);
  },
};
