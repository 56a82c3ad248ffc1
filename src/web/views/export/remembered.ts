import { FIGURE_OPTIONS, FIRST_FIGURE, parseFigureRequest, serializeFigureRequest, type FigureTexts } from '../../../core/layout/figure-request.ts';
import { EXPORT_FORMATS } from '../../../core/export/index.ts';
import { PNG_SCALES } from '../../../core/export/png.ts';
import type { ExportDraft } from './export-draft.ts';

/** Where the choices of the stories last exported are kept: under this, the newest first. */
const KEY = 'dateline:figures';
/** Of so many stories. */
const MOST = 20;

/** What is kept of a story's export: its choices as texts. */
interface Kept {
  readonly story: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** What a person chose the last time that they exported a story, by its name; `undefined` when they have not, or the browser keeps nothing. */
export function rememberedDraft(story: string): ExportDraft | undefined {
  const texts = readKept().find((kept) => kept.story === story)?.texts;
  if (texts === undefined) return undefined;
  const options: FigureTexts = Object.fromEntries(FIGURE_OPTIONS.flatMap((name) => (texts.has(name) ? [[name, texts.get(name)]] : [])));
  const request = parseFigureRequest(options);
  if (!request.ok) return undefined;
  const format = EXPORT_FORMATS.find(({ id }) => id === texts.get('format'))?.id ?? 'png';
  const scale = PNG_SCALES.find((known) => String(known) === texts.get('scale')) ?? 2;
  // Asked for each time: it gives away what the picture does not show.
  return { figure: request.value, isOwnSize: options.width !== undefined, format, scale, withStory: false };
}

/** Keeps what was chosen for a story; a browser that keeps nothing is no matter. */
export function rememberDraft(story: string, { figure, isOwnSize, format, scale }: ExportDraft): void {
  // The words of one selection are not those of the next.
  const texts = serializeFigureRequest(figure.scope === 'selection' ? { ...figure, scope: FIRST_FIGURE.scope } : figure);
  const size = isOwnSize ? { width: String(figure.size.width), ...(figure.size.height !== undefined && { height: String(figure.size.height) }), preset: undefined } : {};
  const kept = [[story, { ...texts, ...size, format, scale: String(scale) }], ...readKept().filter((one) => one.story !== story).map((one) => [one.story, Object.fromEntries(one.texts)])];
  try {
    window.localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST)));
  } catch {
    // Without storage the dialog opens as at the first time.
  }
}

function readKept(): readonly Kept[] {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(value) ? (value as readonly unknown[]).flatMap(readOne) : [];
  } catch {
    return [];
  }
}

function readOne(value: unknown): readonly Kept[] {
  const [story, texts] = Array.isArray(value) ? (value as readonly unknown[]) : [];
  if (typeof story !== 'string' || typeof texts !== 'object' || texts === null) return [];
  return [{ story, texts: new Map(Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) }];
}
