import type { Json, TimelineEvent } from '../../model/event.ts';
import type { Category, Story } from '../../model/story.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import { edgesOf, textOfEdges, type DateParts, type Edges } from '../edges.ts';
import { BESIDE, besideJson, besideOf } from '../event-cells/beside.ts';
import { heldByOne, heldLines, wordsOfHtml } from '../event-cells/held.ts';
import { inPieces } from '../pieces.ts';
import type { StoryPart } from '../story-part.ts';

/** Says a time in words, for people. */
export type SayWhen = (event: TimelineEvent) => string;

/** Years up to here are counted as historians do; see `dateOfParts`. */
const HISTORICAL = 9999;

/** The parts of a date as TimelineJS has them: 1 BCE is the year −1, as far back as years are counted so. */
export function partsForTimelinejs({ year, month, day, hour, minute, second }: DateParts, historical = HISTORICAL): { readonly [part: string]: number } {
  const parts = { year: year <= 0 && year >= -historical ? year - 1 : year, month, day, hour, minute, second };
  return Object.fromEntries(Object.entries(parts).filter((entry): entry is [string, number] => entry[1] !== undefined));
}

/** Where a slide begins and ends, its times of no zone: one without a beginning has none but its end. */
export function slideEdges(edtf: Edtf): { readonly from: DateParts; readonly to: DateParts | undefined } | undefined {
  const [from, to] = [edgesOf(edtf).from, edgesOf(edtf).to].map((parts): DateParts | undefined => parts && { ...parts, zone: '' });
  if (from === undefined) return to === undefined ? undefined : { from: to, to: undefined };
  return { from, to };
}

/** Whether the date is all that a reader would see: nothing about it is an estimate, open or wider than its unit. */
export const isPlainDate = ({ when: { edtf, wording } }: TimelineEvent, edges: Edges): boolean => wording === undefined && edtf?.text === textOfEdges(edges);

/**
 * Writes a story as JSON of TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html). Its slides have to have a date, so that undated
 * events are left out. What it has no member for stands in members `dateline`, which it passes over.
 */
export function* writeTimelinejs({ story, events }: StoryPart, say: SayWhen): Generator<string, void, void> {
  const title = story.title === '' && story.deck === undefined ? undefined : { text: { headline: story.title, ...(story.deck === undefined ? {} : { text: htmlOf(story.deck) }) } };
  const eras = story.eras.flatMap(({ name, when }) => eraOf(name, when));
  const head: readonly (readonly [string, Json | undefined])[] = [['title', title], ['eras', eras.length === 0 ? undefined : eras]];
  const lines = head.filter(([, value]) => value !== undefined).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  yield `{\n${lines.join('')}  "events": [`;
  yield* inPieces(slideLines(events(), story, say));
  yield '\n  ]\n}\n';
}

function* slideLines(events: Iterable<TimelineEvent>, story: Story, say: SayWhen): Generator<string, void, void> {
  let separator = '\n';
  for (const event of events) {
    const slide = slideOf(event, story.categories, say);
    if (slide === undefined) continue;
    yield `${separator}    ${JSON.stringify(slide)}`;
    separator = ',\n';
  }
}

function slideOf(event: TimelineEvent, categories: readonly Category[], say: SayWhen): Json | undefined {
  const { edtf } = event.when;
  const edges = edtf === undefined ? undefined : slideEdges(edtf);
  if (edges === undefined) return undefined;
  const { from, to } = edges;
  const [medium] = event.media;
  const [category] = event.categories;
  const held = [...heldLines(event), ...heldByOne(event, categories, event.description === undefined ? undefined : wordsOfHtml(htmlOf(event.description)))];
  const members: readonly (readonly [string, Json | undefined])[] = [
    ['unique_id', event.id],
    ['start_date', partsForTimelinejs(from)],
    ['end_date', to === undefined ? undefined : partsForTimelinejs(to)],
    ['display_date', isPlainDate(event, edges) ? undefined : say(event)],
    ['group', category === undefined ? undefined : nameOf(category, categories)],
    ['text', { headline: htmlOf(event.title), ...(event.description === undefined ? {} : { text: htmlOf(event.description) }) }],
    ['media', medium === undefined ? undefined : mediaOf(medium)],
    [BESIDE, besideJson(besideOf(event, { when: textOfEdges(edges), places: [] }, held))],
  ];
  return Object.fromEntries(members.filter((member): member is readonly [string, Json] => member[1] !== undefined));
}

function mediaOf({ url, caption, credit }: TimelineEvent['media'][number]): Json {
  return { url, ...(caption === undefined ? {} : { caption: htmlOf(caption) }), ...(credit === undefined ? {} : { credit: htmlOf(credit) }) };
}

/** What a category is called. */
export const nameOf = (id: string, categories: readonly Category[]): string => categories.find((category) => category.id === id)?.name ?? id;

/** Plain text as HTML, which is what TimelineJS takes its texts for. */
export const htmlOf = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\r?\n/g, '<br>');

function eraOf(name: string, when: string): readonly Json[] {
  const edtf = parseEdtf(when);
  const edges = edtf.ok ? slideEdges(edtf.value) : undefined;
  if (edges === undefined) return [];
  const end = edges.to ?? edges.from;
  return [{ start_date: partsForTimelinejs(edges.from), end_date: partsForTimelinejs(end), text: { headline: htmlOf(name) } }];
}
