import { startAfterFirstPicture } from '../platform/first-picture.ts';

/** What a person asks for by dragging, wheel and fingers; pixels from the element's left edge. */
export interface PanZoom {
  readonly onPan: (dx: number) => void;
  /** `factor` above 1 zooms in. */
  readonly onZoom: (x: number, factor: number) => void;
  /** Whether the wheel zooms at this pixel, rather than scrolling what lies around. */
  readonly zoomsAt: (x: number) => boolean;
}

/**
 * Listens for panning and zooming along x: drag or one finger pans (the page still scrolls vertically), two fingers, the wheel and a pinch on
 * a trackpad zoom around their middle, a sideways wheel pans, a double click or tap zooms in (with Alt out). With Shift held a drag means
 * something else and is left alone. Answers from when its code has come, which the first picture does not wait for; keys and the overview
 * move the time window before. Returns what stops listening.
 */
export const attachPanZoom = (element: HTMLElement, handlers: PanZoom): (() => void) =>
  startAfterFirstPicture(
    () => import('./zoom-behaviour.ts'),
    ({ attachZoomBehaviour }) => attachZoomBehaviour(element, handlers),
  );
