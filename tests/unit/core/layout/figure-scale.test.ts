import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleMarks } from '../../../../src/core/layout/figure-scale.ts';
import type { Mark } from '../../../../src/core/scene/scene.ts';

const MARKS: readonly Mark[] = [
  { kind: 'rect', x: 1, y: 2, width: 3, height: 4, radius: 5, stroke: { colour: '#000000', width: 1, dash: [2, 3] } },
  { kind: 'line', x1: 1, y1: 2, x2: 3, y2: 4, stroke: { colour: '#000000', width: 2 } },
  { kind: 'path', rings: [[0, 0, 1, 1], new Float64Array([2, 3])], closed: false },
  { kind: 'circle', x: 1, y: 1, radius: 2, from: 0, to: 3 },
  { kind: 'symbol', symbol: 'planned', x: 4, y: 5, radius: 6, colour: '#000000', ground: '#ffffff' },
  { kind: 'glyph', shape: 2, x: 4, y: 5, radius: 6, fill: '#000000' },
  { kind: 'text', x: 1, y: 2, text: 'words', font: { family: 'sans', size: 10, weight: 400, spacing: 1 }, fill: '#000000', anchor: 'end', halo: { colour: '#ffffff', width: 2 } },
  { kind: 'group', translate: { x: 16, y: 32 }, clip: { x: 0, y: 0, width: 5, height: 5 }, marks: [{ kind: 'circle', x: 1, y: 1, radius: 1 }] },
  { kind: 'group', clip: { rings: [[0, 0, 4, 0, 4, 4]] }, marks: [] },
];

describe('scaleMarks', () => {
  it('enlarges positions, lengths, strokes, dashes and type, and leaves angles, shapes and words', () => {
    const [rect, , path, circle, , glyph, text, group] = scaleMarks(MARKS, 2);
    expect(rect).toEqual({ kind: 'rect', x: 2, y: 4, width: 6, height: 8, radius: 10, stroke: { colour: '#000000', width: 2, dash: [4, 6] } });
    expect(path?.kind === 'path' && path.rings.map((ring) => Array.from(ring))).toEqual([[0, 0, 2, 2], [4, 6]]);
    expect(circle).toMatchObject({ radius: 4, from: 0, to: 3 });
    expect(glyph).toMatchObject({ shape: 2, radius: 12 });
    expect(text).toMatchObject({ text: 'words', font: { size: 20, spacing: 2, weight: 400 }, halo: { width: 4 } });
    expect(group).toMatchObject({ translate: { x: 32, y: 64 }, clip: { width: 10 }, marks: [{ radius: 2 }] });
  });

  it('keeps groups at whole pixels, where what is whole in them is whole in the picture', () => {
    const [group] = scaleMarks([{ kind: 'group', translate: { x: 11, y: 7 }, marks: [] }], 1.2);
    expect(group).toMatchObject({ translate: { x: 13, y: 8 } });
  });

  it('gives the very same marks at 1', () => {
    expect(scaleMarks(MARKS, 1)).toBe(MARKS);
  });

  it('undoes itself with powers of two, which are exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4, max: 4 }), (power) => {
        const factor = 2 ** power;
        const back = scaleMarks(scaleMarks(MARKS, factor), 1 / factor);
        expect(JSON.stringify(plain(back))).toBe(JSON.stringify(plain(MARKS)));
      }),
    );
  });
});

/** Rings as plain lists, so that two spellings of the same numbers are equal. */
const plain = (marks: readonly Mark[]): unknown =>
  JSON.parse(JSON.stringify(marks, (_key, value: unknown) => (value instanceof Float64Array ? [...value] : value)));
