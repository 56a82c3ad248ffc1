import index from '../../../data/stories/index.json';

const addresses = import.meta.glob<string>('../../../data/stories/*.geojson', { query: '?prepared', import: 'default', eager: true });

/** A story that ships with the page. */
export interface Story {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  /** Where it lies, opened when the page was built, at the page's own origin: see `prepared-stories.ts`. */
  readonly url: string;
}

/** The stories that ship with the page; the first one opens when no other is asked for. */
export const STORIES: readonly Story[] = index.flatMap(({ id, title, file }) => {
  const url = addresses[`../../../data/stories/${file}`];
  return url === undefined ? [] : [{ id, title, fileName: file, url }];
});
