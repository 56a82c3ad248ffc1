import { useId } from 'preact/hooks';
import { PLAYBACK_KINDS, PLAYBACK_SPEEDS } from '../../../core/view/playback.ts';
import type { Player } from '../../playback/player.ts';
import type { Store } from '../../store/store.ts';

/** How the story plays: event by event or by a moving window, how fast, and whether it begins anew at the end. */
export function PlayPanel({ store, player }: { readonly store: Store; readonly player: Player }) {
  const { formats, messages } = store.world.value;
  const words = messages.timeline.playback;
  const id = useId();
  const { kind, speed, isLooped } = player.playback.value;
  return (
    <div class="play-panel">
      <fieldset>
        <legend>{words.kind}</legend>
        {PLAYBACK_KINDS.map((choice) => (
          <label key={choice}>
            <input type="radio" name={`${id}-kind`} checked={choice === kind} onChange={() => player.set({ kind: choice })} />
            <span>
              {words.kinds[choice]}
              <small>{words.hints[choice]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="play-speeds">
        <legend>{words.speed}</legend>
        {PLAYBACK_SPEEDS.map((choice) => (
          <label key={choice}>
            <input type="radio" name={`${id}-speed`} checked={choice === speed} onChange={() => player.set({ speed: choice })} />
            <span>{words.times(formats.number(choice))}</span>
          </label>
        ))}
      </fieldset>
      <label>
        <input type="checkbox" checked={isLooped} onChange={({ currentTarget }) => player.set({ isLooped: currentTarget.checked })} />
        <span>{words.loop}</span>
      </label>
    </div>
  );
}
