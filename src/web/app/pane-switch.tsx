import type { Messages } from '../../core/i18n/messages.ts';
import type { PageState } from './page-state.ts';

const PANES = ['list', 'timeline'] as const;

/** Where there is room for one of them only: what stands under the map, the list or the timeline. */
export function PaneSwitch({ page, messages }: { readonly page: PageState; readonly messages: Messages }) {
  return (
    <fieldset class="pane-switch">
      <legend class="for-screen-readers">{messages.app.panes}</legend>
      {PANES.map((pane) => (
        <button
          key={pane}
          type="button"
          class="pane-button"
          aria-pressed={page.pane.value === pane}
          onClick={() => {
            page.pane.value = pane;
          }}
        >
          {messages.app[pane]}
        </button>
      ))}
    </fieldset>
  );
}
