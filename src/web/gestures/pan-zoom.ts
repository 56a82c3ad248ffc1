import { select, zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from 'd3';
import { frame } from '../platform/frame.ts';
import { boxOf, xIn } from './box.ts';
import { isControl } from './is-control.ts';

/** What a person asks for by dragging, wheel and fingers; pixels from the element's left edge. */
export interface PanZoom {
  readonly onPan: (dx: number) => void;
  /** `factor` above 1 zooms in. */
  readonly onZoom: (x: number, factor: number) => void;
  /** Whether the wheel zooms at this pixel, rather than scrolling what lies around. */
  readonly zoomsAt: (x: number) => boolean;
}

/** A press that moves less than this stays a press. */
const THRESHOLD = 4;
/** How many doublings one pixel of wheel zooms; a notch of most mice is 100 pixels. */
const WHEEL_STEP = 0.0032;
/** A pinch on a trackpad comes as a wheel of few pixels. */
const PINCH_STEP = 0.016;
const LINE_HEIGHT = 16;

/**
 * Listens for panning and zooming along x, by d3-zoom: drag or one finger pans (the page still scrolls vertically), two fingers, the wheel and
 * a pinch on a trackpad zoom around their middle, a sideways wheel pans, a double click or tap zooms in (with Alt out). With Shift held a drag
 * means something else and is left alone. Returns what stops listening.
 */
export function attachPanZoom(element: HTMLElement, { onPan, onZoom, zoomsAt }: PanZoom): () => void {
  const selection = select(element);
  /** How far the gesture has got that is under way, and how much of that has been carried out. */
  let reached: Step | undefined;
  let last = zoomIdentity;
  let isMoving = false;
  const carryOut = (): void => {
    if (reached === undefined) return;
    const { transform, x, isDrag, isOut } = reached;
    reached = undefined;
    const factor = transform.k / last.k;
    const dx = (transform.x - factor * last.x - x * (1 - factor)) / factor;
    last = transform;
    if (isDrag && dx !== 0) onPan(dx);
    if (factor !== 1) onZoom(x, isOut ? 1 / factor : factor);
  };
  const behaviour = zoom<HTMLElement, unknown>()
    .filter((event: MouseEvent | WheelEvent | TouchEvent) => {
      if (event instanceof WheelEvent) return event.ctrlKey || zoomsAt(xIn(element, event));
      const isPlain = !(event instanceof MouseEvent) || (event.button === 0 && !event.ctrlKey && !event.shiftKey);
      return isPlain && !isControl(event.target);
    })
    .wheelDelta((wheel: WheelEvent) => -wheel.deltaY * pixelsIn(wheel, element) * (wheel.ctrlKey ? PINCH_STEP : WHEEL_STEP))
    // Neither is asked for: nothing bounds the transform.
    .extent([[0, 0], [1, 1]])
    .constrain((transform) => transform)
    .clickDistance(THRESHOLD)
    .duration(0)
    .on('start', () => {
      isMoving = false;
    })
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (!isMoving && transform.k === last.k && Math.abs(transform.x - last.x) < THRESHOLD) return;
      isMoving = true;
      // Events that a program makes, as the way back to the identity, mean nothing.
      if (!(sourceEvent instanceof Event)) {
        last = transform;
        return;
      }
      reached = {
        transform,
        x: middleOf(sourceEvent, element),
        isDrag: isDrag(sourceEvent) || reached?.isDrag === true,
        isOut: sourceEvent instanceof MouseEvent && sourceEvent.altKey,
      };
      frame.act(behaviour, carryOut);
    })
    // The time scale keeps the place: each gesture begins at the identity, so that no sum of many can run out of numbers.
    .on('end', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      frame.flush(behaviour);
      if (transform !== zoomIdentity) behaviour.transform(selection, zoomIdentity);
      last = zoomIdentity;
    });

  const listening = new AbortController();
  leaveScrolling(element, listening.signal);
  let sideways = 0;
  element.addEventListener(
    'wheel',
    (wheel) => {
      const isSideways = !wheel.ctrlKey && (wheel.shiftKey || Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY));
      if (!isSideways) return;
      wheel.preventDefault();
      wheel.stopImmediatePropagation();
      sideways -= (wheel.deltaX || wheel.deltaY) * pixelsIn(wheel, element);
      frame.act(listening, () => {
        onPan(sideways);
        sideways = 0;
      });
    },
    { signal: listening.signal, capture: true, passive: false },
  );
  selection.call(behaviour);
  return () => {
    listening.abort();
    selection.on('.zoom', null);
    frame.drop(behaviour);
    frame.drop(listening);
  };
}

/** Where a gesture stands: its transform so far, its middle in pixels, and whether it drags, and zooms out where it would zoom in. */
interface Step {
  readonly transform: ZoomTransform;
  readonly x: number;
  readonly isDrag: boolean;
  readonly isOut: boolean;
}

const isDrag = ({ type }: Event): boolean => type === 'mousemove' || type === 'touchmove';

/** Pixels in the unit in which a wheel counts. */
function pixelsIn({ deltaMode }: WheelEvent, element: HTMLElement): number {
  return deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : deltaMode === WheelEvent.DOM_DELTA_PAGE ? boxOf(element).width : 1;
}

/** The pointer's pixel, or that amid two fingers. */
function middleOf(event: Event, element: HTMLElement): number {
  if (!('touches' in event)) return event instanceof MouseEvent ? xIn(element, event) : 0;
  const { touches, changedTouches } = event as TouchEvent;
  const fingers = [...(touches.length > 0 ? touches : changedTouches)].slice(0, 2);
  return fingers.reduce((sum, finger) => sum + xIn(element, finger), 0) / fingers.length;
}

/** Keeps one finger that sets out vertically from d3, which would hold back the scrolling of the page. */
function leaveScrolling(element: HTMLElement, signal: AbortSignal): void {
  let from: { readonly x: number; readonly y: number } | undefined;
  element.addEventListener(
    'touchstart',
    ({ touches }) => {
      const [finger] = touches;
      from = finger === undefined || touches.length > 1 ? undefined : { x: finger.clientX, y: finger.clientY };
    },
    { signal, capture: true, passive: true },
  );
  element.addEventListener(
    'touchmove',
    (event) => {
      const [finger] = event.touches;
      if (from === undefined || finger === undefined) return;
      if (Math.abs(finger.clientY - from.y) > Math.abs(finger.clientX - from.x)) event.stopImmediatePropagation();
      else from = undefined;
    },
    { signal, capture: true, passive: true },
  );
}
