import { editFormMessagesOf } from '../../../core/i18n/edit-form-messages.ts';
import type { Store } from '../../store/store.ts';
import { EntryList } from './entry-list.tsx';
import type { EventDraft, FormProblem } from './event-draft.ts';
import { TextField } from './fields.tsx';
import { RelationFields } from './relation-fields.tsx';

interface MoreFieldsProps {
  readonly store: Store;
  readonly id: string | undefined;
  readonly draft: EventDraft;
  readonly problems: readonly FormProblem[];
  readonly onChange: (change: (now: EventDraft) => Partial<EventDraft>) => void;
}

/** What most events do without: other titles, who was involved, sources, media, ties, and columns of the story's own. */
export function MoreFields({ store, id, draft, problems, onChange }: MoreFieldsProps) {
  const words = editFormMessagesOf(store.world.value.messages);
  const { sources, media, extra } = words;
  const isWrong = (part: FormProblem['part'], at: number, field?: string): boolean =>
    problems.some((problem) => problem.part === part && 'position' in problem && problem.position === at && (!('field' in problem) || problem.field === field));
  const isUsed = draft.sources.length + draft.media.length + draft.relations.length + draft.extra.length > 0 || draft.actors !== '' || draft.shortTitle !== '';
  return (
    <details class="edit-more edit-rest" open={isUsed}>
      <summary>{words.form.more}</summary>
      <TextField label={words.shortTitle} value={draft.shortTitle} placeholder={words.shortTitleHint} onWrite={(shortTitle) => onChange(() => ({ shortTitle }))} />
      <TextField label={words.actors} value={draft.actors} hint={words.actorsHint} onWrite={(actors) => onChange(() => ({ actors }))} />
      <EntryList
        name={sources.name}
        entries={draft.sources}
        addLabel={sources.add}
        removeLabel={() => sources.remove}
        empty={{ publisher: '', title: '', url: '', date: '', locator: '' }}
        onChange={(change) => onChange((now) => ({ sources: change(now.sources) }))}
      >
        {(source, at, set) => (
          <>
            <div class="edit-pair">
              <TextField label={sources.publisher} value={source.publisher} onWrite={(publisher) => set({ publisher })} />
              <TextField label={sources.date} value={source.date} problem={isWrong('source', at, 'date') ? words.when.problems.unreadable : undefined} onWrite={(date) => set({ date })} />
            </div>
            <TextField label={sources.title} value={source.title} onWrite={(title) => set({ title })} />
            <div class="edit-pair">
              <TextField label={sources.url} value={source.url} mode="url" problem={isWrong('source', at, 'url') ? words.linkUnsafe : undefined} onWrite={(url) => set({ url })} />
              <TextField label={sources.locator} value={source.locator} onWrite={(locator) => set({ locator })} />
            </div>
          </>
        )}
      </EntryList>
      <EntryList
        name={media.name}
        entries={draft.media}
        addLabel={media.add}
        removeLabel={() => media.remove}
        empty={{ url: '', caption: '', credit: '' }}
        onChange={(change) => onChange((now) => ({ media: change(now.media) }))}
      >
        {(one, at, set) => (
          <>
            <TextField label={media.url} value={one.url} mode="url" problem={isWrong('media', at) ? words.linkUnsafe : undefined} onWrite={(url) => set({ url })} />
            <div class="edit-pair">
              <TextField label={media.caption} value={one.caption} onWrite={(caption) => set({ caption })} />
              <TextField label={media.credit} value={one.credit} onWrite={(credit) => set({ credit })} />
            </div>
          </>
        )}
      </EntryList>
      <RelationFields store={store} id={id} relations={draft.relations} onChange={(change) => onChange((now) => ({ relations: change(now.relations) }))} />
      <EntryList
        name={extra.name}
        entries={draft.extra}
        addLabel={extra.add}
        removeLabel={({ name }) => extra.remove(name)}
        empty={{ name: '', value: '' }}
        onChange={(change) => onChange((now) => ({ extra: change(now.extra) }))}
      >
        {(column, at, set) => (
          <div class="edit-pair">
            <TextField label={extra.key} value={column.name} problem={isWrong('extra', at) ? extra.twice : undefined} onWrite={(name) => set({ name })} />
            <TextField label={extra.value} value={column.value} onWrite={(value) => set({ value })} />
          </div>
        )}
      </EntryList>
    </details>
  );
}
