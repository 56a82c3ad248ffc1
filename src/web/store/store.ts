import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Size } from '../../core/base/geometry.ts';
import type { BaseMap } from '../../core/geo/base-map.ts';
import type { Answers } from '../../core/formats/answers.ts';
import type { MapViewport } from '../../core/geo/coordinates.ts';
import type { World } from '../../core/layout/world.ts';
import type { Account } from '../../core/model/account.ts';
import type { Dataset } from '../../core/model/dataset.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { Clauses } from '../../core/query/clauses.ts';
import { createCrossfilter } from '../../core/query/crossfilter.ts';
import { maskOf, type ClauseSource, type Visible } from '../../core/query/visible.ts';
import type { About } from '../../core/validate/import.ts';
import { applyAction, type Action } from '../../core/view/actions.ts';
import { INITIAL_VIEW, type ViewState } from '../../core/view/view-state.ts';
import { shownArea } from './shown-area.ts';
import { steady } from './steady.ts';

/** What was opened: the events that could be read, and what was found wrong with the rest. */
export interface Opened {
  readonly dataset: Dataset;
  readonly issues: readonly Issue[];
  /** Name of the file, for saving beside it. */
  readonly fileName: string;
  /** How the file that was opened was understood, and where its records have gone; `undefined` of a story that came otherwise. */
  readonly imported?: ImportedFile | undefined;
}

/** What is known of a file whose events are in the story. */
export interface ImportedFile {
  readonly account: Account;
  readonly about: About;
  /** What was said of it. */
  readonly answers: Answers;
}

/** The part of the world that the map on the page shows, and its pixels there. */
export interface ShownMap {
  readonly viewport: MapViewport;
  readonly size: Size;
}

/** The one place where views meet: what is opened, how it is seen, and what follows from both. */
export interface Store {
  readonly opened: ReadonlySignal<Opened>;
  readonly view: ReadonlySignal<ViewState>;
  /** Its zone is the view's. */
  readonly world: ReadonlySignal<World>;
  /** `undefined` until its file has arrived. */
  readonly baseMap: ReadonlySignal<BaseMap | undefined>;
  /** `undefined` while there is no map on the page. The view knows of it only where a person has moved the map. */
  readonly shownMap: ReadonlySignal<ShownMap | undefined>;
  /** What passes all clauses. */
  readonly visible: ReadonlySignal<Visible>;
  /** What passes all clauses but one's own. */
  readonly visibleExcept: (...own: readonly ClauseSource[]) => ReadonlySignal<Visible>;
  /** How many events the search for the text has still to come to; each of them shows or not as before. */
  readonly unsearched: ReadonlySignal<number>;
  /** Searches so many more events and tells how many are left; what is found shows at the next `showFound`. */
  readonly searchOn: (events: number) => number;
  readonly showFound: () => void;
  readonly dispatch: (action: Action) => void;
  readonly open: (opened: Opened, view?: ViewState) => void;
  readonly setBaseMap: (base: BaseMap) => void;
  readonly setWorld: (world: World) => void;
  readonly setShownMap: (shown: ShownMap | undefined) => void;
}

/** Makes the store of one page. */
export function createStore(first: Opened, firstWorld: World, firstView: ViewState = INITIAL_VIEW): Store {
  const opened = signal(first);
  const view = signal(firstView);
  const plainWorld = signal(firstWorld);
  const baseMap = signal<BaseMap | undefined>(undefined);
  const shownMap = signal<ShownMap | undefined>(undefined);
  const zone = computed(() => view.value.zone);
  const world = computed(() => ({ ...plainWorld.value, zone: zone.value }));
  const area = steady(() => {
    const asked = view.value.area;
    return asked === 'view' ? shownMap.value && shownArea(shownMap.value) : asked;
  });
  // Hover, camera and theme change no clause: the filter is derived from these members alone.
  const clauses = steady<Clauses>(() => {
    const { window, place, hiddenCategories, hiddenStatuses, text } = view.value;
    return { window, place, area: area.value, hiddenCategories, hiddenStatuses, text };
  });
  const crossfilter = computed(() => createCrossfilter(opened.value.dataset));
  /** How often what a search found was shown: it changes the filter from within, so that nothing else tells of it. */
  const found = signal(0);
  const applied = computed(() => {
    const filter = crossfilter.value;
    filter.apply(clauses.value);
    return { filter, found: found.value };
  });
  const excepts = new Map<number, ReadonlySignal<Visible>>();
  const visibleExcept = (...own: readonly ClauseSource[]): ReadonlySignal<Visible> => {
    const mask = maskOf(own);
    const known = excepts.get(mask);
    if (known !== undefined) return known;
    const made = computed(() => applied.value.filter.visible(...own));
    excepts.set(mask, made);
    return made;
  };
  return {
    opened,
    view,
    world,
    baseMap,
    shownMap,
    visible: visibleExcept(),
    visibleExcept,
    unsearched: computed(() => applied.value.filter.unsearched),
    searchOn: (events) => {
      const { filter } = applied.peek();
      filter.search(events);
      return filter.unsearched;
    },
    showFound: () => {
      found.value += 1;
    },
    dispatch: (action) => {
      view.value = applyAction(view.peek(), action);
    },
    open: (next, nextView = INITIAL_VIEW) => {
      batch(() => {
        opened.value = next;
        view.value = { ...nextView, theme: nextView === INITIAL_VIEW ? view.peek().theme : nextView.theme };
      });
    },
    setBaseMap: (base) => {
      baseMap.value = base;
    },
    setWorld: (next) => {
      plainWorld.value = next;
    },
    setShownMap: (shown) => {
      shownMap.value = shown;
    },
  };
}
