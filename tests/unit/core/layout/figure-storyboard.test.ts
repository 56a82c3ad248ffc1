import { describe, expect, it } from 'vitest';
import { customFigureSize, FIGURE_PRESETS, figureSizeOf } from '../../../../src/core/layout/figure-size.ts';
import { layoutFigure } from '../../../../src/core/layout/figure.ts';
import type { FigureOptions } from '../../../../src/core/layout/figure-options.ts';
import { buildStory } from '../../../../src/core/model/build-story.ts';
import type { WalkStep } from '../../../../src/core/model/story.ts';
import type { Scene } from '../../../../src/core/scene/scene.ts';
import { textMarksOf } from '../../../../src/core/scene/texts.ts';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

const EVENTS = [{ when: '2026-02-03', place: 'Tehran' }, { when: '2026-02-04', place: 'Oman' }, { when: '2026-02-06' }] as const;
const step = (k: number, text = 'What is told of it.'): WalkStep => ({ title: `Headline${k}`, text, view: 'v=1&event=e0' });

function drawn(walk: readonly WalkStep[], options: Partial<FigureOptions> = {}): Scene {
  const dataset = datasetOf(EVENTS, buildStory({ title: 'A story', walk }));
  return layoutFigure({ dataset, view: INITIAL_VIEW, parts: 'storyboard', size: figureSizeOf('social'), world: world(), base: undefined, ...options }).scene;
}

const textOf = (scene: Scene): string => textMarksOf(scene.marks).map(({ text }) => text).join(' ');

describe('a storyboard', () => {
  it('has a panel for each step of the walk, in their order, with headline and words', () => {
    const text = textOf(drawn([step(1), step(2), step(3)]));
    const places = [1, 2, 3].map((k) => text.indexOf(`Headline${k}`));
    expect(places.every((at, k) => at >= 0 && at > (places[k - 1] ?? -1))).toBe(true);
    expect(text).toContain('What is told of it.');
  });

  it('counts the steps that have no room', () => {
    const text = textOf(drawn(Array.from({ length: 60 }, (_, k) => step(k))));
    const shown = Array.from({ length: 60 }, (_, k) => k).filter((k) => new RegExp(`\\bHeadline${k}\\b`).test(text)).length;
    expect(shown).toBeLessThan(60);
    expect(text).toContain(`+${60 - shown}\u00A0steps`);
  });

  it('says where words are cut short', () => {
    expect(textOf(drawn([step(1, 'Word '.repeat(2000))]))).toMatch(/The words of 1 step are\s+shortened|The words of 1 step/);
  });

  it('is as high as it needs where the height is free', () => {
    const high = drawn(Array.from({ length: 12 }, (_, k) => step(k)), { size: customFigureSize(900, undefined) });
    const low = drawn([step(1)], { size: customFigureSize(900, undefined) });
    expect(high.size.height).toBeGreaterThan(low.size.height);
    for (let k = 0; k < 12; k += 1) expect(textOf(high)).toContain(`Headline${k}`);
  });

  it('sets no type smaller than seven points in print, in any size', () => {
    for (const { id } of FIGURE_PRESETS) {
      for (const { font } of textMarksOf(drawn([step(1), step(2), step(3), step(4)], { size: figureSizeOf(id) }).marks)) expect(font.size * 0.75, id).toBeGreaterThanOrEqual(7);
    }
  });

  it('is told in words for those who do not see it', () => {
    expect(drawn([step(1), step(2)]).description).toBe('A story. Storyboard in 2 steps. 1. Headline1. What is told of it. 2. Headline2. What is told of it.');
  });

  it('of a story without a walk is its timeline and map', () => {
    expect(textOf(drawn([]))).toBe(textOf(drawn([], { parts: 'both' })));
  });
});
