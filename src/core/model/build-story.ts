import type { Story } from './story.ts';

const NOTHING_MORE: Story = {
  title: '',
  deck: undefined,
  language: 'und',
  reportDate: undefined,
  sources: [],
  credit: undefined,
  licence: undefined,
  categories: [],
  eras: [],
  walk: [],
  extra: new Map(),
  collectionExtra: new Map(),
};

/** Makes a story from what a file says about itself; the rest is empty. */
export function buildStory(members: Partial<Story>): Story {
  return Object.freeze({ ...NOTHING_MORE, ...members });
}
