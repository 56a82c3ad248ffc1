import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../../src/core/base/steps.ts';
import { encodeUtf8 } from '../../../../../src/core/base/utf8.ts';
import { readCsv } from '../../../../../src/core/formats/csv/reader.ts';
import type { Answers } from '../../../../../src/core/formats/answers.ts';
import { packedStory, unpackedStory } from '../../../../../src/core/keep/packed-story.ts';
import type { Dataset } from '../../../../../src/core/model/dataset.ts';
import { patchDataset } from '../../../../../src/core/model/patch-dataset.ts';
import { encodeEvent } from '../../../../../src/core/model/record.ts';
import { eventsInFileOrder, rowOf, textsAt } from '../../../../../src/core/model/rows.ts';
import { gatherEntries } from '../../../../../src/core/validate/gather.ts';
import { readTable } from '../../../../../src/core/validate/table/read-table.ts';
import { mutated } from '../../../../support/mutated.ts';
import { tableBy } from '../../../../support/tables.ts';

/** Reads a table with or without taking plain rows apart. */
function gathered(csv: string | Uint8Array, takesPlain: boolean, answers: Answers = {}) {
  const reading = finished(readTable(tableBy(readCsv, csv, answers), undefined, answers));
  const gathering = gatherEntries();
  let plain = 0;
  for (const entry of takesPlain ? reading.entriesBeside(gathering.plain) : reading.entries) {
    if (entry.kind === 'plain') plain += entry.count;
    else gathering.add(entry);
  }
  const { dataset, ...found } = gathering.finish(reading.afterthoughts());
  return { plain, dataset, outcome: { ...found, dataset: contentsOf(dataset), questions: reading.questions() } };
}

/** Everything in a dataset, whether its records are written or are rows of a file: in the order of the file, found by id, and as a search finds it. */
function contentsOf(dataset: Dataset) {
  const { records: _, ...rest } = dataset;
  const events = [...eventsInFileOrder(dataset)];
  const rows = Array.from({ length: dataset.size }, (_none, row) => row);
  return { ...rest, events, written: events.map(encodeEvent), texts: rows.map((row) => textsAt(dataset, row)), found: events.map(({ id }) => rowOf(dataset, id)) };
}

/** How many rows of a table are taken as plain, which makes no difference to what comes of it. */
function plainIn(csv: string | Uint8Array, answers: Answers = {}): number {
  const { plain, outcome } = gathered(csv, true, answers);
  expect(outcome).toEqual(gathered(csv, false, answers).outcome);
  return plain;
}

const HEAD = 'id,title,start,end,category,status,attribution,actor,place,latitude,longitude,description,note\n';
const FULL = 'a1,A strike,2020-02-03,2020-02-05,Work,reported,Reuters,Union,Ankara,39.93,32.86,It began early.,seen\n';

describe('a plain row', () => {
  it('is read from its bytes, with whatever an event has', () => {
    expect(plainIn(HEAD + FULL)).toBe(1);
    expect(plainIn(`${HEAD}a1,A strike,2020-02-03,,,,,,,,,,\n`)).toBe(1);
    const { dataset } = gathered(HEAD + FULL, true);
    expect([...eventsInFileOrder(dataset)][0]).toMatchObject({
      id: 'a1', title: 'A strike', status: 'reported', when: { edtf: { text: '2020-02-03/2020-02-05' } }, categories: ['Work'], attribution: 'Reuters', actors: ['Union'],
      places: [{ kind: 'exact', name: 'Ankara', at: [32.86, 39.93] }], description: 'It began early.', extra: new Map([['note', 'seen']]),
    });
  });

  it('needs no id, unless another row says the same', () => {
    const rows = [FULL, FULL.replace('early', 'late, ""perhaps""').replace(/(It.*""\.)/, '"$1"'), FULL.replace('2020-02-03', '2020-02-03 10:00Z').replace('39.93,32.86', ','), FULL];
    expect(plainIn(HEAD + rows.join('').replaceAll('a1', ''))).toBe(3);
    expect(plainIn((HEAD + rows.join('')).replaceAll(/^(?:id|a1),/gm, ''))).toBe(3);
  });

  it('is called by its category and its place where it has no words', () => {
    expect(plainIn(HEAD + FULL + FULL.replace('a1', 'a2').replace('A strike', '').replace('It began early.', ''))).toBe(2);
  });

  it('may hold letters of any kind, quotation marks and lines', () => {
    expect(plainIn(`${HEAD}a1,"Grève ""dure"" à İzmir",2020,,,,,,İzmir,38.4,27.1,"one, \\ two\nthree 👩‍👩‍👧 – ""four""",پیروزی\n`)).toBe(1);
  });

  it.each(['2020-02-03', '2020-02', '2020', '2020-02-03~', '2020-02-03T08Z', '2020-02-03T17:40Z', '2020-02-03 17:40:05Z', '2020-02-03T17:40:05.2Z', '0800'])('has a date such as %s', (date) => {
    expect(plainIn(HEAD + FULL.replace('2020-02-03', date) + FULL.replace('a1', 'a2').replace(/2020-02-0\d/g, date))).toBeGreaterThan(0);
  });

  it.each([
    ['an id that an earlier one has', FULL + FULL],
    ['words for no id', FULL.replace('a1', 'n/a')],
    ['nothing to be called by', FULL.replace('A strike', '').replace('Work', '').replace('It began early.', '')],
    ['a text in place of a title', FULL.replace('A strike', '')],
    ['markup', FULL.replace('A strike', 'A <b>strike</b>')],
    ['a reference to a sign', FULL.replace('early', '&nbsp;')],
    ['a guarded formula', FULL.replace('A strike', "'=A strike")],
    ['blanks around a text', FULL.replace('A strike', '\u00a0A strike')],
    ['words for nothing', FULL.replace('A strike', 'n/a')],
    ['an end before its start', FULL.replace('2020-02-05', '2020-01-05')],
    ['a quotation in place of a date', FULL.replace('2020-02-05', '"the ""fifth"""')],
    ['a date that is no day', FULL.replace('2020-02-03', '2020-02-30')],
    ['a position at 0, 0', FULL.replace('39.93,32.86', '0,0')],
    ['half a position', FULL.replace('39.93', '')],
    ['a latitude that the globe has not', FULL.replace('39.93', '99.93')],
    ['a word for its status that nobody knows', FULL.replace('reported', 'perhaps')],
    ['a cell too few', FULL.replace(',seen', '')],
    ['text behind a closed quotation', FULL.replace('It began early.', '"It began" early.')],
    ['blanks around a quotation', FULL.replace('It began early.', ' "It began early."')],
    ['a mark that is not doubled', FULL.replace('It began early.', '"It "began" early."')],
    ['a mark that nothing closes', FULL.replace('seen', '"seen')],
    ['bytes that are no letters', encodeUtf8(HEAD + FULL.replace('early', '\u0000'))],
  ])('has not %s', (_, rows) => {
    const plain = plainIn(typeof rows === 'string' ? HEAD + rows : rows);
    expect(plain).toBe(rows === FULL + FULL ? 1 : 0);
  });

  it('has its numbers as JSON has them', () => {
    const numbers = ['39.930', '-0.5', '039.5', '7.', '-0', '0.000001', '12.345678901234567', '0.1', '00', '1.10'];
    const rows = numbers.map((number, n) => FULL.replace('a1', `a${n}`).replace('32.86', number));
    expect(plainIn(HEAD + rows.join(''))).toBe(numbers.length);
  });

  it('is none of UTF-8 that is damaged', () => {
    const bytes = encodeUtf8(HEAD + FULL.replace('early', 'é'));
    const broken = bytes.filter((byte) => byte !== 0xa9);
    expect([plainIn(bytes), plainIn(broken)]).toEqual([1, 0]);
  });

  it('is of a time whose zone is known, or was asked for already', () => {
    const timed = Array.from({ length: 6 }, (_, k) => FULL.replace('a1', `a${k}`).replace('2020-02-03', `2020-02-03T0${k}:30`)).join('');
    expect(plainIn(HEAD + timed)).toBe(3);
    expect(plainIn(HEAD + timed, { zone: 'Europe/Istanbul' })).toBe(0);
  });
});

describe('taking plain rows apart', () => {
  it('makes no difference to what is changed afterwards', () => {
    const rows = HEAD + [FULL, FULL.replace('a1', 'b2').replace('A strike', 'A <b>strike</b>'), FULL.replace('a1', 'c3'), FULL.replace('a1', 'd4').replace('-03', '-01')].join('');
    const patched = (takesPlain: boolean) => {
      const { dataset } = gathered(rows, takesPlain);
      const [first, , third] = [...eventsInFileOrder(dataset)];
      if (first === undefined || third === undefined) throw new Error('no such events');
      const events = [
        { before: first, after: { ...first, title: 'A lockout' } },
        { before: third, after: undefined },
        { before: undefined, after: { ...third, id: 'e5' }, at: 1 },
      ];
      return contentsOf(patchDataset(dataset, { events }));
    };
    expect(patched(true)).toEqual(patched(false));
    expect(patched(true).events.map(({ id, title }) => [id, title])).toEqual([['a1', 'A lockout'], ['e5', 'A strike'], ['b2', 'A strike'], ['d4', 'A strike']]);
  });

  it('makes no difference to what is kept', () => {
    const { dataset } = gathered(`${HEAD}${FULL}${FULL.replace('a1', 'b2').replace('A strike', 'A <b>strike</b>')}${FULL.replace('a1', '"c3"').replace('early', 'late, ""perhaps""').replace(/(It.*""\.)/, '"$1"')}`, true);
    const pieces = [...packedStory({ dataset, issues: [] })].flatMap((piece) => [...piece]);
    expect(contentsOf(unpackedStory(Uint8Array.from(pieces).buffer).dataset)).toEqual(contentsOf(dataset));
  });

  it('comes to the same as reading all rows as text', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a1', 'A strike', 'Ankara', '2020-02-03', '2021-12-31T23:59Z', '1999', '3/4/2020', '41.5', '-7.25', 'confirmed', 'planned', 'NA', 'Zoë & co', '"quoted, ""twice"""', "'=1", 'Ångström\u2028x', ' x ', 'title', '#date'),
      fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll(/[",\r\n]/g, '')),
    );
    const row = fc.record({ id: fc.oneof(fc.nat(20).map(String), cell), cells: fc.array(cell, { minLength: 12, maxLength: 12 }), isFull: fc.boolean() });
    const table = fc.array(row, { maxLength: 12 }).map((rows) => HEAD + rows.map(({ id, cells, isFull }) => (isFull ? FULL.replace('a1', id) : `${[id, ...cells].join(',')}\n`)).join(''));
    fc.assert(fc.property(table, (csv) => { plainIn(csv); }), { numRuns: 150 });
  });

  it('does so of damaged tables', () => {
    const rows = [FULL, FULL.replace('a1', 'b2').replace('early', 'late, "perhaps"'), FULL.replace('a1', 'c3').replace('2020-02-03', '2020-02-03T10:20Z').replace('39.93,32.86', ',')];
    const pieces = ['"', '""', ',', '\n', '\r', '\t', '\ufeff', '\u0000', '<', '&amp;', '-', '.', '00', 'e5', "'", 'é', '👩', '2020', 'NA', ' '];
    fc.assert(fc.property(mutated(HEAD + rows.join('').repeat(2).replaceAll(/^b2/gm, 'b4'), pieces), (csv) => { plainIn(csv); }), { numRuns: 150 });
  });
});
