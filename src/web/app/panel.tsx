import { useRef } from 'preact/hooks';
import { switchTheme } from '../commands/switch-theme.ts';
import type { CommandContext } from '../commands/command.ts';
import { EditLayer } from '../views/edit/edit-layer.tsx';
import { Filters } from '../views/filters/filters.tsx';
import { EventList } from '../views/list/event-list.tsx';
import { useFollowSelection } from '../views/list/follow-selection.ts';
import { Trays } from '../views/list/trays.tsx';
import type { PageState } from './page-state.ts';

interface PanelProps {
  readonly context: CommandContext;
  readonly page: PageState;
  readonly onOpenFile: () => void;
}

/** The side of the page that is read: filters, the list, and at the foot what has no place or no date. */
export function Panel({ context, page, onOpenFile }: PanelProps) {
  const { store } = context;
  const panel = useRef<HTMLElement>(null);
  useFollowSelection(store, panel);
  const { messages, formats, palette } = store.world.value;
  const { app } = messages;
  const { issues, imported } = store.opened.value;
  const notEvents = imported?.account.notEvents.length ?? 0;
  return (
    <section ref={panel} class="panel" aria-label={app.events} tabIndex={-1}>
      <Filters store={store} />
      {issues.length + notEvents > 0 && (
        <p class="issues-line">
          <span>
            {issues.length > 0
              ? app.issues.count(issues.length, formats.number(issues.length))
              : app.issues.notEvents(notEvents, formats.number(notEvents))}
          </span>
          <button
            type="button"
            class="link-button"
            onClick={() => {
              page.dialog.value = 'issues';
            }}
          >
            {app.show}
          </button>
        </p>
      )}
      <div class="panel-list">
        <EventList store={store} onOpenFile={onOpenFile} />
      </div>
      <Trays store={store} />
      <EditLayer
        context={context}
        onFail={() => {
          page.alert.value = app.failed.part;
        }}
      />
      <footer class="panel-foot">
        <button type="button" class="foot-button" onClick={context.showKeys}>
          {app.keys.button}
        </button>
        <button type="button" class="foot-button" onClick={() => switchTheme.run(context)}>
          {palette.theme === 'light' ? app.theme.toDark : app.theme.toLight}
        </button>
      </footer>
    </section>
  );
}
