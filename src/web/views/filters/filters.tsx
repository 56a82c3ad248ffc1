import { capitalised } from '../../../core/i18n/describe-event.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { STATUSES, type Status } from '../../../core/model/event.ts';
import { facetTotals } from '../../../core/query/facets.ts';
import type { ViewState } from '../../../core/view/view-state.ts';
import { CategoryGlyph, StatusSymbol } from '../../parts/signs.tsx';
import { storyText } from '../../parts/story-text.ts';
import type { Store } from '../../store/store.ts';
import { Chip } from './chip.tsx';

/** Chips that show or hide categories and statuses, each with the number of events it stands for under all other filters. */
export function Filters({ store }: { readonly store: Store }) {
  const { messages, formats, palette } = store.world.value;
  const { filters } = messages.app;
  const { dataset } = store.opened.value;
  const { story } = dataset;
  const { categoryCounts, statusCounts } = store.visible.value;
  const { hiddenCategories, hiddenStatuses } = store.view.value;
  const statuses = statusesOf(dataset);
  const count = (value: number | undefined): string => formats.number(value ?? 0);

  if (story.categories.length === 0 && statuses.length < 2) return null;

  const setCategories = (hidden: readonly string[]): void => change(store, { hiddenCategories: hidden });
  const setStatuses = (hidden: readonly Status[]): void => change(store, { hiddenStatuses: hidden });

  return (
    <section class="filters" aria-label={filters.label}>
      {story.categories.length > 0 && (
        <ul class="chips" aria-label={filters.categories}>
          {story.categories.map(({ id, name }, position) => (
            <Chip
              key={id}
              name={name}
              count={count(categoryCounts.get(id))}
              isShown={!hiddenCategories.includes(id)}
              hint={filters.onlyThis}
              sign={<CategoryGlyph store={store} position={position} />}
              text={storyText(store)}
              onToggle={(shown) => store.dispatch({ kind: 'show-category', id, shown })}
              onOnly={() => setCategories(onlyOne(story.categories.map((category) => category.id), id, hiddenCategories))}
            />
          ))}
        </ul>
      )}
      {statuses.length > 1 && (
        <ul class="chips chips-status" aria-label={filters.statuses}>
          {statuses.map((status) => (
            <Chip
              key={status}
              name={capitalised(messages.model.status[status], store.world.value)}
              count={count(statusCounts.get(status))}
              isShown={!hiddenStatuses.includes(status)}
              hint={filters.onlyThis}
              sign={<StatusSymbol status={status} colour={palette.second} ground={palette.panel} />}
              onToggle={(shown) => store.dispatch({ kind: 'show-status', status, shown })}
              onOnly={() => setStatuses(onlyOne(statuses, status, hiddenStatuses))}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The statuses that events of a dataset have. */
function statusesOf(dataset: Dataset): readonly Status[] {
  const totals = facetTotals(dataset, 'status');
  return STATUSES.filter((_, code) => (totals[code] ?? 0) > 0);
}

const change = (store: Store, members: Partial<ViewState>): void =>
  store.dispatch({ kind: 'replace', view: { ...store.view.peek(), ...members } });

/** What to hide so that one value alone is shown; nothing when it is shown alone already. */
function onlyOne<T>(all: readonly T[], value: T, hidden: readonly T[]): readonly T[] {
  const others = all.filter((other) => other !== value);
  const isAlone = !hidden.includes(value) && others.every((other) => hidden.includes(other));
  return isAlone ? [] : others;
}
