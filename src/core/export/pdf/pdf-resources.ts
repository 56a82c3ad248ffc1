import { pdfNumber, refer, type PdfFile, type PdfRef } from './pdf-file.ts';
import { colourShading, isTranslucent, maskState, type LinearGradient } from './pdf-colour.ts';

/** The states and shadings that a page's content calls by name; equal ones are written once. */
export interface PdfResources {
  /** The operators that set the opacities of filling and of stroking. */
  readonly opacity: (fill: number, stroke: number) => string;
  /** The operators that paint a gradient over all that the clip lets through. */
  readonly shade: (gradient: LinearGradient, opacity: number) => string;
  /** The entries of the page's resources. */
  readonly entries: () => string;
}

export function pdfResources(file: PdfFile): PdfResources {
  const named = (prefix: string) => {
    const names = new Map<string, { readonly name: string; readonly ref: PdfRef }>();
    return {
      name: (key: string, write: () => string): string => {
        const known = names.get(key) ?? { name: `${prefix}${names.size + 1}`, ref: file.add(write()) };
        names.set(key, known);
        return known.name;
      },
      entries: () => [...names.values()].map(({ name, ref }) => `/${name} ${refer(ref)}`).join(' '),
    };
  };
  const [states, shadings] = [named('G'), named('S')];
  const opacity = (fill: number, stroke: number): string => {
    const state = `<< /Type /ExtGState /ca ${pdfNumber(fill)} /CA ${pdfNumber(stroke)} >>`;
    return `/${states.name(state, () => state)} gs`;
  };
  return {
    opacity,
    shade: (gradient, strength) => {
      const key = JSON.stringify(gradient);
      const shading = shadings.name(key, () => colourShading(gradient));
      const state = isTranslucent(gradient) ? `/${states.name(`${strength} ${key}`, () => maskState(file, gradient, strength))} gs` : opacity(strength, strength);
      return `${state} /${shading} sh`;
    },
    entries: () => `/ExtGState << ${states.entries()} >> /Shading << ${shadings.entries()} >>`,
  };
}
