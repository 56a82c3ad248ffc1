import { useComputed } from '@preact/signals';
import { capitalised } from '../../../core/i18n/describe-event.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { STATUSES, type Status } from '../../../core/model/event.ts';
import { categoryCountsOf, categorySetCounts, countedInAll, facetCounts } from '../../../core/query/countings.ts';
import type { ViewState } from '../../../core/view/view-state.ts';
import { CategoryGlyph, StatusSymbol } from '../../parts/signs.tsx';
import { storyText } from '../../parts/story-text.ts';
import type { Store } from '../../store/store.ts';
import { AreaChip } from './area-chip.tsx';
import { Chip } from './chip.tsx';

/** Chips that show or hide categories and statuses, each with the number of events it stands for under all other filters. */
export function Filters({ store }: { readonly store: Store }) {
  const { messages, palette } = store.world.value;
  const { filters } = messages;
  const totals = useComputed(() => totalsOf(store.opened.value.dataset)).value;
  const hiddenCategories = useComputed(() => store.view.value.hiddenCategories).value;
  const hiddenStatuses = useComputed(() => store.view.value.hiddenStatuses).value;
  const isByArea = useComputed(() => store.view.value.area !== undefined).value;
  const { categories } = store.opened.value.dataset.story;
  const statuses = STATUSES.filter((status) => (totals.statuses.get(status) ?? 0) > 0);
  const written = (count: number | undefined): string => store.world.value.formats.number(count ?? 0);

  if (categories.length === 0 && statuses.length < 2 && !isByArea) return null;

  const setCategories = (hidden: readonly string[]): void => change(store, { hiddenCategories: hidden });
  const setStatuses = (hidden: readonly Status[]): void => change(store, { hiddenStatuses: hidden });

  return (
    <section class="filters" aria-label={filters.label}>
      {categories.length > 0 && (
        <ul class="chips" aria-label={filters.categories}>
          {categories.map(({ id, name }, position) => (
            <Chip
              key={id}
              name={name}
              count={() => written(store.visible.value.categoryCounts.get(id))}
              longest={written(totals.categories.get(id)).length}
              isShown={!hiddenCategories.includes(id)}
              hint={filters.onlyThis}
              sign={<CategoryGlyph store={store} position={position} />}
              text={storyText(store)}
              onToggle={(shown) => store.dispatch({ kind: 'show-category', id, shown })}
              onOnly={() => setCategories(onlyOne(categories.map((category) => category.id), id, hiddenCategories))}
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
              count={() => written(store.visible.value.statusCounts.get(status))}
              longest={written(totals.statuses.get(status)).length}
              isShown={!hiddenStatuses.includes(status)}
              hint={filters.onlyThis}
              sign={<StatusSymbol status={status} colour={palette.second} ground={palette.panel} />}
              onToggle={(shown) => store.dispatch({ kind: 'show-status', status, shown })}
              onOnly={() => setStatuses(onlyOne(statuses, status, hiddenStatuses))}
            />
          ))}
        </ul>
      )}
      <AreaChip store={store} />
    </section>
  );
}

/** How many events of a dataset have each category and status, whatever is filtered. */
function totalsOf(dataset: Dataset): { readonly categories: ReadonlyMap<string, number>; readonly statuses: ReadonlyMap<Status, number> } {
  const byStatus = countedInAll(dataset, facetCounts('status'));
  return {
    categories: categoryCountsOf(dataset, countedInAll(dataset, categorySetCounts)),
    statuses: new Map(STATUSES.map((status, code) => [status, byStatus[code] ?? 0])),
  };
}

const change = (store: Store, members: Partial<ViewState>): void =>
  store.dispatch({ kind: 'replace', view: { ...store.view.peek(), ...members } });

/** What to hide so that one value alone is shown; nothing when it is shown alone already. */
function onlyOne<T>(all: readonly T[], value: T, hidden: readonly T[]): readonly T[] {
  const others = all.filter((other) => other !== value);
  const isAlone = !hidden.includes(value) && others.every((other) => hidden.includes(other));
  return isAlone ? [] : others;
}
