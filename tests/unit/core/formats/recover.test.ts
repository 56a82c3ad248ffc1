import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DatelineFile, RawFeature } from '../../../../src/core/formats/dateline-file.ts';
import { recoverFile } from '../../../../src/core/formats/recover.ts';
import { linesInText } from '../../../../src/core/formats/walk-file.ts';
import { FORMATS } from '../../../../src/core/formats/index.ts';
import { datasetOf } from '../../../support/dataset.ts';

const [dateline] = FORMATS;
const featuresOf = ({ bunches }: DatelineFile): readonly RawFeature[] => bunches.flatMap(({ read }) => read() ?? []);

const whole = dateline.serialize(
  datasetOf([{ when: '2026-02-03', place: 'Strait of Hormuz' }, { when: '2026-02' }, { when: null, title: 'A “quoted”, \\ [odd} title' }]),
);
const ends = [...whole.matchAll(/^ {4}\{"type".*\}(?=,?$)/gm)].map((line) => line.index + line[0].length);

describe('recovering a file', () => {
  it('takes every feature that is whole before the cut, wherever the cut is', () => {
    expect(ends).toHaveLength(3);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.trimEnd().length - 1 }), (cut) => {
        const file = recoverFile(whole.slice(0, cut));
        expect(featuresOf(file)).toHaveLength(ends.filter((end) => end <= cut).length);
        expect(file.issues.map(({ code }) => code)).toEqual(['file-truncated']);
        expect(file.issues[0]?.parameters).toEqual({ events: featuresOf(file).length });
      }),
    );
  });

  it('takes every other feature when one is damaged, and says which', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.constantFrom('"', ':', '}', '#', '\\'), (damaged, character) => {
        const lines = whole.split('\n');
        const at = lines.findIndex((line) => line.startsWith('    {"type"')) + damaged;
        lines[at] = (lines[at] ?? '').replace('"properties":{', `"properties":{${character}`);
        const file = recoverFile(lines.join('\n'));
        expect(featuresOf(file).map(({ number }) => number)).toEqual([1, 2, 3].filter((number) => number !== damaged + 1));
        expect(file.issues.map(({ code, place }) => [code, place.feature, place.line])).toEqual([['feature-not-json', damaged + 1, at + 1]]);
      }),
    );
  });

  it('never throws, whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.nat({ max: whole.length }), fc.oneof(fc.string(), fc.constantFrom('\u0000', '\ud800', '\\u12', '"', '[[[', '}]}')), fc.nat({ max: 40 }), (at, text, skipped) => {
        recoverFile(whole.slice(0, at) + text + whole.slice(at + skipped));
      }),
    );
  });

  it('reads the members on both sides of the features', () => {
    const file = recoverFile('{"name": "before", "features": [{"id": 1},,{"id": 2},], "dateline": {"title": "after"},}');
    expect(Object.entries(file.collection)).toEqual([['name', 'before'], ['dateline', { title: 'after' }]]);
    expect(featuresOf(file)).toEqual([{ number: 1, json: { id: 1 } }, { number: 2, json: { id: 2 } }]);
    expect(file.issues.map(({ code, place }) => [code, place.column])).toEqual([['file-mended', 43]]);
  });

  it('knows the line of every feature', () => {
    expect([...linesInText(whole, new Set([1, 2, 3])).values()]).toEqual(ends.map((end) => whole.slice(0, end).split('\n').length));
    expect([...linesInText(whole, new Set([2])).keys()]).toEqual([2]);
  });
});
