import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintSvg } from '../../../../src/core/paint/svg.ts';
import { FONT_FACES } from '../../../../src/core/scene/font-face-table.ts';
import type { Gradient, Mark, Scene } from '../../../../src/core/scene/scene.ts';

const scene = (...marks: readonly Mark[]): Scene => ({ size: { width: 120, height: 80 }, marks, title: 'Talks', language: 'en' });
const text = (content: string): Mark => ({ kind: 'text', x: 1, y: 2, text: content, font: { family: 'sans', size: 12, weight: 400 }, fill: '#16202a', anchor: 'start' });
const RECT: Mark = { kind: 'rect', x: 1.23456, y: 2, width: 3, height: 4, fill: '#0069b4' };
const GRADIENT: Gradient = { kind: 'gradient', direction: 'down', stops: [{ offset: 0, colour: '#0069b400' }, { offset: 1, colour: '#0069b4' }] };

describe('an SVG file', () => {
  it('says its size, language, title and description', () => {
    const svg = paintSvg({ ...scene(), title: 'Talks & “plans”', description: 'Eleven events <in order>', language: 'fa' });
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="120" height="80" viewBox="0 0 120 80" lang="fa" xml:lang="fa" role="img"/);
    expect(svg).toContain('<title id="scene-title">Talks &amp; “plans”</title>');
    expect(svg).toContain('<desc id="scene-description">Eleven events &lt;in order&gt;</desc>');
    expect(svg).toContain('aria-describedby="scene-description"');
  });

  it('has no description when the scene has none', () => {
    expect(paintSvg(scene())).not.toContain('desc');
  });

  it('rounds coordinates to two decimals', () => {
    expect(paintSvg(scene(RECT))).toContain('<rect x="1.23" y="2" width="3" height="4" fill="#0069b4"/>');
  });

  it('names the event, the key and the role of a mark', () => {
    expect(paintSvg(scene({ ...RECT, event: 0, key: 'a"b', role: 'bar' }))).toContain('<rect data-role="bar" data-event="0" data-key="a&quot;b"');
  });

  it('keeps the names of marks to itself when it is given away', () => {
    const svg = paintSvg(scene({ ...RECT, event: 7, key: 'exact:51.5,35.1', role: 'place' }), { namesMarks: false });
    expect(svg).toContain('<rect data-role="place" x=');
    expect(svg).not.toMatch(/data-event|data-key|51\.5/);
  });

  it('splits a colour from its alpha, and multiplies opacities down to the paint', () => {
    const svg = paintSvg(scene({ kind: 'group', opacity: 0.5, marks: [{ ...RECT, fill: '#0069b480', opacity: 0.5 }] }));
    expect(svg).toContain('fill="#0069b4" fill-opacity="0.125"');
    expect(svg).not.toMatch(/ opacity=/);
  });

  it('leaves out what cannot be seen', () => {
    expect(paintSvg(scene({ ...RECT, opacity: 0 }, text(' '), { kind: 'path', rings: [[1, 2]], closed: true, fill: '#000000' }))).toBe(paintSvg(scene()));
  });

  it('defines equal clips and gradients once, under ids with the prefix', () => {
    const gradient: Mark = { ...RECT, fill: GRADIENT };
    const group: Mark = { kind: 'group', clip: { x: 0, y: 0, width: 9, height: 9 }, marks: [gradient] };
    const svg = paintSvg(scene(group, gradient, group), { idPrefix: 'a' });
    expect(svg.match(/ id="a-\d+"/g)).toEqual([' id="a-1"', ' id="a-2"']);
    expect(svg.match(/url\(#a-1\)/g)).toHaveLength(2);
    expect(svg.match(/url\(#a-2\)/g)).toHaveLength(3);
  });

  it('refuses a prefix that cannot begin an id', () => {
    expect(() => paintSvg(scene(), { idPrefix: '1"' })).toThrow('1"');
  });

  it('refuses coordinates that are not numbers', () => {
    expect(() => paintSvg(scene({ ...RECT, x: Number.NaN }))).toThrow('NaN');
  });

  it('keeps halos behind the letters', () => {
    const svg = paintSvg(scene({ ...text('Oman'), halo: { colour: '#ffffff', width: 2 } } as Mark));
    expect(svg).toContain('stroke="#ffffff" stroke-width="4" paint-order="stroke">Oman</text>');
  });

  it('sets lines of text on whole pixels, from quarters of one', () => {
    expect(paintSvg(scene({ ...text('Oman'), x: 1.3, y: 20.6 } as Mark))).toContain('<text x="1.25" y="21"');
  });

  it('isolates text that runs from right to left, and sets its own face first', () => {
    const svg = paintSvg(scene(text('تهران (Tehran)'), text('Tehran (تهران)')));
    expect(svg).toContain('>\u2067تهران (Tehran)\u2069</text>');
    expect(svg).toContain('>Tehran (تهران)</text>');
    expect(svg.match(/font-family="Vazirmatn, Inter/g)).toHaveLength(2);
  });

  it('carries the fonts it is given, and refuses bytes that are not base64', () => {
    const [face] = FONT_FACES;
    if (!face) throw new Error('no fonts');
    expect(paintSvg(scene(), { fonts: [{ face, format: 'woff2', base64: 'd09GMg==' }] })).toContain(
      "@font-face{font-family:'Inter';font-style:normal;font-weight:100 900;src:url(data:font/woff2;base64,d09GMg==) format('woff2');unicode-range:U+0000-00FF",
    );
    expect(() => paintSvg(scene(), { fonts: [{ face, format: 'woff2', base64: 'x)}</style>' }] })).toThrow('not base64');
  });

  it('holds any text without breaking: no tag, no forbidden character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => {
        const svg = paintSvg({ ...scene({ ...text(content), key: content }), title: content, description: content });
        const bare = svg.replace(/<[^<>]*>/g, '');
        expect(bare).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
        // oxlint-disable-next-line no-control-regex
        expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u);
      }),
    );
  }, 30_000);
});
