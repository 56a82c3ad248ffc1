import { useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import { laneCoding } from '../../../core/layout/lane-coding.ts';
import { laneCounting } from '../../../core/layout/lane-counts.ts';
import { laneNodes, type LaneNode } from '../../../core/layout/lane-tree.ts';
import { FACET_IDS, facetOf, type FacetId } from '../../../core/query/facets.ts';
import { laneViewBy, withAllFolded } from '../../../core/view/lane-view.ts';
import { INITIAL_VIEW, type LaneView } from '../../../core/view/view-state.ts';
import type { Store } from '../../store/store.ts';
import { ClockChoice } from './clock-choice.tsx';
import { LaneList } from './lane-list.tsx';

interface LanesPanelProps {
  readonly store: Store;
  /** Height of a lane on the page in pixels, by its key; `undefined` for one that does not show. */
  readonly heightOf: (key: string) => number | undefined;
}

/** How the timeline is cut into lanes, and whose clocks its axis shows. */
export function LanesPanel({ store, heightOf }: LanesPanelProps) {
  const { messages } = store.world.value;
  const words = messages.timeline.lanes;
  const id = useId();
  const view = store.view.value.lanes;
  const nodes = useComputed(() => nodesOf(store, store.view.value.lanes));
  const natural = useComputed(() => nodesOf(store, { ...store.view.value.lanes, order: [], folded: [] }).map(({ key }) => key));
  const set = (lanes: LaneView): void => store.dispatch({ kind: 'set-lanes', lanes });
  const [outer, inner] = view.by;
  const facets = facetsOf(store, outer);
  const outerKeys = nodes.value.filter(({ depth }) => depth === 0).map(({ key }) => key);
  return (
    <>
      <div class="lanes-by">
        <label for={`${id}-outer`}>{words.by}</label>
        <FacetSelect id={`${id}-outer`} value={outer} facets={facets} names={words.facets} onChoose={(next) => next && set(laneViewBy(view, next, inner === next ? undefined : inner))} />
        <label for={`${id}-inner`}>{words.within}</label>
        <FacetSelect id={`${id}-inner`} value={inner} none={words.none} facets={innerFacets(store, outer, facets)} names={words.facets} onChoose={(next) => set(laneViewBy(view, outer, next))} />
      </div>
      <LaneList store={store} nodes={nodes} natural={natural} heightOf={heightOf} onChange={set} />
      <div class="lanes-all">
        <button type="button" class="link-button" onClick={() => set(withAllFolded(view, outerKeys))}>
          {words.foldAll}
        </button>
        <button type="button" class="link-button" disabled={view.folded.length === 0} onClick={() => set(withAllFolded(view, []))}>
          {words.unfoldAll}
        </button>
        <button type="button" class="link-button" onClick={() => set(INITIAL_VIEW.lanes)}>
          {words.reset}
        </button>
      </div>
      <ClockChoice store={store} />
    </>
  );
}

function nodesOf(store: Store, view: LaneView): readonly LaneNode[] {
  const { dataset } = store.opened.value;
  const coding = laneCoding(dataset, view.by);
  return laneNodes(coding, store.visibleExcept('time').value.counted(laneCounting(coding)).total, view, store.world.value);
}

/** More lanes than this are no lanes. */
const MOST_VALUES = 5000;
const MOST_PAIRS = 1e6;

/** The facets by which lanes may be cut: those that tell events apart, and the present one. */
function facetsOf(store: Store, present: FacetId): readonly FacetId[] {
  const { dataset } = store.opened.value;
  return FACET_IDS.filter((facet) => {
    const { length } = facetOf(dataset, facet).values;
    return facet === present || (length > 2 && length <= MOST_VALUES);
  });
}

function innerFacets(store: Store, outer: FacetId, facets: readonly FacetId[]): readonly FacetId[] {
  const { dataset } = store.opened.value;
  const lanes = facetOf(dataset, outer).values.length;
  return facets.filter((facet) => facet !== outer && lanes * facetOf(dataset, facet).values.length <= MOST_PAIRS);
}

interface FacetSelectProps {
  readonly id: string;
  readonly value: FacetId | undefined;
  /** The word for choosing none; without it one must be chosen. */
  readonly none?: string;
  readonly facets: readonly FacetId[];
  readonly names: Readonly<Record<FacetId, string>>;
  readonly onChoose: (facet: FacetId | undefined) => void;
}

function FacetSelect({ id, value, none, facets, names, onChoose }: FacetSelectProps) {
  return (
    <select id={id} value={value ?? ''} onChange={({ currentTarget }) => onChoose(facets.find((facet) => facet === currentTarget.value))}>
      {none !== undefined && <option value="">{none}</option>}
      {facets.map((facet) => (
        <option key={facet} value={facet}>
          {names[facet]}
        </option>
      ))}
    </select>
  );
}
