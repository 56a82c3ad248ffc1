import type { DateOrder } from '../../time/date-habits.ts';
import { closesSection, sectionOf } from './beginning.ts';
import { readHead, type Head } from './head.ts';

/** A name and a value, as they stand in the header, under a section or under an event. */
export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** A section, with those that it stands in. */
export interface Section {
  readonly line: number;
  readonly name: string;
  readonly depth: number | undefined;
  readonly settings: Setting[];
  readonly parent: Section | undefined;
}

/** What stands in a document, in order. */
export type Block =
  | { readonly kind: 'comment'; readonly line: number }
  | { readonly kind: 'section'; readonly line: number; readonly section: Section }
  | EventBlock;

/** An event, with the lines that follow it. */
export interface EventBlock {
  readonly kind: 'event';
  readonly line: number;
  readonly head: Head;
  readonly settings: readonly Setting[];
  readonly body: readonly string[];
  readonly section: Section | undefined;
}

/** A document cut into what it is made of. */
export interface Outline {
  readonly header: readonly Setting[];
  readonly blocks: readonly Block[];
}

const SETTING = /^\s*([A-Za-z#)][\w .#-]{0,60}?)\s*:(?:\s+(.*))?$/;

/** Cuts a document: the header, then sections, and events with the lines that follow them. */
export function outlineOf(text: string): Outline {
  const lines = text.split(/\r?\n|\r/);
  const { header, next } = headerOf(lines);
  const order = orderIn(header);
  const blocks: Block[] = [];
  let section: Section | undefined;
  for (let at = next; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const opened = sectionOf(line);
    if (/^\s*\/\//.test(line)) {
      blocks.push({ kind: 'comment', line: at + 1 });
    } else if (closesSection(line)) {
      section = section?.parent;
    } else if (opened !== undefined) {
      section = { line: at + 1, ...opened, settings: [], parent: parentFor(opened.depth, section) };
      at = takeSettings(lines, at + 1, section.settings, order) - 1;
      blocks.push({ kind: 'section', line: section.line, section });
    } else {
      const head = readHead(line, order);
      if (head === undefined) continue;
      const settings: Setting[] = [];
      const begin = takeSettings(lines, at + 1, settings, order);
      let end = begin;
      while (end < lines.length && !endsBody(lines[end] ?? '', order)) end += 1;
      blocks.push({ kind: 'event', line: at + 1, head, settings, body: lines.slice(begin, end), section });
      at = end - 1;
    }
  }
  return { header, blocks };
}

/** A heading closes those as deep as itself; sections of the former kind stand within each other until they are closed. */
function parentFor(depth: number | undefined, current: Section | undefined): Section | undefined {
  let parent = current;
  if (depth !== undefined) while (parent?.depth !== undefined && parent.depth >= depth) ({ parent } = parent);
  return parent !== undefined && nesting(parent) >= DEEPEST ? undefined : parent;
}

/** How deeply sections may stand within each other. */
const DEEPEST = 32;

function nesting(section: Section): number {
  let [depth, parent] = [1, section.parent];
  while (parent !== undefined) [depth, parent] = [depth + 1, parent.parent];
  return depth;
}

const endsBody = (line: string, order: DateOrder): boolean =>
  /^\s*\/\//.test(line) || sectionOf(line) !== undefined || closesSection(line) || readHead(line, order) !== undefined;

/** Takes the names and values that stand right under a line; returns where they end. */
function takeSettings(lines: readonly string[], from: number, settings: Setting[], order: DateOrder): number {
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const match = endsBody(line, order) ? null : SETTING.exec(line);
    if (match === null) break;
    settings.push({ name: match[1] ?? '', value: match[2]?.trim() ?? '' });
  }
  return at;
}

/** The lines before the first event or section, between fences of hyphens, before one, or without. */
function headerOf(lines: readonly string[]): { readonly header: readonly Setting[]; readonly next: number } {
  const header: { name: string; value: string }[] = [];
  let fenced = false;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^\s*-{3,}\s*$/.test(line)) {
      fenced = !fenced && header.length === 0;
      if (!fenced) return { header, next: at + 1 };
      continue;
    }
    if (!fenced && (sectionOf(line) !== undefined || readHead(line, 'month-first') !== undefined)) break;
    if (/^\s*\/\//.test(line)) {
      if (!fenced && header.length === 0) break;
      continue;
    }
    const match = /^\s/.test(line) ? null : SETTING.exec(line);
    const last = header.at(-1);
    if (match !== null) header.push({ name: match[1] ?? '', value: match[2]?.trim() ?? '' });
    else if (line.trim() !== '' && last !== undefined) last.value += `${last.value === '' ? '' : '\n'}${line.trim()}`;
  }
  return { header, next: at };
}

/** The order of day and month, which a header states as `dateFormat: d/M/y`. */
function orderIn(header: readonly Setting[]): DateOrder {
  const format = valueOf(header, 'dateFormat') ?? '';
  return /(?:^|["'\s])d{1,2}[/.-]M/.test(format) ? 'day-first' : 'month-first';
}

/** The last value of a name, without quotation marks around it. */
export function valueOf(settings: readonly Setting[], ...names: readonly string[]): string | undefined {
  const found = settings.findLast(({ name }) => names.includes(name.toLowerCase()) || names.includes(name));
  const value = found?.value.replace(/^(["'])(.*)\1$/s, '$2').trim();
  return value === '' ? undefined : value;
}
