import { asciiBytes, pdfNumber, refer, type PdfFile } from './pdf-file.ts';

/** Red, green, blue and alpha, 0 to 1 each. */
type Components = readonly [red: number, green: number, blue: number, alpha: number];

const COLOUR = /^#(?:[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** The parts of a colour as scenes have it; throws for any other text. */
export function componentsOf(colour: string): Components {
  if (!COLOUR.test(colour)) throw new RangeError(`${JSON.stringify(colour)} is not a colour of a scene`);
  const [red = 0, green = 0, blue = 0, alpha = 255] = (colour.slice(1).match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
  return [red / 255, green / 255, blue / 255, alpha / 255];
}

export const rgbText = ([red, green, blue]: Components): string => [red, green, blue].map(pdfNumber).join(' ');

/** A run of colours along a line, as a canvas makes it. */
export interface LinearGradient {
  readonly line: readonly [x0: number, y0: number, x1: number, y1: number];
  readonly stops: { readonly offset: number; readonly colour: string }[];
}

/** Larger than any page: what a mask is cut to. */
const FAR = 100_000;

/** A function from 0 to 1 that runs through values at offsets: a straight piece between each and the next (ISO 32000-1, 7.10.4). */
function ramp(stops: readonly { readonly offset: number; readonly values: string }[]): string {
  const pieces = stops.slice(1).map(({ values }, k) => `<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [${stops[k]?.values}] /C1 [${values}] >>`);
  const bounds = stops.slice(1, -1).map(({ offset }) => pdfNumber(offset));
  const encode = pieces.map(() => '0 1').join(' ');
  return `<< /FunctionType 3 /Domain [0 1] /Functions [${pieces.join(' ')}] /Bounds [${bounds.join(' ')}] /Encode [${encode}] >>`;
}

/** The stops with one at either end. */
function wholeRun(stops: LinearGradient['stops']): LinearGradient['stops'] {
  const [first, last] = [stops[0], stops.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a gradient has no colours');
  return [...(first.offset > 0 ? [{ ...first, offset: 0 }] : []), ...stops, ...(last.offset < 1 || stops.length === 1 ? [{ ...last, offset: 1 }] : [])];
}

const shading = (space: string, { line }: LinearGradient, run: string): string =>
  `<< /ShadingType 2 /ColorSpace /${space} /Coords [${line.map(pdfNumber).join(' ')}] /Function ${run} /Extend [true true] >>`;

/** The shading of a gradient's colours, as an object of the file. */
export const colourShading = (gradient: LinearGradient): string =>
  shading('DeviceRGB', gradient, ramp(wholeRun(gradient.stops).map(({ offset, colour }) => ({ offset, values: rgbText(componentsOf(colour)) }))));

export const isTranslucent = ({ stops }: LinearGradient): boolean => stops.some(({ colour }) => componentsOf(colour)[3] < 1);

/** A graphics state in which paint shows as much as the gradient's alpha says, times `opacity` (11.6.5.2). */
export function maskState(file: PdfFile, gradient: LinearGradient, opacity: number): string {
  const alphas = ramp(wholeRun(gradient.stops).map(({ offset, colour }) => ({ offset, values: pdfNumber(componentsOf(colour)[3] * opacity) })));
  const shade = file.add(shading('DeviceGray', gradient, alphas));
  const form = file.addStream(
    `/Type /XObject /Subtype /Form /BBox [${-FAR} ${-FAR} ${FAR} ${FAR}] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Shading << /S ${refer(shade)} >> >>`,
    asciiBytes('/S sh'),
  );
  return `<< /Type /ExtGState /SMask << /S /Luminosity /G ${refer(form)} >> >>`;
}
