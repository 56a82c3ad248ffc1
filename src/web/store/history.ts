import { batch, computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { inverseOf, isEmptyChange, type Change, type Deed } from '../../core/edit/change.ts';
import { doneBy, type Done } from '../../core/edit/done.ts';
import { freshIdsFor } from '../../core/edit/fresh-ids.ts';
import { locatedChange } from '../../core/edit/located-change.ts';
import { withMended } from '../../core/model/mended.ts';
import { patchDataset } from '../../core/model/patch-dataset.ts';
import { placeOfKey, rowOf } from '../../core/model/rows.ts';
import type { ViewState } from '../../core/view/view-state.ts';
import { isNewer } from './is-newer.ts';
import type { Opened, Store } from './store.ts';

/** The last thing that happened to the story. */
export interface LastDeed extends Done {
  readonly how: 'done' | 'undone' | 'redone';
}

/** Why a story cannot be changed: another tab changes it, or its file is of a newer version, of which something would be lost. */
export type Lock = 'elsewhere' | 'newer';

/** What a person does to the open story, step by step, and how it is taken back. */
export interface Editing {
  /** Does a change and selects what it is about; returns whether anything changed. Throws on a change of another story than the open one. */
  readonly apply: (change: Change) => boolean;
  /** Puts a whole other dataset in place of the present one, as one step; returns whether it did. */
  readonly replace: (opened: Opened, deed: Deed) => boolean;
  /** Takes the last step back, or does it again; returns whether there was one. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** What the next undo takes back, and the next redo does again. */
  readonly toUndo: ReadonlySignal<Done | undefined>;
  readonly toRedo: ReadonlySignal<Done | undefined>;
  /** `undefined` as long as nothing was done to the open story. */
  readonly lastDeed: ReadonlySignal<LastDeed | undefined>;
  /**
   * Calls a listener after each change, be it done, undone or redone: with the change as it can be done to the dataset before, or with
   * `'replaced'` where there is another dataset instead. Returns the end of it.
   */
  readonly onChange: (listener: (change: Change | 'replaced') => void) => () => void;
  /** Does a change that was done elsewhere: it is no step of this page, whose own steps are forgotten, and no listener hears of it. */
  readonly follow: (change: Change) => void;
  /** Whether another tab changes the story. */
  readonly isElsewhere: Signal<boolean>;
  /** Why nothing may be changed here: nothing is applied, undone or redone. */
  readonly lock: ReadonlySignal<Lock | undefined>;
  readonly isReadOnly: ReadonlySignal<boolean>;
  /** An id that no event of the open story has. */
  readonly freshId: () => string;
}

/** `selected` is the event that was selected before the step. */
type Step = { readonly done: Done; readonly selected: string | undefined } & (
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'replacement'; readonly before: Opened; readonly after: Opened }
);

/**
 * How much memory the steps may take, in bytes: 256 MB. Beyond it the oldest are forgotten, but for the last one, whatever it takes. A step holds
 * the events that it changed, before and after; one that replaced the dataset holds the other one whole.
 */
const HISTORY_LIMIT = 2 ** 28;

/** What an event takes in memory, roughly, when its text has the usual length; and what it takes in the columns of a dataset. */
const EVENT_WEIGHT = 2048;
const ROW_WEIGHT = 128;

const histories = new WeakMap<Store, Editing>();

/** The one history of a store. It is emptied when the store opens another story. */
export function editingOf(store: Store): Editing {
  const known = histories.get(store) ?? createEditing(store);
  histories.set(store, known);
  return known;
}

function createEditing(store: Store): Editing {
  const undone = signal<readonly Step[]>([]);
  const done = signal<readonly Step[]>([]);
  const lastDeed = signal<LastDeed | undefined>(undefined);
  const isElsewhere = signal(false);
  const lock = computed<Lock | undefined>(() => (isElsewhere.value ? 'elsewhere' : isNewer(store.opened.value) ? 'newer' : undefined));
  const isReadOnly = computed(() => lock.value !== undefined);
  const listeners = new Set<(change: Change | 'replaced') => void>();
  let present = store.opened.peek().dataset;

  const tell = (change: Change | 'replaced'): void => {
    for (const listener of listeners) listener(change);
  };
  const forget = (): void => {
    batch(() => {
      done.value = [];
      undone.value = [];
      lastDeed.value = undefined;
    });
  };
  effect(() => {
    const { dataset } = store.opened.value;
    if (dataset === present) return;
    present = dataset;
    forget();
    tell('replaced');
  });

  const show = (opened: Opened, selected: string | undefined): void => {
    present = opened.dataset;
    store.open(opened, viewOf(opened, store.view.peek(), selected));
  };
  const doChange = (made: Change, otherwise?: string): void => {
    const opened = store.opened.peek();
    show({ ...opened, dataset: patchDataset(opened.dataset, made), imported: importedAfter(opened, made) }, selectedBy(made) ?? otherwise);
  };
  const go = (step: Step | undefined, how: LastDeed['how'], before: readonly Step[], after: readonly Step[]): boolean => {
    if (step === undefined || isReadOnly.peek()) return false;
    const isBack = how === 'undone';
    const made = step.kind === 'change' ? (isBack ? inverseOf(step.change) : step.change) : 'replaced';
    batch(() => {
      if (made !== 'replaced') doChange(made, isBack ? step.selected : undefined);
      else if (step.kind === 'replacement') show(isBack ? step.before : step.after, isBack ? step.selected : undefined);
      done.value = before;
      undone.value = after;
      lastDeed.value = { ...step.done, how };
    });
    tell(made);
    return true;
  };

  return {
    apply: (asked) => {
      if (isEmptyChange(asked)) return false;
      const change = locatedChange(store.opened.peek().dataset, asked);
      const step: Step = { kind: 'change', change, done: doneBy(change), selected: store.view.peek().selected };
      return go(step, 'done', remembered([...done.peek(), step]), []);
    },
    replace: (opened, deed) => {
      const about: Done = { deed, events: opened.dataset.size, title: undefined };
      const step: Step = { kind: 'replacement', before: store.opened.peek(), after: opened, done: about, selected: store.view.peek().selected };
      return go(step, 'done', remembered([...done.peek(), step]), []);
    },
    undo: () => {
      const steps = done.peek();
      const last = steps.at(-1);
      return go(last, 'undone', steps.slice(0, -1), [...undone.peek(), ...(last === undefined ? [] : [last])]);
    },
    redo: () => {
      const steps = undone.peek();
      const last = steps.at(-1);
      return go(last, 'redone', [...done.peek(), ...(last === undefined ? [] : [last])], steps.slice(0, -1));
    },
    follow: (change) => {
      forget();
      doChange(change);
    },
    isElsewhere,
    lock,
    isReadOnly,
    canUndo: computed(() => done.value.length > 0 && !isReadOnly.value),
    canRedo: computed(() => undone.value.length > 0 && !isReadOnly.value),
    toUndo: computed(() => done.value.at(-1)?.done),
    toRedo: computed(() => undone.value.at(-1)?.done),
    lastDeed,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    freshId: () => freshIdsFor(store.opened.peek().dataset, randomId)(),
  };
}

/** How many random bytes make an id: two of a billion are the same with a chance of one in two million. */
const ID_BYTES = 10;

const randomId = (): string => `e-${Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** What is known of the file of a story after a change. */
const importedAfter = ({ imported }: Opened, { mends, events }: Change): Opened['imported'] =>
  imported === undefined || mends === undefined
    ? imported
    : { ...imported, account: withMended(imported.account, mends, events.map(({ after, before }) => (after ?? before)?.id ?? '')) };

/** The event that a change is about: the first that comes, the only one that is changed, or the one that is left where events are put together. */
function selectedBy({ deed, events }: Change): string | undefined {
  const came = events.find(({ before }) => before === undefined);
  const [first, second] = came === undefined ? events.filter(({ after }) => after !== undefined) : [came];
  const isAlone = second === undefined && !events.some(({ after }) => after === undefined);
  return came !== undefined || isAlone || deed === 'merge' || deed === 'split' ? first?.after?.id : undefined;
}

/** The view of another dataset: what it selects and chooses is there. */
function viewOf({ dataset }: Opened, view: ViewState, selected: string | undefined): ViewState {
  const kept = selected ?? view.selected;
  return {
    ...view,
    selected: kept !== undefined && rowOf(dataset, kept) !== undefined ? kept : undefined,
    hovered: undefined,
    place: view.place !== undefined && placeOfKey(dataset, view.place) !== undefined ? view.place : undefined,
  };
}

/** The newest steps that have room together. */
function remembered(steps: readonly Step[]): readonly Step[] {
  let weight = 0;
  const oldest = steps.findLastIndex((step, position) => {
    weight += weightOf(step);
    return weight > HISTORY_LIMIT && position < steps.length - 1;
  });
  return steps.slice(oldest + 1);
}

function weightOf(step: Step): number {
  if (step.kind === 'change') return step.change.events.length * 2 * EVENT_WEIGHT;
  const { records, size } = step.before.dataset;
  return records.bytes.length + size * ROW_WEIGHT;
}
