import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { legendSigns, type LegendEntry } from '../../../core/layout/legend-entries.ts';
import { layoutLegend } from '../../../core/layout/legend.ts';
import type { World } from '../../../core/layout/world.ts';
import { Picture } from '../../parts/picture.tsx';
import type { Store } from '../../store/store.ts';

const LINE = 24;

interface LegendProps {
  readonly store: Store;
  /** Whether it is unfolded at first. */
  readonly isUnfolded: boolean;
}

/** What the signs on map and timeline mean; only those that are on screen. Categories are named by filters and lanes. */
export function Legend({ store, isUnfolded }: LegendProps) {
  const last = useRef<readonly LegendEntry[]>([]);
  const entries = useComputed(() => {
    const next = legendSigns({ visible: store.visible.value, grounds: ['map', 'timeline'], world: store.world.value });
    if (!sameLabels(next, last.current)) last.current = next;
    return last.current;
  }).value;
  const world = store.world.value;
  const { app } = world.messages;
  if (entries.length === 0) return null;
  return (
    <details class="legend" open={isUnfolded}>
      <summary class="legend-summary" aria-label={app.legend}>
        <span class="legend-word">{app.legendShort}</span>
        <span class="caret" aria-hidden="true" />
      </summary>
      <ul class="legend-entries">
        {entries.map((entry) => (
          <li key={entry.label} class="legend-entry">
            <LegendSign entry={entry} world={world} />
            <span>{entry.label}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

const sameLabels = (a: readonly LegendEntry[], b: readonly LegendEntry[]): boolean =>
  a.length === b.length && a.every(({ label }, position) => label === b[position]?.label);

/** The entry's sign alone, as the exported legend draws it. */
function LegendSign({ entry, world }: { readonly entry: LegendEntry; readonly world: World }) {
  const { marks } = layoutLegend([entry], Infinity, world);
  const label = marks.find((mark) => mark.kind === 'text' && mark.role === 'legend');
  const width = label?.kind === 'text' ? Math.ceil(label.x) : LINE;
  return <Picture size={{ width, height: LINE }} marks={marks.filter((mark) => mark !== label)} />;
}
