import { clamp } from '../base/geometry.ts';
import { unreachable } from '../base/result.ts';
import type { MapViewport } from '../geo/coordinates.ts';
import type { Status } from '../model/event.ts';
import type { ClauseSource } from '../query/visible.ts';
import type { Interval } from '../time/instant.ts';
import { DIVIDER_LIMITS, type LaneView, type Spacing, type Stage, type Theme, type ViewState } from './view-state.ts';

/** A change of the view that a person, a gesture or a link asks for. */
export type Action =
  | { readonly kind: 'set-window'; readonly window: Interval | undefined }
  | { readonly kind: 'set-map'; readonly map: MapViewport | undefined }
  | { readonly kind: 'select'; readonly id: string | undefined }
  | { readonly kind: 'hover'; readonly id: string | undefined }
  | { readonly kind: 'choose-place'; readonly key: string | undefined }
  | { readonly kind: 'show-category'; readonly id: string; readonly shown: boolean }
  | { readonly kind: 'show-status'; readonly status: Status; readonly shown: boolean }
  | { readonly kind: 'set-text'; readonly text: string }
  | { readonly kind: 'clear-clause'; readonly source: ClauseSource }
  | { readonly kind: 'set-area'; readonly area: ViewState['area'] }
  | { readonly kind: 'set-lanes'; readonly lanes: LaneView }
  | { readonly kind: 'set-zone'; readonly zone: string }
  | { readonly kind: 'set-spacing'; readonly spacing: Spacing }
  | { readonly kind: 'set-theme'; readonly theme: Theme }
  | { readonly kind: 'set-stage'; readonly stage: Stage }
  | { readonly kind: 'set-divider'; readonly divider: number }
  | { readonly kind: 'leave-walk' }
  | { readonly kind: 'replace'; readonly view: ViewState };

const without = <T>(list: readonly T[], value: T): readonly T[] => list.filter((entry) => entry !== value);
const withValue = <T>(list: readonly T[], value: T): readonly T[] => (list.includes(value) ? list : [...list, value]);

/** The view after an action; the very same object when nothing changes. */
export function applyAction(view: ViewState, action: Action): ViewState {
  const next = changed(view, action);
  const keys = Object.keys(next) as (keyof ViewState)[];
  return keys.every((key) => next[key] === view[key]) ? view : next;
}

function changed(view: ViewState, action: Action): ViewState {
  switch (action.kind) {
    case 'set-window':
      return { ...view, window: action.window };
    case 'set-map':
      return { ...view, map: action.map };
    case 'select':
      return { ...view, selected: action.id };
    case 'hover':
      return { ...view, hovered: action.id };
    case 'choose-place':
      return { ...view, place: action.key };
    case 'show-category':
      return {
        ...view,
        hiddenCategories: action.shown ? without(view.hiddenCategories, action.id) : withValue(view.hiddenCategories, action.id),
      };
    case 'show-status':
      return {
        ...view,
        hiddenStatuses: action.shown ? without(view.hiddenStatuses, action.status) : withValue(view.hiddenStatuses, action.status),
      };
    case 'set-text':
      return { ...view, text: action.text };
    case 'clear-clause':
      return withoutClause(view, action.source);
    case 'set-area':
      return { ...view, area: action.area };
    case 'set-lanes':
      return { ...view, lanes: action.lanes };
    case 'set-zone':
      return { ...view, zone: action.zone };
    case 'set-spacing':
      return { ...view, spacing: action.spacing };
    case 'set-theme':
      return { ...view, theme: action.theme };
    case 'set-stage':
      return { ...view, stage: action.stage };
    case 'set-divider':
      return { ...view, divider: clamp(action.divider, DIVIDER_LIMITS.least, DIVIDER_LIMITS.most) };
    case 'leave-walk':
      return { ...view, step: undefined };
    case 'replace':
      return action.view;
    default:
      return unreachable(action);
  }
}

function withoutClause(view: ViewState, source: ClauseSource): ViewState {
  switch (source) {
    case 'time':
      return { ...view, window: undefined };
    case 'category':
      return { ...view, hiddenCategories: [] };
    case 'status':
      return { ...view, hiddenStatuses: [] };
    case 'place':
      return { ...view, place: undefined };
    case 'area':
      return { ...view, area: undefined };
    case 'text':
      return { ...view, text: '' };
    default:
      return unreachable(source);
  }
}
