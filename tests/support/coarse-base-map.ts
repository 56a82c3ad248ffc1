import countries from '../../data/basemap/countries-110m.topo.json?raw';
import labels from '../../data/basemap/labels.json?raw';
import type { BaseMap } from '../../src/core/geo/base-map.ts';
import { buildBaseMap, type CountriesFile, type LabelsFile } from '../../src/core/geo/build-base-map.ts';

/** The coarse countries that ship, with names: enough of a base map for pictures, and small in them. */
export const coarseBaseMap: BaseMap = buildBaseMap({
  countries: JSON.parse(countries) as CountriesFile,
  labels: JSON.parse(labels) as LabelsFile,
});
