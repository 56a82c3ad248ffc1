import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HEIGHTS, readFrameMessage, readHostMessage, written, type FrameMessage, type HostMessage } from '../../../../src/web/embed/messages.ts';

describe('messages between a story in a frame and the page around it', () => {
  it('arrive as they were sent', () => {
    const fromFrame: readonly FrameMessage[] = [{ kind: 'ready', hasStory: true }, { kind: 'height', height: 640 }, { kind: 'view', view: 'v=1' }, { kind: 'select', id: 'a' }, { kind: 'select', id: undefined }, { kind: 'font', name: 'inter-greek-wght-normal.woff2' }];
    for (const message of fromFrame) expect(readFrameMessage(written(message))).toEqual(message);
    const fromHost: readonly HostMessage[] = [{ kind: 'hello', view: undefined }, { kind: 'hello', view: 'v=1' }, { kind: 'hello', view: '', start: '2026-02-04', theme: 'dark', language: 'de' }, { kind: 'view', view: '' }, { kind: 'story', text: '{}' }, { kind: 'font', name: 'inter-greek-wght-normal.woff2', bytes: new ArrayBuffer(4) }];
    for (const message of fromHost) expect(readHostMessage(written(message))).toEqual(message);
  });

  it('are nothing else that a page may hear', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(readFrameMessage(data)).toBeUndefined();
        expect(readHostMessage(data)).toBeUndefined();
      }),
    );
  });

  it.each([
    { kind: 'height', height: 640 },
    { dateline: 2, kind: 'height', height: 640 },
    { dateline: 1, kind: 'height', height: '640' },
    { dateline: 1, kind: 'height', height: Number.NaN },
    { dateline: 1, kind: 'height', height: Infinity },
    { dateline: 1, kind: 'view', view: 'x'.repeat(20_000) },
    { dateline: 1, kind: 'view', view: ['v=1'] },
    { dateline: 1, kind: 'select', id: {} },
    { dateline: 1, kind: 'ready' },
    { dateline: 1, kind: 'hello', view: 1 },
    { dateline: 1, kind: 'hello', theme: 'red' },
    { dateline: 1, kind: 'hello', start: ['2026'] },
    { dateline: 1, kind: 'hello', start: 'x'.repeat(2000) },
    { dateline: 1, kind: 'hello', language: 'x'.repeat(100) },
    { dateline: 1, kind: 'font', name: '../inter.woff2' },
    { dateline: 1, kind: 'font', name: '//example.org/inter.woff2', bytes: new ArrayBuffer(4) },
    { dateline: 1, kind: 'font', name: 'inter.js' },
    { dateline: 1, kind: 'open', url: 'https://example.org' },
    [{ dateline: 1, kind: 'height', height: 640 }],
  ])('are not %j', (data) => {
    expect(readFrameMessage(data)).toBeUndefined();
    expect(readHostMessage(data)).toBeUndefined();
  });

  it('bring no font that is no bytes, or too many', () => {
    for (const bytes of [undefined, 'AAAA', new Uint8Array(4), new ArrayBuffer(2 ** 20 + 1)]) expect(readHostMessage({ dateline: 1, kind: 'font', name: 'a.woff2', bytes })).toBeUndefined();
  });

  it('never ask for more height than a page can bear, or for less than a story needs', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (height) => {
        const message = readFrameMessage({ dateline: 1, kind: 'height', height });
        if (message?.kind !== 'height') throw new Error('no height');
        expect(message.height).toBeGreaterThanOrEqual(HEIGHTS.least);
        expect(message.height).toBeLessThanOrEqual(HEIGHTS.most);
        expect(Number.isInteger(message.height)).toBe(true);
      }),
    );
  });
});
