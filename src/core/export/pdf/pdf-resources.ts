import { asciiBytes, pdfNumber, refer, type PdfFile, type PdfRef } from './pdf-file.ts';
import type { Typeface } from '../fonts/typeface.ts';
import { addOutline, pdfPath } from './pdf-path.ts';
import { colourShading, isTranslucent, maskState, type LinearGradient } from './pdf-colour.ts';

/** The states and shadings that a page's content calls by name; equal ones are written once. */
export interface PdfResources {
  /** The operators that set the opacities of filling and of stroking. */
  readonly opacity: (fill: number, stroke: number) => string;
  /** The operators that paint a gradient over all that the clip lets through. */
  readonly shade: (gradient: LinearGradient, opacity: number) => string;
  /** The name of a drawing that strokes the outline of a glyph, in the units of its typeface; `undefined` when it has none. */
  readonly outline: (typeface: Typeface, glyph: number) => string | undefined;
  /** The entries of the page's resources. */
  readonly entries: () => string;
}

export function pdfResources(file: PdfFile): PdfResources {
  const named = (prefix: string) => {
    const names = new Map<string, { readonly name: string; readonly ref: PdfRef }>();
    return {
      name: (key: string, write: () => PdfRef): string => {
        const known = names.get(key) ?? { name: `${prefix}${names.size + 1}`, ref: write() };
        names.set(key, known);
        return known.name;
      },
      entries: () => [...names.values()].map(({ name, ref }) => `/${name} ${refer(ref)}`).join(' '),
    };
  };
  const [states, shadings, outlines] = [named('G'), named('S'), named('O')];
  const opacity = (fill: number, stroke: number): string => {
    const state = `<< /Type /ExtGState /ca ${pdfNumber(fill)} /CA ${pdfNumber(stroke)} >>`;
    return `/${states.name(state, () => file.add(state))} gs`;
  };
  return {
    opacity,
    shade: (gradient, strength) => {
      const key = JSON.stringify(gradient);
      const shading = shadings.name(key, () => file.add(colourShading(gradient)));
      const state = isTranslucent(gradient) ? `/${states.name(`${strength} ${key}`, () => file.add(maskState(file, gradient, strength)))} gs` : opacity(strength, strength);
      return `${state} /${shading} sh`;
    },
    outline: (typeface, glyph) => {
      const contours = typeface.outlineOf(glyph);
      if (contours.length === 0) return undefined;
      return outlines.name(`${glyph} ${typeface.weight} ${typeface.face.file}`, () => {
        const path = pdfPath();
        addOutline(path, contours);
        const { unitsPerEm } = typeface;
        const box = [-unitsPerEm, -unitsPerEm, 2 * unitsPerEm, 2 * unitsPerEm].join(' ');
        return file.addStream(`/Type /XObject /Subtype /Form /BBox [${box}] /Resources << >>`, asciiBytes(`${path.operators()}\nS`));
      });
    },
    entries: () => `/ExtGState << ${states.entries()} >> /Shading << ${shadings.entries()} >> /XObject << ${outlines.entries()} >>`,
  };
}
