import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../../../src/core/model/event.ts';
import { expandSymbol } from '../../../../../src/core/scene/marks/symbol.ts';
import type { SymbolMark } from '../../../../../src/core/scene/scene.ts';

const mark = (symbol: SymbolMark['symbol'], radius = 6): SymbolMark => ({ kind: 'symbol', symbol, x: 0, y: 0, radius, colour: '#0069b4', ground: '#ffffff' });

describe('the sign of a status', () => {
  it('is different for every status', () => {
    const signs = STATUSES.map((status) => JSON.stringify(expandSymbol(mark(status))));
    expect(new Set(signs).size).toBe(STATUSES.length);
  });

  it('has no colour but its own and its ground', () => {
    for (const status of STATUSES) {
      expect(JSON.stringify(expandSymbol(mark(status))).match(/#[0-9a-f]+/g)?.every((colour) => colour === '#0069b4' || colour === '#ffffff')).toBe(true);
    }
  });

  it.each([3, 4, 5, 6.5, 8, 12, 30])('closes its dashes evenly around a ring of radius %d', (radius) => {
    const ring = expandSymbol(mark('planned', radius)).find((part) => part.kind === 'circle' && part.stroke?.dash !== undefined);
    if (ring?.kind !== 'circle') throw new Error('there is no dashed ring');
    const [dash = 0, gap = 0] = ring.stroke?.dash ?? [];
    const pairs = (2 * Math.PI * ring.radius) / (dash + gap);
    expect(dash).toBe(gap);
    expect(pairs).toBeCloseTo(Math.round(pairs), 9);
    expect(pairs).toBeGreaterThanOrEqual(6);
  });
});
