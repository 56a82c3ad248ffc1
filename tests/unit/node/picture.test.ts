import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { drawPicture } from '../../../src/node/picture.ts';

const SCENE: Scene = {
  size: { width: 120, height: 400 },
  background: '#ffffff',
  title: 'A scene',
  language: 'en',
  marks: [
    { kind: 'rect', x: 100, y: 380, width: 20, height: 20, fill: '#0069b4' },
    { kind: 'text', x: 10, y: 20, text: 'Words 日', font: { family: 'sans', size: 12, weight: 600 }, fill: '#000000', anchor: 'start' },
  ],
};

describe('drawPicture', () => {
  it.each([1, 2, 3, 4])('paints a PNG at %i× down to its last corner', async (scale) => {
    const { content } = await drawPicture(SCENE, 'png', scale);
    const { width, height, data } = PNG.sync.read(Buffer.from(content));
    expect([width, height]).toEqual([120 * scale, 400 * scale]);
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
    expect([...data.subarray(-4)]).toEqual([0x00, 0x69, 0xb4, 255]);
  });

  it('says in the place of which characters a PDF or a PNG has a sign', async () => {
    expect((await drawPicture(SCENE, 'png', 1)).missing).toEqual(['日']);
    expect((await drawPicture(SCENE, 'pdf', 1)).missing).toEqual(['日']);
    expect((await drawPicture(SCENE, 'svg', 1)).content).toContain('Words 日');
  });
});
