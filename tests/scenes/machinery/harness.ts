import { fontFacesUsed } from '../../../src/core/scene/font-faces.ts';
import { paintCanvas } from '../../../src/core/paint/canvas.ts';
import type { EmbeddedFont } from '../../../src/core/paint/font-face-rule.ts';
import { paintSvg } from '../../../src/core/paint/svg.ts';
import { cssFont, spacingOf } from '../../../src/core/scene/font-stack.ts';
import { measureText } from '../../../src/core/scene/measure.ts';
import { toPrintable } from '../../../src/core/scene/printable.ts';
import type { Font, Scene } from '../../../src/core/scene/scene.ts';
import { CASES } from './pictures.ts';

/** What the tests in a browser ask of the page that this script is put into. */
export interface Harness {
  readonly names: readonly string[];
  /** Width of a text by the tables of core, and by this browser. */
  readonly measure: (text: string, font: Font) => { readonly table: number; readonly browser: number };
  readonly loadFonts: (fonts: readonly EmbeddedFont[]) => Promise<void>;
  /** Shows a picture as the page's only content, painted in one of three ways. */
  readonly show: (name: string, way: 'canvas' | 'svg' | 'file') => Promise<{ readonly width: number; readonly height: number }>;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

let embedded: readonly EmbeddedFont[] = [];

function sceneOf(name: string): Scene {
  const found = CASES.find((entry) => entry.name === name);
  if (!found) throw new Error(`no picture is called ${name}`);
  return found.scene();
}

function canvasOf(scene: Scene): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = scene.size.width;
  canvas.height = scene.size.height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no 2D canvas');
  paintCanvas(scene, context);
  return canvas;
}

function svgOf(scene: Scene): Element {
  const { documentElement } = new DOMParser().parseFromString(paintSvg(scene), 'image/svg+xml');
  if (documentElement.nodeName !== 'svg') throw new Error(documentElement.textContent ?? 'not an SVG file');
  return document.importNode(documentElement, true);
}

/** The picture as it leaves the program: a file of its own with its fonts inside. */
async function fileOf(scene: Scene): Promise<HTMLImageElement> {
  const used = new Set(fontFacesUsed(scene).map((face) => face.file));
  const text = paintSvg(scene, { fonts: embedded.filter(({ face }) => used.has(face.file)) });
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  await image.decode();
  return image;
}

/** Paints one line and asks the canvas how wide it became. */
function measureInBrowser(text: string, font: Font): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('this browser has no 2D canvas');
  context.font = cssFont(font, text);
  context.letterSpacing = `${spacingOf(font, text)}px`;
  context.textRendering = 'geometricPrecision';
  return context.measureText(toPrintable(text)).width;
}

window.harness = {
  measure: (text, font) => ({ table: measureText(text, font), browser: measureInBrowser(text, font) }),
  names: CASES.map((entry) => entry.name),
  loadFonts: async (fonts) => {
    embedded = fonts;
    const faces = fonts.map(({ face, base64 }) => {
      const [lightest, boldest] = face.weights;
      return new FontFace(face.family, `url(data:font/woff2;base64,${base64})`, {
        style: face.style,
        weight: `${lightest} ${boldest}`,
        unicodeRange: face.unicodeRange,
      });
    });
    for (const face of faces) document.fonts.add(face);
    await Promise.all(faces.map((face) => face.load()));
  },
  show: async (name, way) => {
    const scene = sceneOf(name);
    const element = way === 'canvas' ? canvasOf(scene) : way === 'svg' ? svgOf(scene) : await fileOf(scene);
    element.setAttribute('style', 'display: block');
    document.body.style.margin = '0';
    document.body.replaceChildren(element);
    return scene.size;
  },
};
