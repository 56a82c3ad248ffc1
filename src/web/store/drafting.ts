import { batch, signal, type Signal } from '@preact/signals';
import type { LngLat } from '../../core/geo/coordinates.ts';
import type { Instant } from '../../core/time/instant.ts';
import { editingOf } from './history.ts';
import type { Store } from './store.ts';

/** The form of an event that a person has asked for. */
export interface FormRequest {
  /** The event to change; `undefined` for a new one. */
  readonly id: string | undefined;
  /** What a new event begins with: EDTF text and the clocks that it is of, or the middle of what the timeline shows; and a position. */
  readonly when?: { readonly edtf: string; readonly zone: string } | 'window' | undefined;
  readonly at?: LngLat | undefined;
  /** The part that the keyboard focus goes to; the title when left out. */
  readonly part?: 'when' | 'places' | undefined;
}

/** Somebody waits for a position to be pointed out on the map. */
export interface Picking {
  /** What is sought, for the sentence over the map. */
  readonly name: string;
  readonly onPick: (at: LngLat) => void;
  readonly onCancel: () => void;
}

/** The places of the event in the form, to be moved on the map. */
export interface PlacesInHand {
  /** Each with its position in the form's list. */
  readonly places: readonly { readonly position: number; readonly name: string; readonly at: LngLat }[];
  readonly onMove: (position: number, at: LngLat) => void;
}

/** What the timeline answers about its pixels. */
export interface TimeTarget {
  readonly element: HTMLElement;
  /** A place on the axis, as a pixel of the window, and how long the picture is there for each pixel; `undefined` beside the axis. */
  readonly at: (clientX: number) => { readonly at: Instant; readonly msPerPixel: number } | undefined;
}

/** What the map answers about its pixels, and how many degrees one is. */
export interface MapTarget {
  readonly element: HTMLElement;
  readonly at: (clientX: number, clientY: number) => LngLat;
}

/** What a person has in hand of the open story before it is a change of it. */
export interface Drafting {
  readonly form: Signal<FormRequest | undefined>;
  /** What stands unsaved in the forms of this page, by their keys, also when they are closed; `undefined` for one that was saved or thrown away. */
  readonly drafts: Signal<ReadonlyMap<string, string | undefined>>;
  readonly picking: Signal<Picking | undefined>;
  readonly inHand: Signal<PlacesInHand | undefined>;
  /** Ids of the events chosen for one change of all of them, and whether a press on a card chooses it. */
  readonly chosen: Signal<ReadonlySet<string>>;
  readonly isChoosing: Signal<boolean>;
  /** Whether categories and eras are being arranged. */
  readonly isArranging: Signal<boolean>;
  /** How often a hand has changed the story on timeline or map, where nothing else tells that it did. */
  readonly deeds: Signal<number>;
  /** Where things can be put by hand, as long as those views are on the page. */
  readonly timeTarget: Signal<TimeTarget | undefined>;
  readonly mapTarget: Signal<MapTarget | undefined>;
}

const known = new WeakMap<Store, Drafting>();

/** What is in hand of the story of a store; nothing of it when another story is opened. */
export function draftingOf(store: Store): Drafting {
  const found = known.get(store);
  if (found !== undefined) return found;
  const made: Drafting = {
    form: signal(undefined),
    drafts: signal(new Map()),
    picking: signal(undefined),
    inHand: signal(undefined),
    chosen: signal(new Set()),
    isChoosing: signal(false),
    isArranging: signal(false),
    deeds: signal(0),
    timeTarget: signal(undefined),
    mapTarget: signal(undefined),
  };
  known.set(store, made);
  const editing = editingOf(store);
  editing.onChange((change) => {
    if (change === 'replaced' && editing.lastDeed.peek() === undefined) putDown(made);
  });
  return made;
}

function putDown({ form, drafts, picking, inHand, chosen, isChoosing, isArranging }: Drafting): void {
  batch(() => {
    form.value = undefined;
    drafts.value = new Map();
    picking.value = undefined;
    inHand.value = undefined;
    chosen.value = new Set();
    isChoosing.value = false;
    isArranging.value = false;
  });
}

/** What a form is kept by: the form of an event, or of a new one. */
export const formKeyOf = (id: string | undefined): string => `${FORMS}${id ?? ''}`;

/** The event of a form by its key, empty for a new one; `undefined` for the key of another form. */
export const eventOfForm = (key: string): string | undefined => (key.startsWith(FORMS) ? key.slice(FORMS.length) : undefined);

const FORMS = 'event:';
