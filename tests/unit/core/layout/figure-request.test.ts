import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIGURE_OPTIONS,
  FIGURE_PARTS,
  FIGURE_SCOPES,
  FIGURE_SOURCES,
  FIGURE_THEMES,
  FIRST_FIGURE,
  parseFigureRequest,
  serializeFigureRequest,
  type FigureRequest,
} from '../../../../src/core/layout/figure-request.ts';
import { customFigureSize, FIGURE_LIMITS, FIGURE_PRESETS, figureSizeOf } from '../../../../src/core/layout/figure-size.ts';

const side = fc.integer({ min: FIGURE_LIMITS.least, max: FIGURE_LIMITS.most });
const words = fc.option(fc.string(), { nil: undefined });
const requests: fc.Arbitrary<FigureRequest> = fc.record({
  parts: fc.constantFrom(...FIGURE_PARTS),
  scope: fc.constantFrom(...FIGURE_SCOPES),
  size: fc.oneof(
    fc.constantFrom(...FIGURE_PRESETS.map(({ id }) => figureSizeOf(id))),
    fc.tuple(side, fc.option(side, { nil: undefined })).map(([width, height]) => customFigureSize(width, height)),
  ),
  theme: fc.constantFrom(...FIGURE_THEMES),
  legend: fc.boolean(),
  sources: fc.constantFrom(...FIGURE_SOURCES),
  title: words,
  deck: words,
  asOf: words,
  credit: words,
  alt: words,
});

describe('a figure’s request', () => {
  it('comes back from its texts', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const texts = serializeFigureRequest(request);
        expect(Object.keys(texts).every((name) => (FIGURE_OPTIONS as readonly string[]).includes(name))).toBe(true);
        const { size, ...rest } = request;
        const read = parseFigureRequest(JSON.parse(JSON.stringify(texts)) as typeof texts);
        expect(read).toEqual({ ok: true, value: { ...rest, size: expect.objectContaining({ width: size.width, height: size.height, unit: size.unit }) as unknown } });
      }),
    );
  });

  it('says only what differs from the first figure', () => {
    expect(serializeFigureRequest(FIRST_FIGURE)).toEqual({});
    expect(serializeFigureRequest({ ...FIRST_FIGURE, size: figureSizeOf('poster'), deck: '' })).toEqual({ preset: 'poster', deck: '' });
  });

  it('takes from another request what the texts leave open', () => {
    expect(parseFigureRequest({ what: 'map' }, { ...FIRST_FIGURE, scope: 'view', theme: 'dark' })).toMatchObject({ value: { parts: 'map', scope: 'view', theme: 'dark' } });
  });

  it.each([
    [{ what: 'list' }, { kind: 'choice', option: 'what', value: 'list', choices: FIGURE_PARTS }],
    [{ events: 'all' }, { kind: 'choice', option: 'events', value: 'all', choices: FIGURE_SCOPES }],
    [{ preset: 'billboard' }, { kind: 'choice', option: 'preset', value: 'billboard', choices: FIGURE_PRESETS.map(({ id }) => id) }],
    [{ legend: 'yes' }, { kind: 'choice', option: 'legend', value: 'yes', choices: ['on', 'off'] }],
    [{ sources: '' }, { kind: 'choice', option: 'sources', value: '', choices: FIGURE_SOURCES }],
    [{ theme: 'Dark' }, { kind: 'choice', option: 'theme', value: 'Dark', choices: FIGURE_THEMES }],
    [{ width: '319' }, { kind: 'number', option: 'width', value: '319', ...FIGURE_LIMITS }],
    [{ width: '800', height: '1e3' }, { kind: 'number', option: 'height', value: '1e3', ...FIGURE_LIMITS }],
    [{ width: '800', preset: 'social' }, { kind: 'size-twice' }],
    [{ height: '800' }, { kind: 'height-alone' }],
  ] as const)('names what is wrong with %j', (texts, error) => {
    expect(parseFigureRequest(texts)).toEqual({ ok: false, error });
  });
});
