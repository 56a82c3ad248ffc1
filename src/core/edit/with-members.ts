import { sameJson } from '../formats/same-json.ts';
import { EVENT_MEMBERS, FEATURE_MEMBERS, STORY_MEMBERS } from '../formats/serialize-dateline.ts';
import { buildEvent } from '../model/build-event.ts';
import { buildStory } from '../model/build-story.ts';
import type { Json, TimelineEvent, When } from '../model/event.ts';
import type { Story } from '../model/story.ts';
import { inZone } from '../time/edtf-zone.ts';
import { parseEdtf, type Edtf } from '../time/edtf.ts';

/** Members of an event that a person can change. */
export type EventMembers = Partial<Omit<TimelineEvent, 'id'>>;

/** Members of a story that a person can change. */
export type StoryMembers = Partial<Story>;

/** An event with other members. What was kept of their place in the file is let go, so that what is saved is what they say now. */
export function withMembers(event: TimelineEvent, members: EventMembers & { readonly id?: string }): TimelineEvent {
  const changed = { ...event, ...members, ...(members.when === undefined ? {} : { when: inItsZone(members.when) }) };
  return buildEvent({
    ...changed,
    extra: stillTrue(changed.extra, EVENT_MEMBERS, event, changed),
    featureExtra: stillTrue(changed.featureExtra, FEATURE_MEMBERS, event, changed),
  });
}

/** A story with other members, by the same rule. */
export function withStoryMembers(story: Story, members: StoryMembers): Story {
  const changed = { ...story, ...members };
  return buildStory({ ...changed, extra: stillTrue(changed.extra, STORY_MEMBERS, story, changed) });
}

type Writers<T> = ReadonlyMap<string, (value: T) => Json | undefined>;

/** What was kept of members that are written as before. */
function stillTrue<T>(kept: ReadonlyMap<string, Json>, writers: Writers<T>, before: T, after: T): ReadonlyMap<string, Json> {
  const holds = [...kept].filter(([name]) => {
    const write = writers.get(name);
    return write === undefined || sameJson(write(before) ?? null, write(after) ?? null);
  });
  return holds.length === kept.size ? kept : new Map(holds);
}

/** A time whose bounds are those of its zone, whatever zone it was read in before. */
function inItsZone(when: When): When {
  const { edtf, zone } = when;
  return edtf === undefined ? when : { ...when, edtf: zone === 'local' ? readAgain(edtf) : inZone(readAgain(edtf), zone) };
}

function readAgain({ text }: Edtf): Edtf {
  const edtf = parseEdtf(text);
  if (!edtf.ok) throw new Error(`a date that cannot be read: ${JSON.stringify(text)}`);
  return edtf.value;
}
