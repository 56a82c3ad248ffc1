import { describe, expect, it } from 'vitest';
import { paintCanvas } from '../../../../src/core/paint/canvas.ts';
import type { CanvasLike } from '../../../../src/core/scene/canvas-like.ts';
import type { Mark, Scene } from '../../../../src/core/scene/scene.ts';

const scene = (...marks: readonly Mark[]): Scene => ({ size: { width: 120, height: 80 }, background: '#faf8f4', marks, title: '', language: 'en' });

/** How wide every line of the recorder is: not a full number of the parts of a pixel that browsers count by. */
const LINE_WIDTH = 30.01;

/** A canvas that writes down what is called on it, with the properties that matter to each call. */
function recorder(): { readonly context: CanvasLike; readonly calls: string[] } {
  const calls: string[] = [];
  const state = new Map<PropertyKey, unknown>([['globalAlpha', 1], ['measureText', () => ({ width: LINE_WIDTH })]]);
  const noted: Readonly<Record<string, readonly string[]>> = {
    fill: ['fillStyle', 'globalAlpha'],
    fillRect: ['fillStyle', 'globalAlpha'],
    stroke: ['strokeStyle', 'lineWidth', 'globalAlpha'],
    fillText: ['fillStyle', 'font'],
    strokeText: ['strokeStyle', 'lineWidth'],
  };
  const context = new Proxy({} as CanvasLike, {
    set: (_target, name, value) => {
      state.set(name, value);
      return true;
    },
    get: (_target, name) => {
      if (typeof name !== 'string' || state.has(name)) return state.get(name);
      return (...values: readonly unknown[]) => {
        calls.push([name, ...values, ...(noted[name] ?? []).map((property) => state.get(property))].join(' '));
      };
    },
  });
  return { context, calls };
}

function paint(...marks: readonly Mark[]): readonly string[] {
  const { context, calls } = recorder();
  paintCanvas(scene(...marks), context, { scale: 2 });
  return calls;
}

describe('painting on a canvas', () => {
  it('leaves the state as it was, scales, and begins with the background', () => {
    const calls = paint();
    expect(calls[0]).toBe('save');
    expect(calls[1]).toBe('scale 2 2');
    expect(calls).toContain('fillRect 0 0 120 80 #faf8f4 1');
    expect(calls.at(-1)).toBe('restore');
  });

  it('multiplies opacities down to each mark, and forgets them after', () => {
    const dot: Mark = { kind: 'circle', x: 0, y: 0, radius: 1, fill: '#000000' };
    const fills = paint({ kind: 'group', opacity: 0.5, marks: [{ ...dot, opacity: 0.5 }, dot] }, dot).filter((call) => call.startsWith('fill evenodd'));
    expect(fills).toEqual(['fill evenodd #000000 0.25', 'fill evenodd #000000 0.5', 'fill evenodd #000000 1']);
  });

  it('sets lines of text on whole pixels, from quarters of one', () => {
    const calls = paint({ kind: 'text', x: 1.3, y: 20.6, text: 'Oman', font: { family: 'sans', size: 12, weight: 400 }, fill: '#16202a', anchor: 'start' });
    expect(calls.find((call) => call.startsWith('fillText'))).toMatch(/^fillText Oman 1\.25 21 /);
  });

  it.each([['middle', 84 + 63 / 64], ['end', 69 + 63 / 64]] as const)('begins a line with anchor %s at the full 64th of a pixel where browsers begin it in an SVG file', (anchor, x) => {
    const calls = paint({ kind: 'text', x: 100, y: 20, text: 'Oman', font: { family: 'sans', size: 12, weight: 400 }, fill: '#16202a', anchor });
    expect(calls.find((call) => call.startsWith('fillText'))).toMatch(new RegExp(`^fillText Oman ${x} 20 `, 'u'));
  });

  it('sets the halo before the letters', () => {
    const calls = paint({
      kind: 'text', x: 1, y: 2, text: 'Oman', font: { family: 'serif', size: 12, weight: 600, italic: true }, fill: '#16202a', anchor: 'start', halo: { colour: '#ffffff', width: 2 },
    });
    expect(calls.filter((call) => call.includes('Text'))).toEqual([
      'strokeText Oman 1 2 #ffffff 4',
      "fillText Oman 1 2 #16202a italic 600 12px 'Source Serif 4', Vazirmatn, Georgia, 'Times New Roman', serif",
    ]);
  });

  it('takes every dash back', () => {
    const calls = paint({ kind: 'line', x1: 0, y1: 0, x2: 9, y2: 0, stroke: { colour: '#000000', width: 1, dash: [4, 3] } });
    expect(calls.filter((call) => call.startsWith('setLineDash') || call.startsWith('stroke'))).toEqual(['setLineDash ', 'setLineDash 4,3', 'stroke #000000 1 1', 'setLineDash ']);
  });

  it('moves and cuts a group, and ends both with it', () => {
    const calls = paint({ kind: 'group', translate: { x: 5, y: 6 }, clip: { x: 0, y: 0, width: 9, height: 9 }, marks: [] });
    expect(calls.slice(calls.indexOf('translate 5 6') - 1)).toEqual([
      'save', 'translate 5 6', 'beginPath', 'moveTo 0 0', 'lineTo 9 0', 'lineTo 9 9', 'lineTo 0 9', 'closePath', 'clip evenodd', 'restore', 'restore',
    ]);
  });
});
