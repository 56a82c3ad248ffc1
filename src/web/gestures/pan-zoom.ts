import { whileBusy } from '../platform/busy.ts';

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
 * something else and is left alone. Answers from when its code has come, which the first picture does not wait for. Returns what stops listening.
 */
export function attachPanZoom(element: HTMLElement, handlers: PanZoom): () => void {
  let detach: (() => void) | undefined;
  let isWanted = true;
  const attach = async (): Promise<void> => {
    const { attachZoomBehaviour } = await whileBusy(import('./zoom-behaviour.ts'));
    if (isWanted) detach = attachZoomBehaviour(element, handlers);
  };
  // Without a network when the page opens, keys and the overview still move the time window.
  attach().catch(() => undefined);
  return () => {
    isWanted = false;
    detach?.();
  };
}
