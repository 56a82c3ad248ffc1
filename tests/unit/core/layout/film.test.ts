import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureSizeOf } from '../../../../src/core/layout/figure-size.ts';
import { layoutFilm, type Film, type FilmOptions } from '../../../../src/core/layout/film.ts';
import type { Dataset } from '../../../../src/core/model/dataset.ts';
import { eventAt } from '../../../../src/core/model/rows.ts';
import { textMarksOf } from '../../../../src/core/scene/texts.ts';
import { STEP_MS, SWEEP_MS } from '../../../../src/core/view/playback.ts';
import { INITIAL_VIEW } from '../../../../src/core/view/view-state.ts';
import { datasetOf } from '../../../support/dataset.ts';
import { world } from '../../../support/world.ts';

const film = (dataset: Dataset, options: Partial<FilmOptions> = {}): Film =>
  layoutFilm({ dataset, view: INITIAL_VIEW, size: figureSizeOf('social'), playback: { kind: 'events', speed: 1 }, rate: 10, world: world(), base: undefined, ...options });

const framesOf = (made: Film) => Array.from({ length: made.length }, (_, frame) => made.frameAt(frame));
const textsOf = (made: Film, frame: number, role: string): readonly string[] => textMarksOf(made.frameAt(frame).scene.marks).flatMap((mark) => (mark.role === role ? [mark.text] : []));

const story = datasetOf([
  { when: '2026-02-03', title: 'One', place: 'Tehran' },
  { when: '2026-02-03', title: 'Two', place: 'Oman' },
  { when: '2026-02-06', title: 'Three' },
  { when: null, title: 'Undated' },
]);

describe('a film from event to event', () => {
  it('has a frame for each dated event, those of one instant one by one', () => {
    const made = film(story);
    expect(made.length).toBe(3);
    expect([0, 1, 2].map((frame) => textsOf(made, frame, 'caption')[0])).toEqual([
      expect.stringMatching(/3 February 2026: One$/),
      expect.stringMatching(/3 February 2026: Two$/),
      expect.stringMatching(/6 February 2026: Three$/),
    ]);
    expect(textsOf(made, 1, 'played')).toEqual(['2 of 3']);
  });

  it('labels nothing that has not been told', () => {
    const made = film(story);
    const labelled = (frame: number): ReadonlySet<string> =>
      new Set(textMarksOf(made.frameAt(frame).scene.marks.filter(({ role }) => role === 'played')).flatMap(({ role, event }) => (role === 'label' && event !== undefined ? [eventAt(story, event).title] : [])));
    expect([0, 1, 2].map((frame) => [...labelled(frame)].sort())).toEqual([['One'], ['One', 'Two'], ['One', 'Three', 'Two']]);
    expect(textMarksOf(made.ground.marks).filter(({ role }) => role === 'label')).toEqual([]);
  });

  it('stands on each as long as the playing does, and longer on the last', () => {
    const made = film(story, { playback: { kind: 'events', speed: 2 } });
    expect(framesOf(made).map(({ ms }) => ms)).toEqual([STEP_MS / 2, STEP_MS / 2, STEP_MS / 2 + 1500]);
    expect(made.ms).toBe(framesOf(made).reduce((sum, { ms }) => sum + ms, 0));
  });
});

describe('a film of a moving window', () => {
  it('takes as long as the playing does, in frames of its rate', () => {
    const made = film(story, { playback: { kind: 'growing', speed: 2 }, rate: 5 });
    expect(made.length).toBe((SWEEP_MS / 2 / 1000) * 5 + 1);
    expect(made.frameAt(0).ms).toBe(200);
  });

  it('has told everything at the end of a growing one', () => {
    const made = film(story, { playback: { kind: 'growing', speed: 4 }, rate: 2 });
    expect(textsOf(made, made.length - 1, 'played')).toEqual(['3 of 3 events']);
  });

  it('passes over no event, however few frames there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 6 }), fc.constantFrom('growing' as const, 'sliding' as const), (days, kind) => {
        const dataset = datasetOf(days.map((day) => ({ when: `2026-02-${String(day).padStart(2, '0')}` })));
        const made = film(dataset, { playback: { kind, speed: 4 }, rate: 1 });
        const seen = new Set(framesOf(made).flatMap(({ scene }) => textMarksOf(scene.marks).flatMap(({ event }) => (event === undefined ? [] : [event]))));
        expect(seen.size).toBe(dataset.size);
      }),
      { numRuns: 20 },
    );
  });
});

describe('any film', () => {
  it('keeps what stands still out of its frames, and is the same for the same story', () => {
    const [one, another] = [film(story), film(story)];
    expect(one.ground).toEqual(another.ground);
    expect(one.frameAt(1)).toEqual(another.frameAt(1));
    expect(textMarksOf(one.ground.marks).map(({ role }) => role)).toContain('headline');
  });

  it('has the shape that is asked for', () => {
    expect(film(story, { size: figureSizeOf('story') }).size).toEqual({ width: 1080, height: 1920 });
    expect(film(story, { size: figureSizeOf('column') }).size).toEqual({ width: 640, height: 360 });
  });

  it('has no map where nothing has a place', () => {
    const made = film(datasetOf([{ when: '2026-02-03' }, { when: '2026-02-04' }]));
    expect(made.ground.marks.some(({ role }) => role === 'map')).toBe(false);
  });

  it('of a story without dates has no frame', () => {
    expect(film(datasetOf([{ when: null }])).length).toBe(0);
    expect(film(datasetOf([{ when: null }]), { playback: { kind: 'growing', speed: 1 } }).length).toBe(0);
  });
});
