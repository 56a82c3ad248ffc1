import type { Json } from '../model/event.ts';
import type { Story } from '../model/story.ts';
import { instant } from '../time/instant.ts';

/** What a file says about itself, as JSON: Maps as lists of entries, and nothing of what it does not say. */
export type StoryMembers = Readonly<Record<string, Json>>;

/** A story as JSON. */
export function encodeStory({ extra, collectionExtra, ...members }: Story): StoryMembers {
  // The members are plain; what is `undefined` goes as it is written and read.
  return { ...(JSON.parse(JSON.stringify(members)) as StoryMembers), extra: [...extra], collectionExtra: [...collectionExtra] };
}

type Entries = readonly (readonly [string, Json])[];
/** Stories that were kept before there were walks have none. */
type Written = Omit<Story, 'walk' | 'extra' | 'collectionExtra'> & { readonly walk?: Story['walk']; readonly extra: Entries; readonly collectionExtra: Entries };

/** A story from its JSON, as `encodeStory` has written it. */
export function decodeStory(json: StoryMembers): Story {
  const members = json as unknown as Written;
  const { title, deck, language, reportDate, sources, credit, licence, categories, eras, walk = [], extra, collectionExtra } = members;
  return Object.freeze({
    title,
    deck,
    language,
    reportDate: reportDate === undefined ? undefined : { edtf: reportDate.edtf, at: instant(reportDate.at) },
    sources: sources.map(({ publisher, title: name, url, date, locator }) => ({ publisher, title: name, url, date, locator })),
    credit,
    licence,
    categories,
    eras,
    walk,
    extra: new Map(extra),
    collectionExtra: new Map(collectionExtra),
  });
}
