import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { Dataset } from '../../../core/model/dataset.ts';
import { eventAt } from '../../../core/model/rows.ts';
import { clocksOf } from '../../../core/time/zone.ts';
import type { Store } from '../../store/store.ts';

/** In so many of a story's events zones are looked for. */
const LOOKED = 300;

/** Whose clocks the time axis shows: UTC, those of this machine, of a zone that the story names, or of any other. */
export function ClockChoice({ store }: { readonly store: Store }) {
  const words = store.world.value.messages.timeline.clocks;
  const id = useId();
  const refused = useSignal<string | undefined>(undefined);
  const { zone } = store.view.value;
  const { dataset } = store.opened.value;
  const zones = useMemo(() => [...new Set(['UTC', new Intl.DateTimeFormat().resolvedOptions().timeZone, ...namedZones(dataset)])], [dataset]);
  const set = (written: string): void => {
    const named = written.trim();
    const known = named === '' ? 'UTC' : canonical(named);
    refused.value = known === undefined ? named : undefined;
    if (known !== undefined) store.dispatch({ kind: 'set-zone', zone: known });
  };
  return (
    <div class="clock-choice">
      <label for={id}>{words.name}</label>
      <input
        id={id}
        type="text"
        list={`${id}-zones`}
        autocomplete="off"
        spellcheck={false}
        value={zone}
        title={words.hint}
        aria-invalid={refused.value !== undefined}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget }) => set(currentTarget.value)}
      />
      <datalist id={`${id}-zones`}>
        {zones.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <p id={`${id}-note`} role={refused.value === undefined ? undefined : 'alert'}>
        {refused.value === undefined ? words.note : words.unknown(refused.value)}
      </p>
    </div>
  );
}

/** The spelling that zones are known by: `Asia/Tehran` for `asia/tehran` and `Asia/Teh ran` for nothing. */
function canonical(written: string): string | undefined {
  const zone = written.replaceAll(/\s+/g, '_');
  return clocksOf(zone) === undefined ? undefined : new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

/** The zones that the first events of a story state. */
function namedZones(dataset: Dataset): readonly string[] {
  const zones = new Set<string>();
  for (let i = 0; i < Math.min(dataset.dated, LOOKED); i += 1) {
    const { zone } = eventAt(dataset, i).when;
    if (zone !== undefined && clocksOf(zone) !== undefined) zones.add(zone);
  }
  return [...zones];
}
