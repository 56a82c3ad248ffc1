import type { TimelineEvent } from '../../model/event.ts';
import type { Category, Story } from '../../model/story.ts';
import { parseEdtf, type Edtf } from '../../time/edtf.ts';
import { edgesOf, textOfParts, type DateParts } from '../edges.ts';
import { BESIDE, besideOf, besideText } from '../event-cells/beside.ts';
import { heldLines } from '../event-cells/held.ts';
import type { EventCell } from '../event-cells/write-cells.ts';
import { inPieces } from '../pieces.ts';
import type { StoryPart } from '../story-part.ts';
import { isWebUrl } from '../xml/words.ts';
import { readBody, readTitle } from './words.ts';

/**
 * Writes a story as a document of markwhen (https://docs.markwhen.com): a header, then an entry for each dated event, its categories as tags, and an estimate
 * tagged `#approximate`. Entries have to have a date, so that undated events are left out. What it has no word for stands in a property
 * `dateline` of the entry.
 */
export function* writeMarkwhen({ story, events }: StoryPart): Generator<string, void, void> {
  yield headOf(story);
  yield* inPieces(entries(story, events()));
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function headOf({ title, deck }: Story): string {
  return ['---', `title: ${oneLine(title)}`, ...(deck === undefined ? [] : [`description: ${oneLine(deck)}`]), '---', ''].join('\n');
}

function* entries({ categories, eras }: Story, events: Iterable<TimelineEvent>): Generator<string, void, void> {
  for (const { name, when } of eras) {
    const edtf = parseEdtf(when);
    const range = edtf.ok ? rangeOf(edtf.value) : undefined;
    if (range !== undefined) yield `\n${range.head}: ${oneLine(name)} #era\n`;
  }
  for (const event of events) {
    const text = entryOf(event, categories);
    if (text !== undefined) yield text;
  }
}

function entryOf(event: TimelineEvent, categories: readonly Category[]): string | undefined {
  const { edtf } = event.when;
  const range = edtf === undefined ? undefined : rangeOf(edtf);
  if (edtf === undefined || range === undefined) return undefined;
  const { approximate, uncertain } = edtf.qualifier;
  const tags = [...event.categories.map((id) => categories.find((category) => category.id === id)?.name ?? id), ...(approximate || uncertain ? ['approximate'] : [])];
  const first = `${oneLine(event.title)}${tags.map((tag) => ` #${tagOf(tag)}`).join('')}`;
  const body = bodyOf(event);
  const held: readonly EventCell[] = [...heldLine(event, first, readBody(body).tags), ...heldBody(event, body)];
  const named = event.places.filter(({ name }) => name !== '');
  const beside = besideOf(event, { when: range.text, places: named.slice(0, 1).map(({ name }) => ({ kind: 'not-stated', name, basis: { kind: 'stated' }, wording: undefined })) }, held);
  const settings = [
    `id: ${oneLine(event.id)}`,
    ...(named[0] === undefined ? [] : [`location: ${oneLine(named[0].name)}`]),
    ...(beside.size === 0 ? [] : [`${BESIDE}: ${besideText(beside)}`]),
  ];
  return `\n${range.head}: ${first}\n${settings.map((line) => `${line}\n`).join('')}${body.map((line) => `${line}\n`).join('')}`;
}

/** A tag is letters, digits, hyphens. */
const tagOf = (name: string): string => {
  const tag = name.replace(/[^\p{L}\p{N}_-]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 80);
  return tag === '' || /^\d+$/.test(tag) ? `_${tag}` : tag;
};

/** The lines under an entry. A line that a reader could take for more than text has a bar before it. */
function bodyOf({ description = '', sources, media }: TimelineEvent): readonly string[] {
  const links = sources.flatMap(({ url, title, publisher }) => (url !== undefined && isWebUrl(url) ? [`[${linkText(title ?? publisher ?? url)}](${linkUrl(url)})`] : []));
  const pictures = media.flatMap(({ url, caption }) => (isWebUrl(url) ? [`![${linkText(caption ?? '')}](${linkUrl(url)})`] : []));
  const words = description === '' ? [] : description.split(/\r\n?|\n/).map((line) => (MAY_BE_MORE.test(line) ? `| ${line}` : line));
  return [...words, ...links, ...pictures];
}

/** A date or a setting before a colon, a heading, a comment, a section, a fence. */
const MAY_BE_MORE = /:|^\s*(?:#|\/\/|-{3}|group\b|section\b|end(?:Group|Section)\b)/i;

const linkText = (text: string): string => oneLine(text).replace(/[[\]]/g, ' ').slice(0, 200);
const linkUrl = (url: string): string => url.replaceAll('(', '%28').replaceAll(')', '%29');

/** What the first line of an entry says in full; `others` are tags that readers find in the lines under it. */
function heldLine(event: TimelineEvent, first: string, others: readonly string[]): readonly EventCell[] {
  const { text, tags: own, isOpen } = readTitle(first);
  const tags = [...own, ...others];
  const isSame = (list: readonly string[]): boolean => list.length === event.categories.length && list.every((tag, position) => tag === event.categories[position]);
  const lines = heldLines(event);
  return [
    ...lines.filter((name) => name === 'id' || (text === event.title && !isOpen && event.title !== '')),
    ...(isSame(tags) && !tags.some((tag) => KINDS.has(tag)) ? (['categories'] as const) : []),
  ];
}

/** Tags that say what an entry is. */
const KINDS: ReadonlySet<string> = new Set(['era', 'milestone', 'approximate']);

function heldBody({ description }: TimelineEvent, body: readonly string[]): readonly EventCell[] {
  const { text, tags } = readBody(body);
  const isPlain = description === undefined || !/[^\P{C}\n\t]/u.test(description);
  return isPlain && (text === '' ? undefined : text) === description && tags.length === 0 && !body.some((line) => line.startsWith('| ')) ? ['description'] : [];
}

interface Range {
  /** What stands before the colon. */
  readonly head: string;
  /** What it is read as, in EDTF. */
  readonly text: string;
}

/** Years that entries may have. */
const MOST_YEARS = 9999;

/** The dates of an entry: `2026-02`, `2026-02-03 / 2026-03`, to `now` never. `undefined` where there is none to write. */
function rangeOf(edtf: Edtf): Range | undefined {
  const { from, to } = edgesOf(edtf);
  const [first, last] = [from ?? to, from === undefined ? undefined : to].map((parts) => (parts === undefined ? undefined : withSeconds(parts)));
  if (first === undefined || [first, last].some((parts) => parts !== undefined && Math.abs(parts.year) > MOST_YEARS)) return undefined;
  const [start, end] = [textOfParts(first), last === undefined ? undefined : textOfParts(last)];
  // The year before the year 1 has a name: its digits alone stand for no date.
  if (end === undefined || end === start) return { head: start === '0000' ? '1 BCE' : start, text: start };
  return { head: `${start} / ${end}`, text: `${start}/${end}` };
}

/** A time of day has seconds: the long form is the one that every program reads. */
const withSeconds = (parts: DateParts): DateParts => (parts.hour === undefined ? parts : { second: 0, ...parts });
