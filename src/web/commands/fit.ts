import type { Size } from '../../core/base/geometry.ts';
import type { BaseMap } from '../../core/geo/base-map.ts';
import { fitBounds, unionBounds, type Padding } from '../../core/geo/bounds.ts';
import type { MapViewport } from '../../core/geo/coordinates.ts';
import { boundsOfPlace } from '../../core/layout/place-bounds.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { EventNumber, LocatedPlace } from '../../core/model/event.ts';
import { isLocated } from '../../core/model/place.ts';
import { eventAt, rowOf } from '../../core/model/rows.ts';
import { DAY, instant, type Interval } from '../../core/time/instant.ts';
import type { Command } from './command.ts';

const PADDING: Padding = { top: 60, right: 80, bottom: 60, left: 80 };

/** How close the map comes to a place, by how exactly the place is known. */
const CLOSEST: Readonly<Record<LocatedPlace['kind'], number>> = { exact: 8, near: 8, area: 7, route: 7, region: 6, country: 4.5 };

/** Shows the selected event as large as it makes sense, on the timeline and the map; when it is shown so, or none is selected, shows all. */
export const fit: Command = {
  id: 'fit',
  label: (messages) => messages.app.commands.fit,
  keys: ['f'],
  enabled: () => true,
  run: ({ store, mapSize }) => {
    const { dataset } = store.opened.value;
    const { selected, window, map } = store.view.value;
    const i = selected === undefined ? undefined : rowOf(dataset, selected);
    const closeWindow = i === undefined ? undefined : windowAround(dataset, i);
    const closeMap = i === undefined ? undefined : mapAround(dataset, i, mapSize(), store.baseMap.value);
    const shownSo = sameWindow(window, closeWindow ?? window) && sameMap(map, closeMap ?? map);
    store.dispatch({ kind: 'set-window', window: shownSo ? undefined : (closeWindow ?? window) });
    store.dispatch({ kind: 'set-map', map: shownSo ? undefined : (closeMap ?? map) });
  },
};

/** The event's time span with as much again around it, a day at least on each side; `undefined` where it has no end or no date. */
function windowAround(dataset: Dataset, i: EventNumber): Interval | undefined {
  const start = dataset.columns.earliestStart[i];
  const end = dataset.columns.latestEnd[i];
  if (start === undefined || end === undefined || !Number.isFinite(start) || !Number.isFinite(end)) return undefined;
  const margin = Math.max((end - start) / 2, DAY);
  return { start: instant(start - margin), end: instant(end + margin) };
}

function mapAround(dataset: Dataset, i: EventNumber, size: Size, base: BaseMap | undefined): MapViewport | undefined {
  const places = eventAt(dataset, i).places.filter(isLocated);
  const bounds = unionBounds(places.map((place) => boundsOfPlace(place, base)));
  return bounds && fitBounds(bounds, size, PADDING, Math.min(...places.map(({ kind }) => CLOSEST[kind])));
}

const sameWindow = (a: Interval | undefined, b: Interval | undefined): boolean => a?.start === b?.start && a?.end === b?.end;

/** Whether two viewports look the same: the map itself may settle on a neighbouring zoom. */
function sameMap(a: MapViewport | undefined, b: MapViewport | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const close = 64 / (256 * 2 ** b.zoom);
  return Math.abs(a.lng - b.lng) / 360 < close && Math.abs(a.lat - b.lat) / 180 < close && Math.abs(a.zoom - b.zoom) < 0.3;
}
