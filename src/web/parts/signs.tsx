import type { EventNumber, Status } from '../../core/model/event.ts';
import { categoryAt, statusAt } from '../../core/model/rows.ts';
import { categoryColour } from '../../core/scene/palette.ts';
import type { Colour, Mark } from '../../core/scene/scene.ts';
import type { Store } from '../store/store.ts';
import { Picture } from './picture.tsx';

const SIGN = { width: 18, height: 18 };
const GLYPH = { width: 12, height: 12 };
const HATCH = { width: 16, height: 12 };

interface SignOfEvent {
  readonly store: Store;
  readonly i: EventNumber;
}

const colourOf = ({ store, i }: SignOfEvent): Colour =>
  categoryColour(store.world.value.palette, categoryAt(store.opened.value.dataset, i));

/** The sign of an event: its status in the colour of its category. */
export function StatusSign({ store, i }: SignOfEvent) {
  const status = statusAt(store.opened.value.dataset, i);
  return <StatusSymbol status={status} colour={colourOf({ store, i })} ground={store.world.value.palette.panel} />;
}

interface StatusSymbolProps {
  readonly status: Status;
  readonly colour: Colour;
  readonly ground: Colour;
}

/** The sign of a status. */
export function StatusSymbol({ status, colour, ground }: StatusSymbolProps) {
  const radius = status === 'confirmed' ? 5.5 : 6.5;
  return <Picture class="sign" size={SIGN} marks={[{ kind: 'symbol', symbol: status, x: 9, y: 9, radius, colour, ground }]} />;
}

/** The small shape of a category; `position` is its place in the story's list. */
export function CategoryGlyph({ store, position }: { readonly store: Store; readonly position: number }) {
  const fill = categoryColour(store.world.value.palette, position);
  return <Picture class="glyph" size={GLYPH} marks={[{ kind: 'glyph', shape: position, x: 6, y: 6, radius: 5, fill }]} />;
}

/** A small hatched field: a country or region stands in for the place. */
export function HatchSign({ store, i }: SignOfEvent) {
  const colour = colourOf({ store, i });
  const lines = [-8, -3, 2, 7, 12].map(
    (x): Mark => ({ kind: 'line', x1: x, y1: 11, x2: x + 10, y2: 1, stroke: { colour: `${colour}99`, width: 1 } }),
  );
  return (
    <Picture
      class="hatch"
      size={HATCH}
      marks={[
        { kind: 'group', marks: lines, clip: { x: 1, y: 1.5, width: 14, height: 9 } },
        { kind: 'rect', x: 1, y: 1.5, width: 14, height: 9, radius: 2, stroke: { colour, width: 1, dash: [2, 1.5] } },
      ]}
    />
  );
}
