import type { Camera } from './camera.ts';

/** Pixels that an arrow key moves the map. */
const STEP = 80;

/** What keys do while the map itself has the focus. */
const MOVES: ReadonlyMap<string, (camera: Camera) => void> = new Map([
  ['ArrowLeft', (camera: Camera) => camera.panBy({ x: -STEP, y: 0 })],
  ['ArrowRight', (camera: Camera) => camera.panBy({ x: STEP, y: 0 })],
  ['ArrowUp', (camera: Camera) => camera.panBy({ x: 0, y: -STEP })],
  ['ArrowDown', (camera: Camera) => camera.panBy({ x: 0, y: STEP })],
  ['+', (camera: Camera) => camera.zoomBy(1)],
  ['=', (camera: Camera) => camera.zoomBy(1)],
  ['-', (camera: Camera) => camera.zoomBy(-1)],
]);

/** Moves the map by the keys that are pressed on it; they go no further. Returns what stops listening. */
export function attachMapKeys(root: HTMLElement, camera: Camera): () => void {
  const listening = new AbortController();
  root.addEventListener(
    'keydown',
    (key) => {
      if (key.ctrlKey || key.metaKey || key.altKey || key.target !== root) return;
      const move = MOVES.get(key.key);
      if (move === undefined) return;
      key.preventDefault();
      key.stopPropagation();
      move(camera);
    },
    { signal: listening.signal },
  );
  return () => listening.abort();
}
