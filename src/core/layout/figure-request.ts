import { err, ok, type Result } from '../base/result.ts';
import type { Palette } from '../scene/palette.ts';
import { customFigureSize, FIGURE_LIMITS, FIGURE_PRESETS, figureSizeOf, presetOfSize, type FigureSize } from './figure-size.ts';

export const FIGURE_PARTS = ['both', 'timeline', 'map', 'table', 'storyboard'] as const;
/**
 * What a figure shows of a story; `both` is timeline and map, `storyboard` the steps of its walk one by one. A story without a walk has no
 * storyboard: `both` is drawn in its place.
 */
export type FigureParts = (typeof FIGURE_PARTS)[number];

export const FIGURE_SCOPES = ['story', 'view', 'selection'] as const;
/**
 * All events of the story; those that pass the view's filters, in its time window and its part of the map; or the selected event alone,
 * and where none is, those of the chosen place.
 */
export type FigureScope = (typeof FIGURE_SCOPES)[number];

export const FIGURE_THEMES = ['light', 'dark'] as const satisfies readonly Palette['theme'][];
export type FigureTheme = (typeof FIGURE_THEMES)[number];

export const FIGURE_SOURCES = ['line', 'list', 'off'] as const;
/** Sources in the line below the picture, in a list of their own with their addresses, or not at all. */
export type FigureSources = (typeof FIGURE_SOURCES)[number];

/**
 * What is asked of a figure: the same for the page, the element and the command line. A text that is `undefined` is the story's own; an
 * empty one leaves that part out.
 */
export interface FigureRequest {
  readonly parts: FigureParts;
  readonly scope: FigureScope;
  readonly size: FigureSize;
  readonly theme: FigureTheme;
  readonly legend: boolean;
  readonly sources: FigureSources;
  readonly title: string | undefined;
  readonly deck: string | undefined;
  /** The day that the figure shows the state of: an EDTF date, or words that stand as they are. */
  readonly asOf: string | undefined;
  readonly credit: string | undefined;
  /** What the figure shows, for readers who do not see it; drafted from the events when `undefined`. */
  readonly alt: string | undefined;
}

/** The whole story in its own words, as a post. */
export const FIRST_FIGURE: FigureRequest = {
  parts: 'both',
  scope: 'story',
  size: figureSizeOf('social'),
  theme: 'light',
  legend: true,
  sources: 'line',
  title: undefined,
  deck: undefined,
  asOf: undefined,
  credit: undefined,
  alt: undefined,
};

/** The names of a request's members in texts: attributes of an element, options of a command, what is remembered. */
export const FIGURE_OPTIONS = [
  'what', 'events', 'preset', 'width', 'height', 'theme', 'legend', 'sources', 'title', 'deck', 'as-of', 'credit', 'alt',
] as const;
export type FigureOptionName = (typeof FIGURE_OPTIONS)[number];

/** A request as texts by the names of its options; what is left out is as in `FIRST_FIGURE`. */
export type FigureTexts = { readonly [Name in FigureOptionName]?: string | undefined };

/** Why texts are no request, with the option at fault. */
export type FigureProblem =
  | { readonly kind: 'choice'; readonly option: FigureOptionName; readonly value: string; readonly choices: readonly string[] }
  | { readonly kind: 'number'; readonly option: FigureOptionName; readonly value: string; readonly least: number; readonly most: number }
  /** Both a preset and a width. */
  | { readonly kind: 'size-twice' }
  /** A height without a width. */
  | { readonly kind: 'height-alone' };

const SWITCH = ['on', 'off'] as const;

/** Reads a request from texts; what they do not say is as in `first`. */
export function parseFigureRequest(texts: FigureTexts, first: FigureRequest = FIRST_FIGURE): Result<FigureRequest, FigureProblem> {
  const parts = choiceOf(texts, 'what', FIGURE_PARTS, first.parts);
  if (!parts.ok) return parts;
  const scope = choiceOf(texts, 'events', FIGURE_SCOPES, first.scope);
  if (!scope.ok) return scope;
  const size = sizeOf(texts, first.size);
  if (!size.ok) return size;
  const theme = choiceOf(texts, 'theme', FIGURE_THEMES, first.theme);
  if (!theme.ok) return theme;
  const legend = choiceOf(texts, 'legend', SWITCH, first.legend ? 'on' : 'off');
  if (!legend.ok) return legend;
  const sources = choiceOf(texts, 'sources', FIGURE_SOURCES, first.sources);
  if (!sources.ok) return sources;
  return ok({
    parts: parts.value,
    scope: scope.value,
    size: size.value,
    theme: theme.value,
    legend: legend.value === 'on',
    sources: sources.value,
    title: texts.title ?? first.title,
    deck: texts.deck ?? first.deck,
    asOf: texts['as-of'] ?? first.asOf,
    credit: texts.credit ?? first.credit,
    alt: texts.alt ?? first.alt,
  });
}

/** A request as texts that `parseFigureRequest` reads back; only what differs from `FIRST_FIGURE` is said. */
export function serializeFigureRequest({ parts, scope, size, theme, legend, sources, title, deck, asOf, credit, alt }: FigureRequest): FigureTexts {
  const first = FIRST_FIGURE;
  return {
    ...(parts !== first.parts && { what: parts }),
    ...(scope !== first.scope && { events: scope }),
    ...sizeTexts(size),
    ...(theme !== first.theme && { theme }),
    ...(legend !== first.legend && { legend: legend ? 'on' : 'off' }),
    ...(sources !== first.sources && { sources }),
    ...(title !== undefined && { title }),
    ...(deck !== undefined && { deck }),
    ...(asOf !== undefined && { 'as-of': asOf }),
    ...(credit !== undefined && { credit }),
    ...(alt !== undefined && { alt }),
  };
}

function sizeTexts(size: FigureSize): FigureTexts {
  const preset = presetOfSize(size);
  if (preset !== undefined) return preset.id === presetOfSize(FIRST_FIGURE.size)?.id ? {} : { preset: preset.id };
  return { width: String(size.width), ...(size.height !== undefined && { height: String(size.height) }) };
}

function choiceOf<T extends string>(texts: FigureTexts, option: FigureOptionName, choices: readonly T[], first: T): Result<T, FigureProblem> {
  const value = texts[option];
  if (value === undefined) return ok(first);
  const found = choices.find((choice) => choice === value);
  return found === undefined ? err({ kind: 'choice', option, value, choices }) : ok(found);
}

function sizeOf(texts: FigureTexts, first: FigureSize): Result<FigureSize, FigureProblem> {
  const { preset, width, height } = texts;
  if (width === undefined) {
    if (height !== undefined) return err({ kind: 'height-alone' });
    if (preset === undefined) return ok(first);
    const chosen = choiceOf(texts, 'preset', FIGURE_PRESETS.map(({ id }) => id), 'social');
    return chosen.ok ? ok(figureSizeOf(chosen.value)) : chosen;
  }
  if (preset !== undefined) return err({ kind: 'size-twice' });
  const across = pixelsOf('width', width);
  if (!across.ok) return across;
  if (height === undefined) return ok(customFigureSize(across.value, undefined));
  const down = pixelsOf('height', height);
  return down.ok ? ok(customFigureSize(across.value, down.value)) : down;
}

function pixelsOf(option: 'width' | 'height', value: string): Result<number, FigureProblem> {
  const { least, most } = FIGURE_LIMITS;
  const read = /^\d+$/.test(value) ? Number(value) : NaN;
  return read >= least && read <= most ? ok(read) : err({ kind: 'number', option, value, least, most });
}
