import pixelmatch from 'pixelmatch';
import type { FontFile } from '../../../src/core/export/fonts/font-file.ts';
import { toPdf } from '../../../src/core/export/pdf.ts';
import { toSvg } from '../../../src/core/export/svg.ts';
import { paintCanvas } from '../../../src/core/paint/canvas.ts';
import { paintSvg } from '../../../src/core/paint/svg.ts';
import { FONT_FACES } from '../../../src/core/scene/font-face-table.ts';
import { fontFacesUsed } from '../../../src/core/scene/font-faces.ts';
import type { Scene } from '../../../src/core/scene/scene.ts';
import { paintPicture } from '../../../src/web/worker/paint-picture.ts';
import { CASES } from './pictures.ts';

/** What the tests of exported files ask of the page that this script is put into. */
export interface TruthHarness {
  readonly loadFonts: (base64ByFile: Readonly<Record<string, string>>) => Promise<void>;
  /** The share of pixels in which a file differs from the canvas of the screen, at so many pixels for each of the scene's. */
  readonly difference: (name: string, format: 'png' | 'svg', scale: number) => Promise<number>;
  /** The pixels of the canvas as a PNG, at so many for each of the scene's, and the SVG that another program is to draw, which has no fonts inside. */
  readonly forAnother: (name: string, scale: number) => { readonly canvas: string; readonly svg: string };
  /** The share of pixels in which a PDF, drawn by `pdf.mjs`, differs from the canvas of the screen. */
  readonly pdfDifference: (name: string, scale: number) => Promise<number>;
  /** Sums of the bytes of each format. */
  readonly sums: (name: string) => Promise<Readonly<Record<'png' | 'svg' | 'pdf', string>>>;
}

declare global {
  interface Window {
    truth: TruthHarness;
  }
}

let files: readonly FontFile[] = [];
const fontsOf = (scene: Scene): readonly FontFile[] => fontFacesUsed(scene).flatMap((face) => files.filter((file) => file.face === face));

function sceneOf(name: string): Scene {
  const found = CASES.find((entry) => entry.name === name);
  if (!found) throw new Error(`no picture is called ${name}`);
  return found.scene();
}

function contextOf({ size }: Pick<Scene, 'size'>, scale: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(size.width * scale);
  canvas.height = Math.round(size.height * scale);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser has no 2D canvas');
  return context;
}

function screenOf(scene: Scene, scale: number): CanvasRenderingContext2D {
  const context = contextOf(scene, scale);
  paintCanvas(scene, context, { scale });
  return context;
}

async function bytesOf(scene: Scene, format: 'png' | 'svg' | 'pdf', scale: number): Promise<Blob> {
  switch (format) {
    case 'png':
      return new Blob([...((await paintPicture(scene, scale, () => true)) ?? [])], { type: 'image/png' });
    case 'svg':
      return new Blob([toSvg(scene, fontsOf(scene))], { type: 'image/svg+xml' });
    default:
      return new Blob([toPdf(scene, fontsOf(scene)).bytes], { type: 'application/pdf' });
  }
}

const FONTS_READ_MS = 300;

/** Draws an image file as large as the canvas is. */
async function draw(file: Blob, context: CanvasRenderingContext2D): Promise<void> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  await image.decode();
  // Fonts inside a picture are read with the first drawing of it, which does not wait for them.
  contextOf({ size: { width: 1, height: 1 } }, 1).drawImage(image, 0, 0);
  await new Promise((resolve) => {
    setTimeout(resolve, FONTS_READ_MS);
  });
  context.drawImage(image, 0, 0, context.canvas.width, context.canvas.height);
  URL.revokeObjectURL(image.src);
}

/** What is used here of pdf.js, which the test serves beside the page. */
interface PdfLibrary {
  readonly GlobalWorkerOptions: { workerSrc: string };
  readonly getDocument: (source: { readonly data: Uint8Array }) => { readonly promise: Promise<PdfDocument> };
}
interface PdfDocument {
  readonly getPage: (number: number) => Promise<{
    readonly getViewport: (options: { readonly scale: number }) => { readonly width: number; readonly height: number };
    readonly render: (options: { readonly canvas: HTMLCanvasElement; readonly viewport: object }) => { readonly promise: Promise<void> };
  }>;
}

/** Pixels of a figure in a point of its PDF page. */
const PIXELS_IN_POINT = 96 / 72;

/** Draws the page of a PDF file on a canvas as large as it is at so many pixels for each of the figure's. */
async function drawPdf(file: Blob, context: CanvasRenderingContext2D, scale: number): Promise<void> {
  const address = '/pdf.mjs';
  const library = (await import(/* @vite-ignore */ address)) as PdfLibrary;
  library.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
  const pdf = await library.getDocument({ data: new Uint8Array(await file.arrayBuffer()) }).promise;
  const page = await pdf.getPage(1);
  await page.render({ canvas: context.canvas, viewport: page.getViewport({ scale: scale * PIXELS_IN_POINT }) }).promise;
}

/** The share of pixels in which a canvas differs from that of the screen. */
function shareOf(scene: Scene, scale: number, other: CanvasRenderingContext2D): number {
  const { width, height } = other.canvas;
  const [a, b] = [screenOf(scene, scale), other].map((context) => context.getImageData(0, 0, width, height).data);
  if (a === undefined || b === undefined) throw new Error('nothing to compare');
  return pixelmatch(a, b, undefined, width, height, { threshold: 0.1 }) / (width * height);
}

const hexOf = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const sumOf = async (file: Blob): Promise<string> => hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));

window.truth = {
  loadFonts: async (base64ByFile) => {
    files = FONT_FACES.map((face) => ({ face, bytes: Uint8Array.from(atob(base64ByFile[face.file] ?? ''), (letter) => letter.charCodeAt(0)) }));
    await Promise.all(
      files.map(async ({ face, bytes }) => {
        const font = new FontFace(face.family, bytes.slice(), { style: face.style, weight: face.weights.join(' '), unicodeRange: face.unicodeRange });
        document.fonts.add(font);
        await font.load();
      }),
    );
  },
  difference: async (name, format, scale) => {
    const scene = sceneOf(name);
    const other = contextOf(scene, scale);
    await draw(await bytesOf(scene, format, scale), other);
    return shareOf(scene, scale, other);
  },
  pdfDifference: async (name, scale) => {
    const scene = sceneOf(name);
    const other = contextOf(scene, scale);
    await drawPdf(await bytesOf(scene, 'pdf', 1), other, scale);
    return shareOf(scene, scale, other);
  },
  forAnother: (name, scale) => {
    const scene = sceneOf(name);
    return { canvas: screenOf(scene, scale).canvas.toDataURL('image/png').split(',')[1] ?? '', svg: paintSvg(scene) };
  },
  sums: async (name) => {
    const scene = sceneOf(name);
    return { png: await sumOf(await bytesOf(scene, 'png', 2)), svg: await sumOf(await bytesOf(scene, 'svg', 1)), pdf: await sumOf(await bytesOf(scene, 'pdf', 1)) };
  },
};
