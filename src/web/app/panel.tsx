import { useEffect, useRef } from 'preact/hooks';
import { mendedIn } from '../../core/model/mended.ts';
import { switchTheme } from '../commands/switch-theme.ts';
import type { CommandContext } from '../commands/command.ts';
import { fetched, prefetchAtRest } from '../parts/fetched.tsx';
import { walkingOf } from '../store/walking.ts';
import { EditLayer } from '../views/edit/edit-layer.tsx';
import { Filters } from '../views/filters/filters.tsx';
import { EventList } from '../views/list/event-list.tsx';
import { useFollowSelection } from '../views/list/follow-selection.ts';
import { Trays } from '../views/list/trays.tsx';
import { WalkBar } from '../views/walk/walk-bar.tsx';
import type { PageState } from './page-state.ts';

const WALK = fetched(() => import('../views/walk/walk-view.tsx').then(({ WalkView }) => WalkView));

interface PanelProps {
  readonly context: CommandContext;
  readonly page: PageState;
  readonly onOpenFile: () => void;
}

/** The side of the page that is read: filters, the list, and at the foot what has no place or no date; or the walk through the story. */
export function Panel({ context, page, onOpenFile }: PanelProps) {
  const { store } = context;
  const panel = useRef<HTMLElement>(null);
  useFollowSelection(store, panel);
  const { messages, palette } = store.world.value;
  const { app } = messages;
  const walking = walkingOf(store);
  const hasWalk = walking.isOpen.value;
  useEffect(() => (walking.count.value > 0 ? prefetchAtRest([WALK]) : undefined), [walking.count.value > 0]);
  return (
    <section ref={panel} class="panel" aria-label={app.events} tabIndex={-1}>
      {hasWalk ? (
        <WALK.Show
          context={context}
          onFail={() => {
            walking.leave();
            page.alert.value = app.failed.part;
          }}
        />
      ) : (
        <Events context={context} page={page} onOpenFile={onOpenFile} />
      )}
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

/** All events: what to show of them, the list, and what stands in none of the views. */
function Events({ context: { store }, page, onOpenFile }: PanelProps) {
  const { messages, formats } = store.world.value;
  const { app } = messages;
  const { issues, imported, dataset } = store.opened.value;
  const left = issues.length - (imported === undefined ? 0 : mendedIn(imported.account, dataset));
  const notEvents = imported?.account.notEvents.length ?? 0;
  return (
    <>
      <WalkBar store={store} />
      <Filters store={store} />
      {left + notEvents > 0 && (
        <p class="issues-line">
          <span>
            {left > 0
              ? app.issues.count(left, formats.number(left))
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
    </>
  );
}
