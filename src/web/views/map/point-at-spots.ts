import type { MapSpot } from '../../../core/layout/map-spots.ts';
import { eventAt } from '../../../core/model/rows.ts';
import { hitTest } from '../../../core/scene/hit-test.ts';
import { attachHover } from '../../gestures/hover.ts';
import { focusedBeside } from '../../platform/focused.ts';
import type { Store } from '../../store/store.ts';
import type { Camera } from './camera.ts';
import type { Layers } from './layers.ts';

/** A second press within so many milliseconds is a double click, which zooms. */
const DOUBLE_MS = 350;

/** Points at signs and presses them; `onPress` is told the sign, or that there was none. Returns what stops listening. */
export function pointAtSpots(root: HTMLElement, store: Store, camera: Camera, layers: Layers, onPress: (spot: MapSpot | undefined) => void): () => void {
  let isHovering = false;
  let pressedAt = -Infinity;

  const spotAt = (x: number, y: number, tolerance: number): MapSpot | undefined => {
    const layout = layers.layout.peek();
    const scene = layers.scene.peek();
    if (layout === undefined || scene === undefined) return undefined;
    const at = camera.inFrame({ x, y }, layout.input);
    const hit = hitTest(scene, at.x, at.y, tolerance);
    return hit?.key === undefined ? undefined : layout.spotOf.get(hit.key);
  };
  const hover = (spot: MapSpot | undefined): void => {
    layers.pointed.value = spot?.key;
    root.classList.toggle('on-place', spot !== undefined);
    const first = spot && layers.layout.peek()?.gathering.firstOf(spot);
    const id = first === undefined ? undefined : eventAt(store.opened.peek().dataset, first).id;
    if (id === undefined && !isHovering) return;
    isHovering = id !== undefined;
    store.dispatch({ kind: 'hover', id });
  };

  const stop = attachHover(root, {
    onMove: (x, y, tolerance) => hover(spotAt(x, y, tolerance)),
    onLeave: () => hover(undefined),
    onPress: (x, y, tolerance) => {
      const now = performance.now();
      const isSecond = now - pressedAt < DOUBLE_MS;
      pressedAt = now;
      if (!isSecond) onPress(spotAt(x, y, tolerance));
    },
  });
  // Focus stays where the keys are: a press on the map does not take the arrow keys from the story.
  const keepFocus = (pointer: MouseEvent): void => {
    pointer.preventDefault();
    const focused = focusedBeside(root);
    if (focused instanceof HTMLElement) focused.blur();
  };
  root.addEventListener('mousedown', keepFocus);
  return () => {
    stop();
    root.removeEventListener('mousedown', keepFocus);
  };
}
