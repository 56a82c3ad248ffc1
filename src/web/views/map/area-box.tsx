import { useEffect, useRef } from 'preact/hooks';
import type { Box } from '../../../core/base/geometry.ts';
import type { Bounds } from '../../../core/geo/coordinates.ts';
import { attachHandle, BOX_PARTS, movedBox, type BoxPart } from '../../gestures/brush-area.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Store } from '../../store/store.ts';
import type { RunningMap } from './start-map.ts';

/** Pixels that an arrow key moves a part of the box; with Shift a tenth of it. */
const STEP = 10;

const ARROWS: ReadonlyMap<string, readonly [dx: number, dy: number]> = new Map([
  ['ArrowLeft', [-STEP, 0]],
  ['ArrowRight', [STEP, 0]],
  ['ArrowUp', [0, -STEP]],
  ['ArrowDown', [0, STEP]],
]);

interface AreaBoxProps {
  readonly store: Store;
  readonly map: RunningMap;
  readonly area: Bounds;
}

/** The box that filters, on the map: its corners and the whole are moved by pointer and keys. */
export function AreaBox({ store, map: { camera, moves }, area }: AreaBoxProps) {
  const { map: words } = store.world.value.messages;
  void moves.value;
  const box = camera.boxOf(area);
  // Moves may follow each other faster than the page is rendered.
  const boxNow = (): Box => {
    const now = store.view.peek().area;
    return now === undefined || now === 'view' ? box : camera.boxOf(now);
  };
  const set = (next: Box): void => store.dispatch({ kind: 'set-area', area: camera.boundsOf(next) });
  return (
    <div
      class="map-area"
      role="group"
      aria-label={words.box}
      style={{ left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` }}
    >
      {BOX_PARTS.map((part) => (
        <Handle key={part} part={part} label={part === 'whole' ? words.moveBox : words.boxCorners[part]} boxNow={boxNow} onMove={set} />
      ))}
      <button type="button" class="map-area-clear" aria-label={words.clearBox} title={words.clearBox} onClick={() => store.dispatch({ kind: 'set-area', area: undefined })}>
        <Icon name="close" />
      </button>
    </div>
  );
}

interface HandleProps {
  readonly part: BoxPart;
  readonly label: string;
  readonly boxNow: () => Box;
  readonly onMove: (box: Box) => void;
}

function Handle({ part, label, boxNow, onMove }: HandleProps) {
  const element = useRef<HTMLButtonElement>(null);
  const now = useRef({ boxNow, onMove });
  now.current = { boxNow, onMove };
  useEffect(() => {
    const handle = element.current;
    if (handle === null) return undefined;
    let held = now.current.boxNow();
    return attachHandle(handle, {
      onStart: () => {
        held = now.current.boxNow();
      },
      onMove: (dx, dy) => now.current.onMove(movedBox(held, part, dx, dy)),
    });
  }, [part]);
  const onKeyDown = (key: KeyboardEvent): void => {
    const arrow = ARROWS.get(key.key);
    if (arrow === undefined || key.ctrlKey || key.metaKey || key.altKey) return;
    key.preventDefault();
    key.stopPropagation();
    const share = key.shiftKey ? 0.1 : 1;
    onMove(movedBox(boxNow(), part, arrow[0] * share, arrow[1] * share));
  };
  return <button type="button" ref={element} class={`map-area-handle map-area-${part}`} aria-label={label} title={label} onKeyDown={onKeyDown} />;
}
