import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finished } from '../../../../src/core/base/steps.ts';
import { decodeUtf8, encodeUtf8 } from '../../../../src/core/base/utf8.ts';
import { skipSpaceBytes, valueEnd } from '../../../../src/core/formats/byte-scan.ts';
import { cutFile, linesIn } from '../../../../src/core/formats/cut-file.ts';
import type { Json } from '../../../../src/core/model/event.ts';

/** Texts that a reader of quotes and brackets might stumble over. */
const oddText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('"', '\\', '\\"', '\\\\', '{', '}', '[', ']', ',', ':', '}],{"', '\n', '\ud800', 'é', '漢', '🏛️', '"features":[', '\u007f', '\u0000'),
);

const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<Json>(null, true, false, 0, -1.5e-7, 1e300),
    oddText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(oddText, tie('value')), { maxLength: 4 }).map((members): Json => Object.fromEntries(members)),
  ),
})).value;

/** A JSON text of a value with white space wherever JSON allows it. */
function spaced(value: Json, spaces: () => string): string {
  const listed = (open: string, entries: readonly string[], close: string): string =>
    `${open}${spaces()}${entries.join(`${spaces()},${spaces()}`)}${spaces()}${close}`;
  if (Array.isArray(value)) return listed('[', (value as readonly Json[]).map((entry) => spaced(entry, spaces)), ']');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return listed('{', Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}${spaces()}:${spaces()}${spaced(member as Json, spaces)}`), '}');
}

const spaces = fc.infiniteStream(fc.constantFrom('', '', ' ', '\n', '\r\n\t ')).map((stream) => () => stream.next().value ?? '');
const member = fc.tuple(oddText.filter((name) => name !== 'features'), json);
const members = fc.array(member, { maxLength: 3 });

const isCut = (text: string): boolean => finished(cutFile(encodeUtf8(text))) !== undefined;

describe('cutting a file', () => {
  it('finds the end of every value', () => {
    fc.assert(
      fc.property(json, spaces, fc.constantFrom(',', ' ', ']', '}', ''), (value, space, behind) => {
        const text = spaced(value, space);
        expect(valueEnd(encodeUtf8(text + behind), 0)).toBe(encodeUtf8(text).length);
      }),
    );
  });

  it('finds the features that JSON.parse finds, and what stands around them', () => {
    fc.assert(
      fc.property(fc.array(json, { maxLength: 8 }), members, members, spaces, fc.boolean(), (features, before, after, space, hasMark) => {
        const collection = Object.fromEntries([...before, ['features', features], ...after]);
        const bytes = encodeUtf8((hasMark ? '\uFEFF' : '') + space() + spaced(collection, space) + space());
        const cut = finished(cutFile(bytes));
        const expected = JSON.parse(JSON.stringify(collection)) as { features: Json[] };
        expect(JSON.parse(cut?.frame ?? '')).toEqual({ ...expected, features: [] });
        const found = cut?.blocks.flatMap(({ start, end }) => JSON.parse(`[${decodeUtf8(bytes.subarray(start, end))}]`) as Json[]);
        expect(found).toEqual(expected.features);
        expect(cut?.blocks.reduce((sum, { count }) => sum + count, 0)).toBe(features.length);
      }),
    );
  });

  it('cuts a long list into blocks that follow each other, and tells how far it is after each', () => {
    const features = Array.from({ length: 3000 }, (_, f) => ({ id: f, text: 'x'.repeat(f % 97) }));
    const bytes = encodeUtf8(JSON.stringify({ features }));
    const steps = cutFile(bytes);
    const passed: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) passed.push(step.value);
    const blocks = step.value?.blocks ?? [];
    expect(blocks.length).toBeGreaterThan(2);
    expect(passed).toEqual(blocks.slice(0, -1).map(({ end }) => end));
    let number = 1;
    for (const { start, end, first, count } of blocks) {
      expect(first).toBe(number);
      expect(JSON.parse(`[${decodeUtf8(bytes.subarray(start, end))}]`)).toEqual(features.slice(first - 1, first - 1 + count));
      number += count;
    }
    expect(number).toBe(features.length + 1);
  });

  it('knows the line on which any feature begins', () => {
    fc.assert(
      fc.property(fc.array(json, { minLength: 1, maxLength: 8 }), spaces, fc.infiniteStream(fc.boolean()), (features, space, wanted) => {
        const texts = features.map((feature) => spaced(feature, space));
        const text = `{"a":\n"b",\n"features":[${texts.map((feature) => `\n ${feature}`).join(',')}]}`;
        const bytes = encodeUtf8(text);
        const { blocks } = finished(cutFile(bytes)) ?? expect.fail('not cut');
        const numbers = new Set(features.flatMap((_, f) => (wanted.next().value === true ? [f + 1] : [])));
        let at = 0;
        const lines = texts.map((feature) => {
          at = text.indexOf(`\n ${feature}`, at) + 2;
          return text.slice(0, at).split('\n').length;
        });
        expect([...linesIn(bytes, blocks, numbers)]).toEqual([...numbers].map((number) => [number, lines[number - 1]]));
      }),
    );
  });

  it.each([
    '', ' ', 'null', '[]', '{}', '{"features": {}}', '{"features": [1, 2,]}', '{"features": [1 2]}', '{"features": [,1]}', '{"features": [{]}',
    '{"features": [{"a": "b]}', '{"features": [1]', '{"features": [1]} 2', '{"features": [1], "features": [2]}', '{"features" [1]}',
    '{"a": , "features": [1]}', '{"feature\\u0073": [1]}', '{"features": [1],}',
  ])('leaves %j to whoever reads damaged or unusual files', (text) => {
    const cut = finished(cutFile(encodeUtf8(text)));
    // What is cut must still prove to be JSON.
    if (cut !== undefined) expect(() => JSON.parse(cut.frame) as unknown).toThrow(SyntaxError);
  });

  it('cuts what another writer may have set otherwise', () => {
    expect(isCut('\uFEFF\n {\t"features"\r:\n[ ] } \n')).toBe(true);
    expect(isCut('{"a": "\\"features\\": [", "features": [{}, "x", 1, null, [[]]], "b": {"features": [1]}}')).toBe(true);
  });

  it('skips white space and nothing else', () => {
    expect(skipSpaceBytes(encodeUtf8(' \t\r\n\u00a0'), 0)).toBe(4);
    expect(skipSpaceBytes(encodeUtf8(' '), 5)).toBe(5);
  });
});
