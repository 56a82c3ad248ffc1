import { describe, expect, it } from 'vitest';
import type { Mark, Scene } from '../../../../src/core/scene/scene.ts';
import { toSettable } from '../../../../src/core/scene/settable.ts';
import { textsOf } from '../../../../src/core/scene/texts.ts';

const text = (words: string): Mark => ({ kind: 'text', x: 0, y: 0, text: words, font: { family: 'sans', size: 12, weight: 400 }, fill: '#000000', anchor: 'start' });
const sceneOf = (...words: readonly string[]): Scene => ({
  size: { width: 10, height: 10 }, title: '', language: 'en', marks: [{ kind: 'group', marks: words.map(text) }],
});

describe('toSettable', () => {
  it('leaves alone what the bundled fonts have: Latin, Greek, Cyrillic, Vietnamese, Arabic script', () => {
    const scene = sceneOf('Straße, Łódź, İzmir', 'Αθήνα', 'Київ', 'Hà Nội', 'هجوم در ۱۵ بهمن', 'می‌خواهم');
    expect(toSettable(scene)).toEqual({ scene, missing: [] });
    expect(toSettable(scene).scene).toBe(scene);
  });

  it('puts a sign in the place of each character that none of them has, and names it once', () => {
    const { scene, missing } = toSettable(sceneOf('Peace 和平 和', 'שלום', 'Launch 🚀'));
    expect(textsOf(scene)).toEqual(['Peace ¤¤ ¤', '¤¤¤¤', 'Launch ¤']);
    expect(missing).toEqual(['和', '平', 'ש', 'ל', 'ו', 'ם', '🚀']);
  });
});
