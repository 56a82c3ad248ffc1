import type { Answers } from '../answers.ts';
import { isObject, type Members } from '../dateline-file.ts';
import type { Entry } from '../entry.ts';
import type { JsonCut } from '../json-cut.ts';
import { entryOf, eventEntry, jsonReader, scalarText, taking, type Taking } from '../json-entries.ts';
import { plainText } from '../plain-text.ts';
import { whenBetween, type Stated } from '../xml/dates.ts';

/** Reads items: backgrounds are eras, all others events, whose lane is their group. Numbers are milliseconds since 1970; ends are inclusive. */
export const readVis = jsonReader(['items', 'groups', '', 'items.*', 'data'], (cut, answers) => ({ entries: entriesOf(cut, answers) }));

function* entriesOf({ lists }: JsonCut, answers: Answers): Iterable<Entry> {
  const groups = new Map<string, string>();
  for (const { path, records } of lists) {
    if (path !== 'groups') continue;
    for (const { json } of records()) {
      if (!isObject(json)) continue;
      const [id, content] = [scalarText(json['id']), scalarText(json['content'])];
      if (id !== undefined && content !== undefined) groups.set(id, plainText(content).text.trim());
    }
  }
  for (const { path, records } of lists) {
    for (const record of records()) {
      yield entryOf(record, (members): Entry => (path === 'groups' ? { kind: 'not-event', line: record.line, what: 'group' } : item(record.line, members, groups, answers)));
    }
  }
}

function item(line: number, members: Members, groups: ReadonlyMap<string, string>, { zone, order }: Answers): Entry {
  const record = taking(members);
  const content = record.words('content');
  const tooltip = record.words('title');
  const when = whenBetween(dateAt(record, 'start'), dateAt(record, 'end'), { zone, order }, record.tell);
  const [title = '', ...rest] = (content ?? tooltip ?? '').split('\n');
  if (members['type'] === 'background') {
    const eras = when.edtf === undefined || title === '' ? [] : [{ name: title, when: when.edtf.text }];
    return { kind: 'not-event', line, what: 'era', story: { eras }, findings: record.findings };
  }
  if (TYPES.has(scalarText(members['type']) ?? '')) record.take('type');
  const group = record.text('group');
  const description = [record.words('description'), rest.join('\n').trim(), content === undefined ? undefined : tooltip].filter((text) => text !== undefined && text !== '' && text !== title);
  return eventEntry(line, record, {
    id: record.text('id'),
    title,
    description: description.length === 0 ? undefined : description.join('\n\n'),
    when,
    categories: group === undefined ? [] : [groups.get(group) ?? group],
  });
}

/** How an item looks, which nothing else is said by. */
const TYPES: ReadonlySet<string> = new Set(['box', 'point', 'range']);

/** A date of an item; one that was written by Moment.js or a database holds its text within. */
function dateAt(record: Taking, name: string): Stated | undefined {
  const value = record.members[name];
  if (!isObject(value)) return record.date(name);
  const inner = record.within(name);
  return inner.date('$date') ?? inner.date('date') ?? inner.date('_i');
}
