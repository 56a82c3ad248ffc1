import type { Font, Mark, TextMark } from '../../src/core/scene/scene.ts';
import { measureText } from '../../src/core/scene/measure.ts';
import { caption, sheet } from './machinery/gallery-scene.ts';
import type { Picture } from './machinery/picture.ts';

const WEIGHTS = [400, 500, 600, 700] as const;

const LINES: readonly (readonly [text: string, font: Font])[] = [
  ['Drones, fast boats and talks: five days', { family: 'serif', size: 22, weight: 600 }],
  ['What was reported to 4\u00A0February 2026 — “and planned”', { family: 'serif', size: 15, weight: 400 }],
  ['Türkiye · İstanbul · Iğdır · Şırnak · Çanakkale', { family: 'sans', size: 13, weight: 500 }],
  ['Αθήνα · Київ · Đà Nẵng · Łódź', { family: 'serif', size: 14, weight: 400 }],
  ['SAUDI ARABIA', { family: 'sans', size: 10, weight: 500, spacing: 1.6 }],
  ['Arabian Sea', { family: 'serif', size: 13, weight: 400, italic: true }],
  ['Hatched: only the country is known', { family: 'sans', size: 11, weight: 400, italic: true }],
  ['مذاکرات ایران و آمریکا در عمان', { family: 'sans', size: 15, weight: 600 }],
  ['تهران: «گفت‌وگوها» (US–Iran) ۱۴۰۴/۱۱/۱۷', { family: 'serif', size: 15, weight: 400 }],
  ['Hormuz (تنگهٔ هرمز), 21 Feb', { family: 'sans', size: 13, weight: 400 }],
];

/** Type: families, weights, scripts, directions, anchors and halos; under each line the width that layouts count on. */
export const picture: Picture = {
  name: 'type',
  scene: (world) => {
    const { palette } = world;
    const lines = LINES.flatMap(([text, font], i): readonly Mark[] => {
      const y = 40 + i * 30;
      const width = measureText(text, font);
      return [
        { kind: 'line', x1: 20, y1: y + 5.5, x2: 20 + width, y2: y + 5.5, stroke: { colour: palette.border, width: 1 } },
        { kind: 'text', x: 20, y, text, font, fill: palette.ink, anchor: 'start' },
      ];
    });
    const weights = WEIGHTS.flatMap((weight, i): readonly Mark[] => [
      { kind: 'text', x: 520, y: 30 + i * 20, text: 'Strait of Hormuz', font: { family: 'sans', size: 13, weight }, fill: palette.ink, anchor: 'start' },
      { kind: 'text', x: 660, y: 30 + i * 20, text: 'Persian Gulf', font: { family: 'serif', size: 13, weight }, fill: palette.second, anchor: 'start' },
    ]);
    const anchors = (['start', 'middle', 'end'] as const).flatMap((anchor, i): readonly TextMark[] => [
      caption(640, 136 + i * 18, `anchor ${anchor}`, palette.ink, anchor),
      { ...caption(640, 200 + i * 22, 'تهران ۱۲', palette.ink, anchor), font: { family: 'sans', size: 14, weight: 400 } },
      { ...caption(640, 272 + i * 16, 'SPACED', palette.third, anchor), font: { family: 'sans', size: 10, weight: 500, spacing: 2 } },
    ]);
    return sheet(world, 'Type', 780, 350, [
      { kind: 'rect', x: 500, y: 310, width: 260, height: 30, fill: palette.sea },
      { kind: 'line', x1: 640.5, y1: 118, x2: 640.5, y2: 316, stroke: { colour: palette.border, width: 1 } },
      { kind: 'line', x1: 500, y1: 325, x2: 760, y2: 325, stroke: { colour: palette.water, width: 2 } },
      ...lines,
      ...weights,
      ...anchors,
      { kind: 'text', x: 630, y: 330, text: 'Strait of Hormuz & “<others>”', font: { family: 'sans', size: 14, weight: 600 }, fill: palette.ink, anchor: 'middle', halo: { colour: palette.sea, width: 3 }, role: 'label', event: 3 },
    ]);
  },
};
