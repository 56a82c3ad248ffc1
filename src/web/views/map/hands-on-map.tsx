import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Point } from '../../../core/base/geometry.ts';
import type { LngLat } from '../../../core/geo/coordinates.ts';
import { lngLatOf, pointOf, projectionOf } from '../../../core/geo/mercator.ts';
import { decimalsFor, roundedPosition } from '../../../core/geo/position-text.ts';
import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import { attachHandle } from '../../gestures/brush-area.ts';
import { attachHover } from '../../gestures/hover.ts';
import { draftingOf, type PlacesInHand } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';
import type { Camera } from './camera.ts';
import type { RunningMap } from './start-map.ts';

interface HandsOnMapProps {
  readonly store: Store;
  readonly map: RunningMap;
}

/** What a person points out on the map while editing: a position that is sought, and the places of the event in the form, which can be moved. */
export function HandsOnMap({ store, map }: HandsOnMapProps) {
  const drafting = draftingOf(store);
  const isPicking = useComputed(() => drafting.picking.value !== undefined).value;
  const { root, camera } = map;
  useEffect(() => {
    drafting.mapTarget.value = {
      element: root,
      at: (clientX, clientY) => {
        const { left, top } = root.getBoundingClientRect();
        return positionAt(camera, { x: clientX - left, y: clientY - top });
      },
    };
    return () => {
      drafting.mapTarget.value = undefined;
    };
  }, [drafting, root, camera]);
  const inHand = drafting.inHand.value;
  return (
    <>
      {inHand?.places.map(({ position, name, at }) => (
        <PlaceHandle key={position} store={store} map={map} position={position} name={name} at={at} onMove={inHand.onMove} />
      ))}
      {isPicking && <Picker store={store} map={map} />}
    </>
  );
}

/** The position under a pixel of the map's element, with as many decimals as it can tell. */
function positionAt(camera: Camera, point: Point): LngLat {
  const projection = projectionOf(camera.viewport(), camera.size());
  return roundedPosition(lngLatOf(projection, point), decimalsFor(360 / projection.scale));
}

/** Waits for a press on the map, or for Enter, which takes its middle. Escape gives up. The map is moved as always. */
function Picker({ store, map: { root, camera } }: HandsOnMapProps) {
  const { picking } = draftingOf(store);
  const words = editFormMessagesOf(store.world.value.messages).place;
  useEffect(() => {
    root.classList.add('is-picking');
    root.focus({ preventScroll: true });
    root.scrollIntoView({ block: 'nearest' });
    const pick = (point: Point): void => picking.peek()?.onPick(positionAt(camera, point));
    const stopPresses = attachHover(root, { onMove: () => undefined, onLeave: () => undefined, onPress: (x, y) => pick({ x, y }) });
    const onKey = (key: KeyboardEvent): void => {
      if (key.key === 'Escape') picking.peek()?.onCancel();
      else if (key.key === 'Enter' && key.target === root) pick({ x: camera.size().width / 2, y: camera.size().height / 2 });
      else return;
      key.preventDefault();
      key.stopPropagation();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => {
      root.classList.remove('is-picking');
      stopPresses();
      document.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [root, camera, picking]);
  return (
    <>
      <span class="map-crosshair" aria-hidden="true" />
      <p class="map-picking" role="status">
        <strong>{words.picking(picking.value?.name ?? '')}</strong> {words.pickingKeys}
      </p>
    </>
  );
}

interface PlaceHandleProps extends HandsOnMapProps {
  readonly position: number;
  readonly name: string;
  readonly at: LngLat;
  readonly onMove: PlacesInHand['onMove'];
}

/** Pixels that an arrow key moves a place; with Shift ten times as many. */
const STEP = 2;

const ARROWS: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -STEP, y: 0 }],
  ['ArrowRight', { x: STEP, y: 0 }],
  ['ArrowUp', { x: 0, y: -STEP }],
  ['ArrowDown', { x: 0, y: STEP }],
]);

/** A place of the event in the form, on the map: it is dragged, or moved by arrow keys. */
function PlaceHandle({ store, map: { camera, moves }, position, name, at, onMove }: PlaceHandleProps) {
  const words = editFormMessagesOf(store.world.value.messages).place;
  const handle = useRef<HTMLButtonElement>(null);
  void moves.value;
  const here = pointOf(projectionOf(camera.viewport(), camera.size()), at);
  const now = useRef({ here, position, onMove });
  now.current = { here, position, onMove };
  const moveTo = (point: Point): void => now.current.onMove(now.current.position, positionAt(camera, point));
  useEffect(() => {
    if (handle.current === null) return undefined;
    let from = now.current.here;
    return attachHandle(handle.current, {
      onStart: () => {
        from = now.current.here;
      },
      onMove: (dx, dy) => moveTo({ x: from.x + dx, y: from.y + dy }),
    });
  }, [camera]);
  const onKeyDown = (key: KeyboardEvent): void => {
    const arrow = ARROWS.get(key.key);
    if (arrow === undefined || key.ctrlKey || key.metaKey || key.altKey) return;
    key.preventDefault();
    key.stopPropagation();
    const times = key.shiftKey ? 10 : 1;
    moveTo({ x: here.x + arrow.x * times, y: here.y + arrow.y * times });
  };
  return (
    <button
      ref={handle}
      type="button"
      class="map-place-handle"
      aria-label={words.move(name)}
      title={words.move(name)}
      style={{ left: `${here.x}px`, top: `${here.y}px` }}
      onKeyDown={onKeyDown}
    />
  );
}
