import type { CanvasGradientLike, CanvasLike } from '../../scene/canvas-like.ts';
import { parseCssFont } from '../../scene/font-stack.ts';
import type { Font } from '../../scene/scene.ts';
import type { ShapedRun } from '../fonts/shape-line.ts';
import { componentsOf, rgbText, type LinearGradient } from './pdf-colour.ts';
import { pdfNumber } from './pdf-file.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { showRun, strokeRun, widthOfRun } from './pdf-line.ts';
import { pdfPath } from './pdf-path.ts';
import type { PdfResources } from './pdf-resources.ts';
import { END, type PdfStructure } from './pdf-structure.ts';

interface PdfCanvasParts {
  readonly fonts: PdfFonts;
  readonly resources: PdfResources;
  readonly structure: PdfStructure;
  readonly shape: (text: string, font: Font) => readonly ShapedRun[];
}

/** What `save` keeps: that which painting sets. */
const KEPT = ['fillStyle', 'strokeStyle', 'lineWidth', 'lineCap', 'lineJoin', 'miterLimit', 'globalAlpha', 'font', 'letterSpacing'] as const;
type Kept = Pick<CanvasLike, (typeof KEPT)[number]>;

const CAPS = new Map([['butt', 0], ['round', 1], ['square', 2]]);
const JOINS = new Map([['miter', 0], ['round', 1], ['bevel', 2]]);

/** The styles of a context, apart from it. */
const copyOf = (context: Kept): Kept => Object.fromEntries(KEPT.map((name) => [name, context[name]])) as unknown as Kept;

/**
 * A canvas that writes what is painted on it as the content of a PDF page, so that a scene is painted by the same hands as on the screen. Its y
 * axis runs down; the page has to be turned over before.
 */
export function pdfCanvas({ fonts, resources, structure, shape }: PdfCanvasParts): { readonly context: CanvasLike; readonly content: () => string } {
  const parts: string[] = [];
  const put = (...operators: readonly string[]): void => void parts.push(...operators);
  let path = pdfPath();
  let dash: readonly number[] = [];
  const saved: { readonly styles: Kept; readonly dash: readonly number[]; readonly set: ReadonlyMap<string, string> }[] = [];
  /** What the file has set, by the kind of setting, so that nothing is set twice. */
  let set = new Map<string, string>();
  const apply = (kind: string, operator: string): void => {
    if (set.get(kind) === operator) return;
    set.set(kind, operator);
    put(operator);
  };

  let isDrawing = false;
  let hasFigure = false;
  /** What is drawn belongs to the figure at first, and goes without saying from then on. */
  const draw = (): void => {
    if (isDrawing) return;
    put(hasFigure ? structure.artifact() : structure.figure());
    [isDrawing, hasFigure] = [true, true];
  };
  const endDrawing = (): void => {
    if (isDrawing) put(END);
    isDrawing = false;
  };

  const colourOf = (style: string | object) => componentsOf(String(style));
  const setPaint = (kinds: { readonly fill?: boolean; readonly stroke?: boolean }): void => {
    const alpha = (style: string | object): number => context.globalAlpha * (typeof style === 'string' ? colourOf(style)[3] : 1);
    if (kinds.fill === true) apply('fill', `${rgbText(colourOf(context.fillStyle))} rg`);
    if (kinds.stroke === true) apply('stroke', `${rgbText(colourOf(context.strokeStyle))} RG`);
    const strength = alpha(kinds.fill === true ? context.fillStyle : context.strokeStyle);
    apply('opacity', resources.opacity(strength, strength));
  };
  const setStroke = (): void => {
    setPaint({ stroke: true });
    apply('width', `${pdfNumber(context.lineWidth)} w`);
    apply('cap', `${CAPS.get(context.lineCap) ?? 0} J`);
    apply('join', `${JOINS.get(context.lineJoin) ?? 0} j`);
    apply('limit', `${pdfNumber(context.miterLimit)} M`);
    apply('dash', `[${dash.map(pdfNumber).join(' ')}] 0 d`);
  };
  const fillShape = (operators: string, rule: '' | '*'): void => {
    if (operators === '') return;
    draw();
    if (typeof context.fillStyle === 'string') {
      setPaint({ fill: true });
      put(operators, `f${rule}`);
      return;
    }
    // Only gradients that this canvas made are given back to it.
    put('q', operators, `W${rule} n`, resources.shade(context.fillStyle as LinearGradient, context.globalAlpha), 'Q');
  };

  const fontNow = (): Font => ({ ...parseCssFont(context.font), spacing: Number.parseFloat(context.letterSpacing) });
  /** Each run of a line with the place where it begins. */
  const placed = (text: string, x: number, font: Font): readonly (readonly [ShapedRun, number])[] => {
    let at = x;
    return shape(text, font).map((run) => {
      const from = at;
      at += widthOfRun(run, font);
      return [run, from] as const;
    });
  };

  const context: CanvasLike = {
    fillStyle: '#000000',
    strokeStyle: '#000000',
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    miterLimit: 10,
    globalAlpha: 1,
    font: '',
    textAlign: 'left',
    textBaseline: 'alphabetic',
    direction: 'ltr',
    letterSpacing: '0px',
    fontKerning: 'auto',
    textRendering: 'geometricPrecision',
    save: () => {
      saved.push({ styles: copyOf(context), dash, set: new Map(set) });
      put('q');
    },
    restore: () => {
      const before = saved.pop();
      if (before === undefined) throw new Error('a canvas was restored more often than saved');
      Object.assign(context, before.styles);
      dash = before.dash;
      set = new Map(before.set);
      put('Q');
    },
    translate: (x, y) => put(`1 0 0 1 ${pdfNumber(x)} ${pdfNumber(y)} cm`),
    scale: (x, y) => {
      if (x !== 1 || y !== 1) put(`${pdfNumber(x)} 0 0 ${pdfNumber(y)} 0 0 cm`);
    },
    beginPath: () => {
      path = pdfPath();
    },
    closePath: () => path.close(),
    moveTo: (x, y) => path.moveTo(x, y),
    lineTo: (x, y) => path.lineTo(x, y),
    rect: (x, y, width, height) => path.rect(x, y, width, height),
    roundRect: (x, y, width, height, radius) => path.roundRect(x, y, width, height, radius),
    arc: (x, y, radius, from, to) => path.arc(x, y, radius, from, to),
    fill: (rule) => fillShape(path.operators(), rule === 'evenodd' ? '*' : ''),
    stroke: () => {
      if (path.operators() === '') return;
      draw();
      setStroke();
      put(path.operators(), 'S');
    },
    clip: (rule) => put(path.operators() === '' ? '0 0 0 0 re' : path.operators(), rule === 'evenodd' ? 'W* n' : 'W n'),
    setLineDash: (lengths) => {
      dash = lengths;
    },
    fillRect: (x, y, width, height) => {
      const box = pdfPath();
      box.rect(x, y, width, height);
      fillShape(box.operators(), '');
    },
    measureText: (text) => {
      const font = fontNow();
      return { width: shape(text, font).reduce((width, run) => width + widthOfRun(run, font), 0) };
    },
    fillText: (text, x, y) => {
      endDrawing();
      const font = fontNow();
      setPaint({ fill: true });
      apply('stroke', `${rgbText(colourOf(context.fillStyle))} RG`);
      set.delete('width');
      const operators = placed(text, x, font).map(([run, at]) => showRun(run, font, at, y, fonts));
      // Letters set apart would be taken for words of one letter each.
      put(...structure.line(operators, font.spacing === 0 ? undefined : text));
    },
    // The band around letters is drawn, not written: text that is there twice would be copied twice.
    strokeText: (text, x, y) => {
      const font = fontNow();
      draw();
      setStroke();
      for (const [run, at] of placed(text, x, font)) {
        const outlines = strokeRun(run, font, at, y, context.lineWidth, resources);
        if (outlines !== '') put(outlines);
      }
    },
    createLinearGradient: (...line): CanvasGradientLike => {
      const gradient: LinearGradient & CanvasGradientLike = {
        line,
        stops: [],
        addColorStop: (offset, colour) => void gradient.stops.push({ offset, colour }),
      };
      return gradient;
    },
  };
  return {
    context,
    content: () => {
      endDrawing();
      return parts.join('\n');
    },
  };
}
