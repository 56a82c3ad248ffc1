import { describe, expect, it } from 'vitest';
import { ok } from '../../../../src/core/base/result.ts';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { timemap } from '../../../../src/core/formats/timemap.ts';
import { joinTimemap } from '../../../../src/core/formats/timemap/join-files.ts';
import type { Unpacked } from '../../../../src/core/formats/unpack.ts';
import { readEntries } from '../../../support/read-entries.ts';

const EVENTS = '[\n{"id":"a","description":"d","date":"02/24/2025","location":"L","associations":["c"],"sources":["s"]}]';
const ASSOCIATIONS = '[{"id":"c","mode":"CATEGORY","title":"C"}]';
const SOURCES = '\ufeff{"s":{"id":"s","title":"S","paths":["https://example.org/"]}}';

function unpacked(main: string, ...others: readonly string[]): Unpacked {
  const issues = [{ code: 'archive-others', severity: 'warning', place: {} } as const];
  const members = others.map((text, n) => ({ path: `${n}.json`, size: text.length, read: () => ok({ bytes: encodeUtf8(text), isWhole: true }) }));
  return { bytes: encodeUtf8(main), path: 'main.json', others: members, issues };
}

describe('joinTimemap', () => {
  it.each([
    ['events', unpacked(EVENTS, SOURCES, ASSOCIATIONS)],
    ['sources', unpacked(SOURCES, ASSOCIATIONS, EVENTS)],
  ])('joins the three files of an archive whose largest holds %s', async (_, archive) => {
    const { bytes, issues } = joinTimemap(archive);
    expect(issues).toEqual([]);
    const { events, notEvents } = await readEntries(timemap, bytes);
    expect(events).toMatchObject([{ line: 2, draft: { categories: ['C'], sources: [{ title: 'S' }] }, findings: [] }]);
    expect(notEvents.map(({ what }) => what)).toEqual(['category', 'source']);
  });

  it('leaves any other archive as it is', () => {
    for (const archive of [unpacked(EVENTS), unpacked(EVENTS, '{"a":1}'), unpacked(SOURCES, ASSOCIATIONS), unpacked('id,date', EVENTS, SOURCES)]) {
      expect(decodeUtf8(joinTimemap(archive).bytes)).toBe(decodeUtf8(archive.bytes));
      expect(joinTimemap(archive).issues).toHaveLength(1);
    }
  });
});
