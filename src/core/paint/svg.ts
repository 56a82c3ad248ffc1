import type { Box } from '../base/geometry.ts';
import { fontStack } from '../scene/font-stack.ts';
import { formatNumber } from '../scene/format-number.ts';
import { facesOf } from '../scene/marks/index.ts';
import type { Attributes, SvgWriter } from '../scene/marks/faces.ts';
import type { Colour, Fill, Gradient, Mark, Scene, Stroke } from '../scene/scene.ts';
import { escapeXml } from '../scene/xml.ts';
import { type EmbeddedFont, fontFaceRule } from './font-face-rule.ts';

export interface SvgOptions {
  /** Begins every id in the file, so that two pictures can stand in one page. Letters, digits and hyphens. */
  readonly idPrefix?: string;
  /** Fonts to put into the file: those of `fontFacesUsed`. Without, it is shown in whatever the viewer's machine has. */
  readonly fonts?: readonly EmbeddedFont[];
  /** Whether marks name the event, place or control that they stand for, as pages and tests want it; they do if not said. Keys of places hold coordinates. */
  readonly namesMarks?: boolean;
  /** XML for programs that read the file, beside the picture. */
  readonly metadata?: string;
}

const ID_PREFIX = /^[A-Za-z][A-Za-z0-9-]*$/;

const attribute = (name: string, value: string | number): string =>
  ` ${name}="${typeof value === 'number' ? formatNumber(value) : escapeXml(value)}"`;

const attributesText = (attributes: Attributes): string =>
  attributes.map(([name, value]) => (value === undefined ? '' : attribute(name, value))).join('');

/** Opacity as SVG text; three decimals tell all 256 steps of a colour's alpha apart. */
const formatOpacity = (opacity: number): string => String(Math.round(opacity * 1000) / 1000);

/** A colour without alpha, and its alpha: older programs do not read `#rrggbbaa`. */
function splitAlpha(colour: Colour): { readonly solid: Colour; readonly alpha: number } {
  return colour.length === 9 ? { solid: colour.slice(0, 7), alpha: Number.parseInt(colour.slice(7), 16) / 255 } : { solid: colour, alpha: 1 };
}

/** Attributes that paint with a colour: `fill` or `stroke`, and its opacity where it is not full. */
function colourAttributes(name: 'fill' | 'stroke' | 'stop', colour: Colour, opacity: number): Attributes {
  const { solid, alpha } = splitAlpha(colour);
  const whole = opacity * alpha;
  return [
    [name === 'stop' ? 'stop-color' : name, solid],
    [`${name}-opacity`, whole < 1 ? formatOpacity(whole) : undefined],
  ];
}

function gradientText({ direction, stops }: Gradient, box: Box): { readonly open: string; readonly content: string } {
  const end: Attributes = direction === 'across' ? [['x2', box.x + box.width], ['y2', box.y]] : [['x2', box.x], ['y2', box.y + box.height]];
  const line = attributesText([['gradientUnits', 'userSpaceOnUse'], ['x1', box.x], ['y1', box.y], ...end]);
  const content = stops
    .map(({ offset, colour }) => `<stop${attributesText([['offset', formatOpacity(offset)], ...colourAttributes('stop', colour, 1)])}/>`)
    .join('');
  return { open: line, content };
}

/** What the file defines before it paints: each thing once, numbered in the order of first use. */
function makeDefinitions(idPrefix: string) {
  const ids = new Map<string, string>();
  const texts: string[] = [];
  const define = (name: string, attributes: string, content: string): string => {
    const key = `${name}${attributes}>${content}`;
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `${idPrefix}-${ids.size + 1}`;
    ids.set(key, id);
    texts.push(`<${name} id="${id}"${attributes}>${content}</${name}>\n`);
    return id;
  };
  return { define, text: () => (texts.length === 0 ? '' : `<defs>\n${texts.join('')}</defs>\n`) };
}

/** Attributes that say what a mark is. */
const roleOf = ({ role }: Mark): Attributes => [['data-role', role]];
/** Attributes that say what a mark is and stands for. */
const nameOf = ({ role, event, key }: Mark): Attributes => [
  ['data-role', role],
  ['data-event', event],
  ['data-key', key],
];

function writeMarks(
  marks: readonly Mark[],
  define: (name: string, attributes: string, content: string) => string,
  markAttributes: (mark: Mark) => Attributes,
): string {
  const parts: string[] = [];
  let opacity = 1;

  const write = (children: readonly Mark[]): void => {
    const outer = opacity;
    for (const mark of children) {
      opacity = outer * (mark.opacity ?? 1);
      if (opacity > 0) facesOf(mark).svg(mark, writer);
    }
    opacity = outer;
  };

  const fillAttributes = (fill: Fill | undefined, box: Box): Attributes => {
    if (fill === undefined) return [];
    if (typeof fill === 'string') return colourAttributes('fill', fill, opacity);
    const { open, content } = gradientText(fill, box);
    return [
      ['fill', `url(#${define('linearGradient', open, content)})`],
      ['fill-opacity', opacity < 1 ? formatOpacity(opacity) : undefined],
    ];
  };

  const strokeAttributes = (stroke: Stroke | undefined): Attributes =>
    stroke === undefined || stroke.width <= 0
      ? []
      : [
          ...colourAttributes('stroke', stroke.colour, opacity),
          ['stroke-width', stroke.width === 1 ? undefined : stroke.width],
          ['stroke-dasharray', stroke.dash?.map((length) => formatNumber(length)).join(' ')],
        ];

  const writer: SvgWriter = {
    element: (mark, name, attributes, content) => {
      const start = `<${name}${attributesText(markAttributes(mark))}${attributesText(attributes)}`;
      parts.push(content === undefined ? `${start}/>\n` : `${start}>${content}</${name}>\n`);
    },
    group: (mark, attributes, children) => {
      const text = attributesText(markAttributes(mark)) + attributesText(attributes);
      if (text !== '') parts.push(`<g${text}>\n`);
      write(children);
      if (text !== '') parts.push('</g>\n');
    },
    fill: fillAttributes,
    stroke: strokeAttributes,
    clip: (pathData) => `url(#${define('clipPath', '', `<path clip-rule="evenodd" d="${pathData}"/>`)})`,
  };

  write(marks);
  return parts.join('');
}

/**
 * Writes a scene as an SVG file, the same as `paintCanvas` shows: text stays text, and title, description and language are in it.
 * The same scene and options give the same bytes on every machine.
 * @throws RangeError when a coordinate is not a finite number or the prefix cannot begin an id.
 */
export function paintSvg(scene: Scene, { idPrefix = 'scene', fonts = [], namesMarks = true, metadata }: SvgOptions = {}): string {
  if (!ID_PREFIX.test(idPrefix)) throw new RangeError(`“${idPrefix}” cannot begin an id in an SVG file`);
  const { width, height } = scene.size;
  const { define, text: definitions } = makeDefinitions(idPrefix);
  const body = writeMarks(scene.marks, define, namesMarks ? nameOf : roleOf);
  const hasDescription = scene.description !== undefined && scene.description !== '';

  const root = attributesText([
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['width', width],
    ['height', height],
    ['viewBox', `0 0 ${formatNumber(width)} ${formatNumber(height)}`],
    ['lang', scene.language],
    ['xml:lang', scene.language],
    ['role', 'img'],
    ['aria-labelledby', `${idPrefix}-title`],
    ['aria-describedby', hasDescription ? `${idPrefix}-description` : undefined],
    ['fill', 'none'],
    ['stroke-linejoin', 'round'],
    ['font-family', fontStack('sans')],
    ['text-rendering', 'geometricPrecision'],
  ]);
  return [
    `<svg${root}>\n`,
    `<title id="${idPrefix}-title">${escapeXml(scene.title)}</title>\n`,
    hasDescription ? `<desc id="${idPrefix}-description">${escapeXml(scene.description ?? '')}</desc>\n` : '',
    metadata === undefined ? '' : `<metadata>${metadata}</metadata>\n`,
    fonts.length === 0 ? '' : `<style>\n${fonts.map(fontFaceRule).join('')}</style>\n`,
    definitions(),
    scene.background === undefined ? '' : `<rect${attributesText([['width', width], ['height', height], ...colourAttributes('fill', scene.background, 1)])}/>\n`,
    body,
    '</svg>\n',
  ].join('');
}
