import { unreachable } from '../base/result.ts';
import type { Bounds } from '../geo/coordinates.ts';
import { lngLatOf, projectionOf } from '../geo/mercator.ts';
import { buildDataset } from '../model/build-dataset.ts';
import type { Dataset } from '../model/dataset.ts';
import type { EventNumber } from '../model/event.ts';
import { eventAt, placeOfKey, rowOf, rowsOfPlace } from '../model/rows.ts';
import { selectVisible, type Clauses } from '../query/select.ts';
import type { Visible } from '../query/visible.ts';
import type { Interval } from '../time/instant.ts';
import type { ViewState } from '../view/view-state.ts';
import { mapInView } from './figure-map.ts';
import type { DecidedOptions } from './figure-options.ts';

/** The events that a figure is about, and the dataset that they are rows of. */
export interface FigureEvents {
  readonly dataset: Dataset;
  readonly visible: Visible;
  /** Those of them that may have been going on in a stretch of time, and the undated ones. */
  readonly within: (stretch: Interval) => Visible;
}

const ALL: Clauses = { window: undefined, place: undefined, area: undefined, hiddenCategories: [], hiddenStatuses: [], text: '' };

/** The events of a scope. Of a selection they are a dataset of their own, in the same story. */
export function eventsOfScope(options: DecidedOptions): FigureEvents {
  const { dataset, scope, view } = options;
  switch (scope) {
    case 'story':
      return eventsOf(dataset, ALL);
    case 'view':
      return eventsOf(dataset, clausesOf(options));
    case 'selection': {
      const chosen = selectedRows(dataset, view).map((i) => eventAt(dataset, i));
      return eventsOf(buildDataset(dataset.story, chosen), ALL);
    }
    default:
      return unreachable(scope);
  }
}

/** The events of a dataset that a view shows, with its own part of the map. */
export const visibleInView = (dataset: Dataset, view: ViewState): Visible => selectVisible(dataset, clausesOf({ view, scope: 'view' }));

/** What filters a figure of a view. */
function clausesOf(options: Pick<DecidedOptions, 'view' | 'scope' | 'shownMap'>): Clauses {
  const { window, place, hiddenCategories, hiddenStatuses, text } = options.view;
  return { window, place, area: areaIn(options), hiddenCategories, hiddenStatuses, text };
}

const eventsOf = (dataset: Dataset, clauses: Clauses): FigureEvents => ({
  dataset,
  visible: remembered(dataset, clauses),
  within: (stretch) => selectVisible(dataset, { ...clauses, window: stretch }),
});

/** The selected event; where none is, those of the chosen place. */
export function selectedRows(dataset: Dataset, { selected, place }: Pick<ViewState, 'selected' | 'place'>): readonly EventNumber[] {
  const row = selected === undefined ? undefined : rowOf(dataset, selected);
  if (row !== undefined) return [row];
  const p = place === undefined ? undefined : placeOfKey(dataset, place);
  return p === undefined ? [] : [...rowsOfPlace(dataset, p)];
}

/** Of each dataset, what passed the clauses last asked for: a figure is laid out anew with every word that is typed. */
const last = new WeakMap<Dataset, { readonly key: string; readonly visible: Visible }>();

function remembered(dataset: Dataset, clauses: Clauses): Visible {
  const key = JSON.stringify(clauses);
  const known = last.get(dataset);
  if (known?.key === key) return known.visible;
  const visible = selectVisible(dataset, clauses);
  last.set(dataset, { key, visible });
  return visible;
}

/** The part of the world that the view filters by. */
function areaIn(options: Pick<DecidedOptions, 'view' | 'scope' | 'shownMap'>): Bounds | undefined {
  const { area } = options.view;
  if (area !== 'view') return area;
  const shown = mapInView(options);
  if (shown === undefined) return undefined;
  const projection = projectionOf(shown.viewport, shown.size);
  const [west, north] = lngLatOf(projection, { x: 0, y: 0 });
  const [east, south] = lngLatOf(projection, { x: shown.size.width, y: shown.size.height });
  return { west, south, east, north };
}
