import { useComputed } from '@preact/signals';
import { layoutLegend, legendEntries, type LegendEntry } from '../../../core/layout/legend.ts';
import type { World } from '../../../core/layout/world.ts';
import { Picture } from '../../parts/picture.tsx';
import type { Store } from '../../store/store.ts';

const LINE = 24;

/** What the signs on map and timeline mean; only those that are on screen. Categories are named by the filters and the lanes. */
export function Legend({ store }: { readonly store: Store }) {
  const entries = useComputed(() =>
    legendEntries({
      dataset: store.opened.value.dataset,
      visible: store.visible.value,
      grounds: ['map', 'timeline'],
      world: store.world.value,
    }).filter(({ kind }) => kind !== 'category'),
  ).value;
  const world = store.world.value;
  if (entries.length === 0) return null;
  return (
    <ul class="legend" aria-label={world.messages.app.legend}>
      {entries.map((entry) => (
        <li key={entry.label} class="legend-entry">
          <LegendSign entry={entry} world={world} />
          <span>{entry.label}</span>
        </li>
      ))}
    </ul>
  );
}

/** The entry's sign alone, as the exported legend draws it. */
function LegendSign({ entry, world }: { readonly entry: LegendEntry; readonly world: World }) {
  const { marks } = layoutLegend([entry], Infinity, world);
  const label = marks.find((mark) => mark.kind === 'text' && mark.role === 'legend');
  const width = label?.kind === 'text' ? Math.ceil(label.x) : LINE;
  return <Picture size={{ width, height: LINE }} marks={marks.filter((mark) => mark !== label)} />;
}
