import { describe, expect, it } from 'vitest';
import { layoutBaseMap } from '../../../../src/core/layout/base-map.ts';
import type { PathMark } from '../../../../src/core/scene/scene.ts';
import { world } from '../../../support/world.ts';
import { ofRole, squareOman, texts } from './map-world.ts';

const size = { width: 256, height: 256 };
const layout = (viewport: { lng: number; lat: number; zoom: number }, more: { focus?: readonly string[]; labels?: boolean } = {}) =>
  layoutBaseMap({ base: squareOman, viewport, size, world: world(), focus: new Set(more.focus), labels: more.labels ?? false });

const ringsOf = (mark: unknown): readonly ArrayLike<number>[] => (mark as PathMark | undefined)?.rings ?? [];

describe('the base map', () => {
  it('has sea, land and coast where there is land on view, and sea alone elsewhere', () => {
    expect(layout({ lng: 55, lat: 20, zoom: 4 }).marks.map(({ role }) => role)).toEqual(['sea', 'land', 'coast']);
    expect(layout({ lng: -150, lat: 0, zoom: 4 }).marks.map(({ role }) => role)).toEqual(['sea']);
  });

  it('draws countries in focus in another colour', () => {
    const { marks } = layout({ lng: 55, lat: 20, zoom: 4 }, { focus: ['OMN'] });
    expect(marks.map(({ role }) => role)).toEqual(['sea', 'focus-land', 'coast']);
    expect(ofRole(marks, 'focus-land')[0]).toMatchObject({ fill: world().palette.focusLand });
  });

  it('cuts land that reaches far beyond the picture', () => {
    const [ring] = ringsOf(ofRole(layout({ lng: 55, lat: 20, zoom: 9 }).marks, 'land')[0]);
    const numbers = Array.from(ring ?? []);
    expect(numbers.length).toBeGreaterThanOrEqual(8);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-16);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(272);
  });

  it('repeats the world where the picture is wider than it', () => {
    expect(ringsOf(ofRole(layout({ lng: 55, lat: 20, zoom: -1 }).marks, 'land')[0]).length).toBeGreaterThan(1);
    expect(ringsOf(ofRole(layout({ lng: 55 + 360, lat: 20, zoom: 4 }).marks, 'land')[0])).toHaveLength(1);
  });

  it('sets names only when asked', () => {
    expect(texts(layout({ lng: 55, lat: 20, zoom: 4 }).marks)).toEqual([]);
    expect(texts(layout({ lng: 55, lat: 20, zoom: 4 }, { labels: true }).marks).map(({ text }) => text)).toEqual(['Arabian Sea', 'OMAN']);
  });
});
