import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { changeOf } from '../../../../src/core/edit/change-of.ts';
import type { Change } from '../../../../src/core/edit/change.ts';
import { locatedChange } from '../../../../src/core/edit/located-change.ts';
import { dateline } from '../../../../src/core/formats/dateline.ts';
import { crcOf, sumOf, sumOfText } from '../../../../src/core/keep/checksum.ts';
import { chainOf, draftsAfter, readLine, writeLine, type Entry } from '../../../../src/core/keep/journal.ts';
import { encodeChange } from '../../../../src/core/keep/kept-change.ts';
import { replayed } from '../../../../src/core/keep/replay.ts';
import { sealed, unsealed } from '../../../../src/core/keep/sealed.ts';
import { decodeStory, encodeStory } from '../../../../src/core/keep/story-members.ts';
import { buildDataset } from '../../../../src/core/model/build-dataset.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import type { Json } from '../../../../src/core/model/event.ts';
import { patchDataset } from '../../../../src/core/model/patch-dataset.ts';
import { eventAt } from '../../../../src/core/model/rows.ts';
import { instant } from '../../../../src/core/time/instant.ts';
import { arbitraryEvents } from '../../../support/arbitrary-event.ts';
import { datasetOf } from '../../../support/dataset.ts';

const ABOUT = { title: 'A story', events: 3, changed: 1_750_000_000_000 };

describe('a checksum', () => {
  it('is the CRC-32 of RFC 1952, whose check value is CBF43926', () => {
    expect(sumOf(crcOf(encodeUtf8('123456789')))).toBe('cbf43926');
    expect(sumOfText('')).toBe('00000000');
  });

  it('of bytes in pieces is that of all of them', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(crcOf(b, crcOf(a))).toBe(crcOf(Uint8Array.from([...a, ...b])));
      }),
    );
  });
});

describe('a sealed line', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as Json;
        const { line, sum } = sealed(json);
        expect(line).not.toContain('\n');
        expect(unsealed(line)).toEqual({ value: json, sum });
      }),
    );
  });

  it('is not read when it is torn anywhere', () => {
    const { line } = sealed({ title: 'تهران “quoted”', of: '}' });
    for (let length = 0; length < line.length; length += 1) expect(unsealed(line.slice(0, length))).toBeUndefined();
  });

  it('is not read when a letter of it is another one', () => {
    const { line } = sealed({ title: 'Two days in May', count: 12 });
    fc.assert(
      fc.property(fc.nat(line.length - 1), fc.constantFrom('a', '0', '"', '}'), (at, letter) => {
        fc.pre(line[at] !== letter);
        expect(unsealed(line.slice(0, at) + letter + line.slice(at + 1))).toBeUndefined();
      }),
    );
  });
});

/** Lines of a journal, each with an entry that renames the story. */
function linesOf(titles: readonly string[], end = 'start', from = 1): readonly string[] {
  let after = end;
  return titles.map((title, position) => {
    const { line, sum } = writeLine({ seq: from + position, after, about: ABOUT, entry: { kind: 'rename', title } });
    after = sum;
    return line;
  });
}

const titlesIn = (lines: readonly string[], end = 'start'): readonly string[] =>
  chainOf(lines, end).map(({ entry }) => (entry.kind === 'rename' ? entry.title : entry.kind));

describe('a journal', () => {
  it('is read in the order of writing, however its copies are mixed', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.infiniteStream(fc.nat()), (titles, dice) => {
        const lines = linesOf(titles);
        const mixed = [...lines, ...lines].sort(() => ((dice.next().value ?? 0) % 3) - 1);
        expect(titlesIn(mixed)).toEqual(titles);
      }),
    );
  });

  it('ends at the last whole line before a gap', () => {
    const [first = '', second = '', third = '', fourth = ''] = linesOf(['a', 'b', 'c', 'd']);
    expect(titlesIn([first, second, third.slice(0, -3), fourth])).toEqual(['a', 'b']);
    expect(titlesIn([second, third])).toEqual([]);
  });

  it('is put together from two copies of which neither is whole', () => {
    const [first = '', second = '', third = ''] = linesOf(['a', 'b', 'c']);
    expect(titlesIn([first, second.slice(5), third, first.slice(9), second])).toEqual(['a', 'b', 'c']);
  });

  it('does not mix two writers, and believes the one that came further', () => {
    const [common = ''] = linesOf(['common']);
    const end = readLine(common)?.sum ?? '';
    const one = linesOf(['one'], end, 2);
    const other = linesOf(['two', 'three'], end, 2);
    expect(titlesIn([common, ...one, ...other])).toEqual(['common', 'two', 'three']);
  });

  it('leaves lines of a newer version alone', () => {
    const { line } = sealed({ version: 2, seq: 1, after: 'start', about: ABOUT, entry: { kind: 'rename', title: 'x' } });
    expect(readLine(line)).toBeUndefined();
  });

  it('holds what stood in open forms last, and nothing of those that were closed', () => {
    const entries: readonly Entry[] = [
      { kind: 'draft', form: 'e1', text: 'a' },
      { kind: 'draft', form: 'new', text: 'b' },
      { kind: 'draft', form: 'e1', text: 'ab' },
      { kind: 'draft', form: 'new' },
    ];
    expect(draftsAfter(new Map([['old', 'kept']]), entries)).toEqual(new Map([['old', 'kept'], ['e1', 'ab']]));
  });
});

describe('a kept change', () => {
  const textOf = dateline.serialize;
  /** The change as it comes back from the disk. */
  const kept = (change: Change): Entry => JSON.parse(JSON.stringify({ kind: 'change', change: encodeChange(change) })) as Entry;

  it('does to a dataset what the change itself does', () => {
    fc.assert(
      fc.property(arbitraryEvents, arbitraryEvents, fc.nat(5), (present, coming, gone) => {
        const dataset = buildDataset(buildStory({}), present);
        const removed = present.slice(gone, gone + 1).map(({ id }) => id);
        const ids = new Set(present.map(({ id }) => id));
        const added = coming.filter(({ id }) => !ids.has(id)).map((event, at) => ({ event, at }));
        const edited = present.filter(({ id }) => !removed.includes(id)).map((event) => ({ ...event, title: `${event.title}!` }));
        const change = locatedChange(dataset, changeOf(dataset, 'edit', { added, edited, removed }));
        expect(textOf(replayed(dataset, [kept(change)]))).toBe(textOf(patchDataset(dataset, change)));
      }),
    );
  });

  it('holds a story with every member', () => {
    const story = buildStory({
      title: 'T',
      deck: 'D',
      language: 'fa',
      reportDate: { edtf: '2026-02-05', at: instant(1_770_249_600_000) },
      sources: [{ publisher: 'P', title: undefined, url: 'https://example.org/', date: undefined, locator: undefined }],
      categories: [{ id: 'a', name: 'A' }],
      eras: [{ name: 'E', when: '1914/1918' }],
      walk: [{ title: 'First', text: 'What came before', view: 'v=1&event=a' }, { title: '', text: 'And then', view: '' }],
      extra: new Map<string, Json>([['__proto__', 1], ['note', { a: [1] }]]),
    });
    expect(decodeStory(JSON.parse(JSON.stringify(encodeStory(story))) as ReturnType<typeof encodeStory>)).toEqual(story);
  });

  it('that takes away what is not there is no change of that dataset', () => {
    const dataset = datasetOf([{}]);
    expect(() => replayed(dataset, [{ kind: 'change', change: { deed: 'delete', events: [['gone', null]] } }])).toThrow(/"gone"/);
  });

  it('of the title alone renames the story', () => {
    const dataset = replayed(datasetOf([{ title: 'One' }]), [{ kind: 'rename', title: 'Another' }]);
    expect(dataset.story.title).toBe('Another');
    expect(eventAt(dataset, 0).title).toBe('One');
  });
});
