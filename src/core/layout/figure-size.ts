/**
 * How large a figure is. `width` and `height` are its pixels at 1×; an undefined height takes what the content needs.
 * `unit` is how many of those pixels one pixel of the typography takes: a figure that is looked at on a phone is set larger.
 */
export interface FigureSize {
  readonly width: number;
  readonly height: number | undefined;
  readonly unit: number;
  /** Whether a long timeline is wrapped over several rows, each a stretch of time. */
  readonly wraps?: boolean;
}

/**
 * The sizes that pictures are published in. Paper is ISO 216 at 96 pixels an inch (CSS pixels), so that an SVG prints at its true size;
 * a poster is A2.
 */
export const FIGURE_PRESETS = [
  { id: 'social', width: 1200, height: 675, unit: 1 },
  { id: 'square', width: 1080, height: 1080, unit: 1.2 },
  { id: 'story', width: 1080, height: 1920, unit: 1.8 },
  { id: 'column', width: 640, height: undefined, unit: 1 },
  { id: 'wide', width: 1440, height: undefined, unit: 1 },
  { id: 'slide', width: 1920, height: 1080, unit: 1.5 },
  { id: 'a4-portrait', width: 794, height: 1123, unit: 1 },
  { id: 'a4-landscape', width: 1123, height: 794, unit: 1 },
  { id: 'a3-portrait', width: 1123, height: 1587, unit: Math.SQRT2 },
  { id: 'a3-landscape', width: 1587, height: 1123, unit: Math.SQRT2 },
  { id: 'poster', width: 1587, height: 2245, unit: 1.6, wraps: true },
] as const satisfies readonly (FigureSize & { readonly id: string })[];

export type FigurePreset = (typeof FIGURE_PRESETS)[number];
export type FigurePresetId = FigurePreset['id'];

/** The size of a preset; throws for a text that names none. */
export function figureSizeOf(id: FigurePresetId): FigureSize {
  const preset = FIGURE_PRESETS.find((candidate) => candidate.id === id);
  if (preset === undefined) throw new Error(`no preset is called ${JSON.stringify(id)}`);
  return preset;
}

/** The preset that has a size; `undefined` for a size of one's own. */
export const presetOfSize = (size: FigureSize): FigurePreset | undefined =>
  FIGURE_PRESETS.find(({ width, height, unit }) => width === size.width && height === size.height && unit === size.unit);

/** Smallest and largest side of a figure in pixels at 1×: below, no line of text fits; above, no browser paints it. */
export const FIGURE_LIMITS = { least: 320, most: 4096 } as const;

/** A size of one's own: the unit follows from the width, so that a poster is not set in the type of a column. */
export function customFigureSize(width: number, height: number | undefined): FigureSize {
  return { width, height, unit: Math.max(1, Math.min(width, height ?? width) / 1000) };
}

/** The pixels of the figure as the layout sees it, before everything is enlarged by the unit. */
export const typeSize = (size: FigureSize): { readonly width: number; readonly height: number | undefined } => ({
  width: size.width / size.unit,
  height: size.height === undefined ? undefined : size.height / size.unit,
});
