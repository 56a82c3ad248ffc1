/** What a person asks for by dragging, wheel and fingers; pixels from the element's left edge. */
export interface PanZoom {
  readonly onPan: (dx: number) => void;
  /** `factor` above 1 zooms in. */
  readonly onZoom: (x: number, factor: number) => void;
}

/** A press that moves less than this stays a press. */
const THRESHOLD = 4;
/** How much one pixel of wheel zooms; a notch of most mice is 100 pixels. */
const WHEEL_STEP = 0.0022;
/** A pinch on a trackpad comes as a wheel of few pixels. */
const PINCH_STEP = 0.011;
const LINE_HEIGHT = 16;

/**
 * Listens for panning and zooming along x: drag or one finger pans (the page still scrolls vertically), two fingers, the wheel and a pinch on
 * a trackpad zoom around their middle, a sideways wheel pans, a double click zooms in (with Alt out). With Shift held a drag means something
 * else and is left alone. Returns what stops listening.
 */
export function attachPanZoom(element: HTMLElement, { onPan, onZoom }: PanZoom): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const pressed = new Map<number, number>();
  let pressedAt: number | undefined;
  const xOf = ({ clientX }: { readonly clientX: number }): number => clientX - element.getBoundingClientRect().left;

  element.addEventListener(
    'pointerdown',
    (pointer) => {
      if (pointer.button !== 0 || pointer.shiftKey || isControl(pointer.target)) return;
      pressed.set(pointer.pointerId, xOf(pointer));
      pressedAt = pressed.size === 1 ? xOf(pointer) : undefined;
      if (pressed.size === 2) for (const id of pressed.keys()) element.setPointerCapture(id);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (pointer) => {
      const last = pressed.get(pointer.pointerId);
      if (last === undefined) return;
      const x = xOf(pointer);
      if (pressed.size === 1) {
        if (pressedAt !== undefined && Math.abs(x - pressedAt) < THRESHOLD) return;
        if (pressedAt !== undefined) element.setPointerCapture(pointer.pointerId);
        pressedAt = undefined;
        onPan(x - last);
      } else {
        const other = [...pressed].find(([id]) => id !== pointer.pointerId)?.[1] ?? x;
        // Fingers that meet would zoom without end.
        const [before, after] = [Math.max(Math.abs(last - other), 24), Math.max(Math.abs(x - other), 24)];
        onPan((x - last) / 2);
        onZoom((x + other) / 2, after / before);
      }
      pressed.set(pointer.pointerId, x);
    },
    { signal },
  );
  const release = ({ pointerId }: PointerEvent): void => {
    pressed.delete(pointerId);
  };
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) element.addEventListener(name, release, { signal });
  element.addEventListener(
    'wheel',
    (wheel) => {
      wheel.preventDefault();
      const unit = wheel.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : wheel.deltaMode === WheelEvent.DOM_DELTA_PAGE ? element.clientWidth : 1;
      const sideways = wheel.shiftKey ? wheel.deltaX || wheel.deltaY : wheel.deltaX;
      if (!wheel.ctrlKey && (wheel.shiftKey || Math.abs(wheel.deltaX) > Math.abs(wheel.deltaY))) onPan(-sideways * unit);
      else onZoom(xOf(wheel), Math.exp(-wheel.deltaY * unit * (wheel.ctrlKey ? PINCH_STEP : WHEEL_STEP)));
    },
    { signal, passive: false },
  );
  element.addEventListener(
    'dblclick',
    (click) => {
      if (!isControl(click.target)) onZoom(xOf(click), click.altKey ? 1 / 2 : 2);
    },
    { signal },
  );
  return () => listening.abort();
}

/** Whether a press belongs to a button lying on the element. */
export const isControl = (target: EventTarget | null): boolean => target instanceof Element && target.closest('button, a, input, [role="slider"]') !== null;
