import type { Store } from '../store/store.ts';

/** The members of an element whose text is the story's own. */
export interface StoryText {
  readonly dir: 'auto';
  readonly lang: string;
}

/** Has an element's text read from the side it is written from, and spoken in the story's language. */
export function storyText(store: Store): StoryText {
  const { language } = store.opened.value.dataset.story;
  // Empty says that the language is not known: the page's own would be wrong.
  return { dir: 'auto', lang: language === 'und' ? '' : language };
}
