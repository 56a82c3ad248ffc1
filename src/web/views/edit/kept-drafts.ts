import { keeperOf } from '../../keep/keeping.ts';
import { draftingOf, eventOfForm, formKeyOf } from '../../store/drafting.ts';
import type { Store } from '../../store/store.ts';

/** What stands unsaved in the form of an event, in this page or when the story was last left; `undefined` for nothing. */
export function draftText(store: Store, id: string | undefined): string | undefined {
  const key = formKeyOf(id);
  const { drafts } = draftingOf(store);
  return drafts.value.has(key) ? drafts.value.get(key) : keeperOf(store)?.drafts.value.get(key);
}

/** Keeps what stands in the form of an event, or forgets it. */
export function keepDraft(store: Store, id: string | undefined, text: string | undefined): void {
  if (draftText(store, id) === text) return;
  const { drafts } = draftingOf(store);
  drafts.value = new Map([...drafts.peek(), [formKeyOf(id), text]]);
  keeperOf(store)?.draft(formKeyOf(id), text);
}

/** The events whose forms were left with something unsaved in them; a new event has an empty id. */
export function draftedEvents(store: Store): readonly string[] {
  const { drafts } = draftingOf(store);
  const all = new Map<string, string | undefined>([...(keeperOf(store)?.drafts.value ?? []), ...drafts.value]);
  return [...all].flatMap(([key, text]) => (text === undefined ? [] : (eventOfForm(key) ?? [])));
}
