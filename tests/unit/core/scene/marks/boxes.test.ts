import { describe, expect, it } from 'vitest';
import { paintSvg } from '../../../../../src/core/paint/svg.ts';
import { boundsOf } from '../../../../../src/core/scene/bounds.ts';
import { hitTest } from '../../../../../src/core/scene/hit-test.ts';
import type { BoxesMark, Scene } from '../../../../../src/core/scene/scene.ts';

const mark: BoxesMark = { kind: 'boxes', boxes: [10, 20, 4, 4, 30, 20, 8, 4], fill: '#11223380', key: 'density' };
const scene: Scene = { size: { width: 50, height: 40 }, marks: [mark], title: 'Boxes', language: 'en' };

describe('many boxes in one mark', () => {
  it('are bounded by all of them, and no box has no bounds', () => {
    expect(boundsOf(mark)).toEqual({ x: 10, y: 20, width: 28, height: 4 });
    expect(boundsOf({ ...mark, boxes: [] })).toBeUndefined();
  });

  it('are written as one path with the opacity of their colour', () => {
    expect(paintSvg(scene)).toContain('d="M10 20h4v4H10zM30 20h8v4H30z" fill="#112233" fill-opacity="0.502"');
  });

  it('are hit where one of them is, and not between them', () => {
    expect(hitTest(scene, 31, 21, 0)).toEqual({ key: 'density' });
    expect(hitTest(scene, 20, 22, 2)).toBeUndefined();
  });
});
