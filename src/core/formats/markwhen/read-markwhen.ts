import { err, ok, type Result } from '../../base/result.ts';
import type { Steps } from '../../base/steps.ts';
import { decodeUtf8 } from '../../base/utf8.ts';
import { UNDATED } from '../../model/build-event.ts';
import type { Draft } from '../../model/draft.ts';
import type { Json, Place, When } from '../../model/event.ts';
import type { Issue } from '../../model/issue.ts';
import type { Story } from '../../model/story.ts';
import { civilOf } from '../../time/calendar.ts';
import { parseEdtf } from '../../time/edtf.ts';
import { inZone } from '../../time/edtf-zone.ts';
import { clocksOf } from '../../time/zone.ts';
import type { Answers } from '../answers.ts';
import type { Entry, Finding } from '../entry.ts';
import type { Parsed, Source } from '../format.ts';
import { BESIDE, readBesideText, withBeside } from '../event-cells/beside.ts';
import { findingOf } from '../xml/dates.ts';
import { namedPlace, positionIn } from '../xml/positions.ts';
import { finestOf, moved, repeated } from './amounts.ts';
import { outlineOf, valueOf, type Block, type EventBlock, type Section, type Setting } from './outline.ts';
import { movedReach, resolveAll, textOfReach, type Dated, type Reach, type Resolved } from './resolve.ts';
import { readBody, readTitle } from './words.ts';

/** Text of more bytes than this does not fit into one string of every engine. */
const LONGEST_TEXT = 2 ** 29 - 24;

/** Most times that one event is shown, the years that an endless repetition is followed, and most additional times of a file. */
const [MOST_TIMES, LONGEST_YEARS, MOST_REPEATED] = [1000, 100, 100_000];

/**
 * Reads a document of markwhen: each event is a record, and each of its times where it repeats; sections and comments are records that
 * are no
 * events. Events that are counted from others are put where they come to lie; the end of a counted time is not part of it, unlike that of
 * a written one.
 */
export function* readMarkwhen({ bytes }: Source, { zone }: Answers): Steps<number, Result<Parsed, Issue>> {
  if (bytes.length > LONGEST_TEXT) return err({ code: 'file-too-large', severity: 'error', place: {}, parameters: { limit: '500 MB' } });
  const { header, blocks } = outlineOf(decodeUtf8(bytes).replace(/^\uFEFF/, ''));
  yield 0.5;
  const events = blocks.filter((block) => block.kind === 'event');
  const dated = events.map((event): Dated => ({ head: event.head, id: idOf(event) }));
  const resolved = resolveAll(dated);
  const entries = entriesOf(blocks, resolved, valueOf(header, 'timezone', 'tz') ?? zone);
  return ok({ kind: 'entries', entries, questions: [], issues: [], story: storyOf(header) });
}

/** What the header says of the whole; what of it has no place in a story is kept as it stands. */
function storyOf(header: readonly Setting[]): Partial<Story> {
  const others = header.filter(({ name }) => !['title', 'description'].includes(name)).map(({ name, value }) => `${name}: ${value}`);
  return {
    title: valueOf(header, 'title') ?? '',
    deck: valueOf(header, 'description'),
    ...(others.length === 0 ? {} : { extra: new Map([['markwhenHeader', others]]) }),
  };
}

/** The id of an event: a setting of its own, or in the former way within its first line. */
const idOf = ({ settings, head }: EventBlock): string | undefined =>
  valueOf(settings, 'id') ?? /(?:^|\s)!([\w-]{1,100})(?=\s|$)/.exec(head.rest)?.[1];

function* entriesOf(blocks: readonly Block[], resolved: readonly Resolved[], zone: string | undefined): Generator<Entry> {
  let position = 0;
  let additional = 0;
  for (const block of blocks) {
    switch (block.kind) {
      case 'comment':
        yield { kind: 'not-event', line: block.line, what: 'comment' };
        break;
      case 'section':
        yield { kind: 'not-event', line: block.line, what: 'group' };
        break;
      default: {
        const found = resolved[position] ?? { kind: 'unread' as const };
        position += 1;
        for (const entry of entriesOfEvent(block, found, zone, MOST_REPEATED - additional)) {
          yield entry;
          additional += 1;
        }
        additional -= 1;
      }
    }
  }
}

function* entriesOfEvent(block: EventBlock, found: Resolved, zone: string | undefined, left: number): Generator<Entry> {
  const findings: Finding[] = [];
  const tell = (finding: Finding): void => {
    findings.push(finding);
  };
  const reach = reachIn(block, found, tell);
  const clocks = reach === undefined || !hasClock(textOfReach(reach, '')) ? NO_CLOCKS : clocksOfEvent(block, zone, tell);
  const { line, head } = block;
  const { draft, isEra } = draftOf(block, tell);
  const read = reach === undefined ? UNDATED : whenOf(reach, clocks);
  const when = found.kind === 'reach' ? read : { ...read, wording: head.text };
  if (isEra && when.edtf !== undefined) {
    yield { kind: 'not-event', line, what: 'era', story: { eras: [{ name: draft.title ?? '', when: when.edtf.text }] }, findings };
    return;
  }
  const others = reach === undefined ? [] : repetitionsOf(block, reach, left, tell);
  yield { kind: 'event', line, draft: withBeside({ ...draft, when }, readBesideText(valueOf(block.settings, BESIDE))), findings };
  for (const other of others) {
    const again = whenOf(other, clocks);
    const id = draft.id === undefined ? undefined : `${draft.id} ${again.edtf?.text ?? ''}`;
    yield { kind: 'event', line, draft: { ...draft, id, when: again }, findings: [] };
  }
}

/** The reach of an event; what is wrong with its date is told. */
function reachIn({ head }: EventBlock, found: Resolved, tell: (finding: Finding) => void): Reach | undefined {
  switch (found.kind) {
    case 'reach':
      return found.reach;
    case 'backwards':
      tell({ code: 'end-before-start', value: head.text, parameters: { start: textOfReach(found.reach, '') } });
      return found.reach;
    case 'unknown-id':
      tell({ code: 'reference-unknown', value: found.id });
      return undefined;
    case 'cycle':
      tell({ code: 'reference-cycle', value: head.text });
      return undefined;
    default: {
      const fault = [head.from, head.to].find((side) => side?.kind === 'unreadable');
      tell(fault?.kind === 'unreadable' ? findingOf(fault.error, { text: head.text, column: '' }) : { code: 'date-unreadable', value: head.text });
      return undefined;
    }
  }
}

/** The other times of an event that repeats. */
function repetitionsOf({ head }: EventBlock, reach: Reach, left: number, tell: (finding: Finding) => void): readonly Reach[] {
  const { repetition } = head;
  if (repetition === undefined) return [];
  if (repetition === 'unread') {
    tell({ code: 'recurrence-unread', value: head.every });
    return [];
  }
  const { step, times, length, until } = repetition;
  const end = until ?? (length === undefined ? undefined : moved(reach.from, length));
  const isEndless = times === undefined && end === undefined;
  const grain = finestOf([step]);
  const others: Reach[] = [];
  for (let k = 1; k !== times; k += 1) {
    const next = movedReach(reach, (at) => repeated(at, { ...step, count: step.count * k }), grain);
    if (Number.isNaN(next.from) || Number.isNaN(next.to) || (end !== undefined && next.from >= end)) break;
    if (k >= MOST_TIMES || k > left || (isEndless && civilOf(next.from).year >= civilOf(reach.from).year + LONGEST_YEARS)) {
      tell({ code: 'recurrence-capped', value: head.every, parameters: { shown: k } });
      break;
    }
    others.push(next);
  }
  return others;
}

/** The clocks that the times of an event are shown by. */
interface EventClocks {
  readonly zone: string | undefined;
  readonly offset: string;
}

const NO_CLOCKS: EventClocks = { zone: undefined, offset: '' };

/** Whether some time of day in a date states no zone. */
const hasClock = (text: string): boolean => /T[\d:.]+(?:\/|$)/.test(text);

/** The zone of an event, of its section, or of the document: a name, or how many hours it is ahead. */
function clocksOfEvent({ settings, section }: EventBlock, document: string | undefined, tell: (finding: Finding) => void): EventClocks {
  const setting = valueOf(settings, 'timezone', 'tz') ?? zoneOfSection(section) ?? document;
  if (setting === undefined) return NO_CLOCKS;
  // Start and end may be on different clocks; those of the start are shown.
  const stated = /^\{\s*(?:from|start)\s*:\s*["']?([^,}"']{1,60}?)["']?\s*[,}]/i.exec(setting)?.[1] ?? setting;
  const offset = /^(?:UTC|GMT)?\s*([+-]?)(\d{1,2})(?::?(\d{2}))?$/i.exec(stated);
  if (offset !== null) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3] ?? 0)];
    if (hours <= (offset[1] === '-' ? 12 : 14) && minutes < 60) {
      if (hours === 0 && minutes === 0) return { zone: undefined, offset: 'Z' };
      return { zone: undefined, offset: `${offset[1] === '-' ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` };
    }
  } else if (/^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/.test(stated) && clocksOf(stated) !== undefined) {
    return { zone: stated, offset: '' };
  }
  tell({ code: 'zone-unknown', value: stated });
  return NO_CLOCKS;
}

function zoneOfSection(section: Section | undefined): string | undefined {
  for (let at = section; at !== undefined; at = at.parent) {
    const zone = valueOf(at.settings, 'timezone', 'tz');
    if (zone !== undefined) return zone;
  }
  return undefined;
}

function whenOf(reach: Reach, { zone, offset }: EventClocks): When {
  const edtf = parseEdtf(textOfReach(reach, offset));
  if (!edtf.ok) return { ...UNDATED, wording: textOfReach(reach, offset) };
  return zone === undefined ? { ...UNDATED, edtf: edtf.value } : { ...UNDATED, edtf: inZone(edtf.value, zone), zone };
}

/** Settings of an event that a draft takes up. */
const TAKEN: ReadonlySet<string> = new Set(['id', 'timezone', 'tz', 'location', 'locations', BESIDE]);

function draftOf(block: EventBlock, tell: (finding: Finding) => void): { readonly draft: Draft; readonly isEra: boolean } {
  const title = readTitle(block.head.rest);
  const body = readBody(block.body);
  const extra = new Map<string, Json>();
  for (const { name, value } of block.settings) if (!TAKEN.has(name.toLowerCase())) extra.set(name, value);
  for (const url of [...title.refused, ...body.refused]) tell({ code: 'url-refused', value: url });
  const places = [valueOf(block.settings, 'location'), ...listed(valueOf(block.settings, 'locations')), ...title.places, ...body.places];
  const tags = [...title.tags, ...body.tags];
  const kinds = new Set(['era', 'milestone']);
  if (tags.includes('milestone')) extra.set('milestone', true);
  const draft: Draft = {
    id: idOf(block),
    title: title.text,
    description: body.text === '' ? undefined : body.text,
    places: [...new Set(places)].flatMap((place) => (place === undefined || place === '' ? [] : [placeOf(place, tell)])),
    categories: [...new Set([...sectionNames(block.section), ...tags.filter((tag) => !kinds.has(tag))])],
    status: title.isOpen ? 'planned' : 'confirmed',
    sources: [...title.sources, ...body.sources],
    media: [...title.media, ...body.media],
    extra,
  };
  return { draft, isEra: tags.includes('era') };
}

/** The names of the sections that an event stands in, the outermost first, without their tags. */
function sectionNames(section: Section | undefined): readonly string[] {
  const names: string[] = [];
  for (let at = section; at !== undefined; at = at.parent) names.unshift(sectionName(at.name));
  return names.filter((name) => name !== '');
}

function sectionName(name: string): string {
  const { text, tags } = readTitle(name.replace(/\s*:\s*(?=#)/g, ' ').replace(/:\s*$/, ''));
  return text.replace(/^(["'])(.*)\1$/, '$2').trim() || (tags[0] ?? '');
}

/** The entries of a list such as `[Rome, "Milan"]`, or under each other with hyphens. */
const listed = (value: string | undefined): readonly string[] =>
  (value ?? '').replace(/^\[|\]$/g, '').split(/,|\n-\s/).map((entry) => entry.trim().replace(/^-\s+/, '').replace(/^(["'])(.*)\1$/, '$2'));

/** A place by its name, or by its position where two numbers stand for it. */
function placeOf(text: string, tell: (finding: Finding) => void): Place {
  const numbers = /^(-?\d{1,2}(?:\.\d{1,20})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,20})?)$/.exec(text);
  const at = numbers === null ? undefined : positionIn(numbers[2], numbers[1], 'location', tell);
  return at === undefined ? namedPlace(text) : { kind: 'exact', at, name: '', basis: { kind: 'stated' }, wording: undefined };
}
