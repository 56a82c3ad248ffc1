import { fetched } from '../../parts/fetched.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Store } from '../../store/store.ts';
import { PanelButton } from './panel-button.tsx';

const PANEL = fetched(() => import('./lanes-panel.tsx').then(({ LanesPanel }) => LanesPanel));

interface LanesButtonProps {
  readonly store: Store;
  /** Height of a lane on the page in pixels, by its key; `undefined` for one that does not show. */
  readonly heightOf: (key: string) => number | undefined;
}

/** The button that opens what lanes there are and whose clocks are shown. */
export function LanesButton({ store, heightOf }: LanesButtonProps) {
  const words = store.world.value.messages.timeline.lanes;
  return (
    <PanelButton panel={PANEL} given={{ store, heightOf }} label={words.button} name={words.name} failed={words.failed}>
      <Icon name="lanes" />
    </PanelButton>
  );
}
