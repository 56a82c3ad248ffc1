import { layoutBaseMap } from '../../src/core/layout/base-map.ts';
import { fitPlaces, reachesOf } from '../../src/core/layout/map-fit.ts';
import { focusCountries } from '../../src/core/layout/map-focus.ts';
import { layoutMapPointer } from '../../src/core/layout/map-pointer.ts';
import { layoutMap, mapScene } from '../../src/core/layout/map.ts';
import { selectVisible } from '../../src/core/query/select.ts';
import { coarseBaseMap } from '../support/coarse-base-map.ts';
import { datasetOf } from '../support/dataset.ts';
import type { Picture } from './machinery/picture.ts';

const dataset = datasetOf([
  { place: 'Tehran', category: 'talks', status: 'confirmed' },
  { place: 'Tehran', category: 'unrest', status: 'reported' },
  { place: 'Tehran', category: 'talks', status: 'reported' },
  { place: 'Ankara', category: 'talks', status: 'disputed', title: 'A denied meeting' },
  { place: 'Strait of Hormuz', category: 'sea', status: 'reported', title: 'Boats and a ship' },
  { place: 'Qeshm', category: 'sea', status: 'confirmed', title: 'A drill' },
  { place: 'Oman', category: 'talks', status: 'planned', title: 'Talks' },
  { place: 'Muscat to Qeshm', category: 'sea', status: 'confirmed', title: 'A crossing' },
]);

/** Places of every kind on the base map, one of them selected and one hovered. */
export const picture: Picture = {
  name: 'map-places',
  scene: (world) => {
    const size = { width: 720, height: 440 };
    const visible = selectVisible(dataset, { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' });
    const viewport = fitPlaces(reachesOf(dataset, visible, coarseBaseMap), size);
    const ground = layoutBaseMap({ base: coarseBaseMap, viewport, size, world, focus: focusCountries(dataset, coarseBaseMap), labels: false });
    const layout = layoutMap({ dataset, visible, viewport, size, world, base: coarseBaseMap });
    const scene = mapScene(layout, ground);
    const pointer = layoutMapPointer(layout, { selected: 6, hovered: 3 }, world);
    return { ...scene, marks: [...scene.marks, ...pointer.marks] };
  },
};
