import { boxOf } from './box.ts';

/** Zooming around a pixel of an element by so many doublings. */
export type WheelZoom = (x: number, y: number, levels: number) => void;

/** How many doublings one pixel of wheel zooms; a notch of most mice is 100 pixels. */
const WHEEL_STEP = 1 / 160;
/** A pinch on a trackpad comes as a wheel of few pixels. */
const PINCH_STEP = 1 / 60;
const LINE_HEIGHT = 20;

/** Listens for the wheel, a pinch on a trackpad and double clicks (with Shift out again). Returns what stops listening. */
export function attachWheelZoom(element: HTMLElement, onZoom: WheelZoom): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const zoomAt = ({ clientX, clientY }: MouseEvent, levels: number): void => {
    const { left, top } = boxOf(element);
    onZoom(clientX - left, clientY - top, levels);
  };
  element.addEventListener(
    'wheel',
    (wheel) => {
      wheel.preventDefault();
      zoomAt(wheel, -wheel.deltaY * pixelsIn(wheel, element) * (wheel.ctrlKey ? PINCH_STEP : WHEEL_STEP));
    },
    { signal, passive: false },
  );
  element.addEventListener(
    'dblclick',
    (click) => {
      click.preventDefault();
      zoomAt(click, click.shiftKey ? -1 : 1);
    },
    { signal },
  );
  return () => listening.abort();
}

/** Pixels in the unit in which a wheel counts. */
function pixelsIn({ deltaMode }: WheelEvent, element: HTMLElement): number {
  return deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : deltaMode === WheelEvent.DOM_DELTA_PAGE ? element.clientHeight : 1;
}
