import { THEMES, type Theme } from '../../core/view/view-state.ts';

/*
 * What a story in a frame and the page around it say to each other by `postMessage`. Every message is an object with the member `dateline`, the
 * version of this language; whatever is not one of these messages, to the letter, is none.
 */

/** Version of the language. */
const VERSION = 1;

/** From the frame to the page around it. */
export type FrameMessage =
  /** It listens; and whether it has a story of its own. */
  | { readonly kind: 'ready'; readonly hasStory: boolean }
  /** The height in pixels that suits its width. */
  | { readonly kind: 'height'; readonly height: number }
  /** It has been given a story whose letters need a font that lies in `element/fonts/` of the build, by the name of its file. */
  | { readonly kind: 'font'; readonly name: string }
  /** What is seen, as in a link: `v=1&event=…`. */
  | { readonly kind: 'view'; readonly view: string }
  /** The event that is selected now. */
  | { readonly kind: 'select'; readonly id: string | undefined };

/** How the page around asks for a story to be shown. What is left out is as the story has it. */
export interface FrameOptions {
  /** A view, as in a link. */
  readonly view?: string | undefined;
  /** Id of the event that is selected at first, or the date in EDTF that the timeline begins at. */
  readonly start?: string | undefined;
  readonly theme?: Theme | undefined;
  /** IETF tag for the forms of dates and numbers. */
  readonly language?: string | undefined;
}

/** From the page to the frame in it. */
export type HostMessage =
  /** Answers `ready`, and says what the page asks for; said again, all of it is asked for anew. */
  | ({ readonly kind: 'hello' } & FrameOptions)
  | { readonly kind: 'view'; readonly view: string }
  /** A native file for a frame that has no story. */
  | { readonly kind: 'story'; readonly text: string }
  /** The file of a font that was asked for. */
  | { readonly kind: 'font'; readonly name: string; readonly bytes: ArrayBuffer };

/** The least and the most height in pixels that a frame can ask for. */
export const HEIGHTS = { least: 240, most: 2400 } as const;

/** Longer views are no view of this program. */
const LONGEST_VIEW = 16_384;
const LONGEST_ID = 1024;
const LONGEST_TAG = 64;
/** The name of a file in the folder that fonts lie in, and no path. */
const FONT_NAME = /^[a-z0-9-]{1,64}\.woff2$/;
/** The largest font that is taken from a page, in bytes. */
const LARGEST_FONT = 2 ** 20;
/** The longest story that is taken from a page, in characters. */
const LONGEST_STORY = 2 ** 27;

/** A message as it is sent. */
export const written = (message: FrameMessage | HostMessage): unknown => ({ dateline: VERSION, ...message });

/** Reads what came from a frame; `undefined` for anything that is no message. A height is kept within its limits. */
export function readFrameMessage(data: unknown): FrameMessage | undefined {
  const members = membersOf(data);
  const { kind, hasStory, height, view, id, name } = members ?? {};
  switch (kind) {
    case 'ready':
      return typeof hasStory === 'boolean' ? { kind, hasStory } : undefined;
    case 'height':
      return typeof height === 'number' && Number.isFinite(height) ? { kind, height: Math.min(Math.max(Math.round(height), HEIGHTS.least), HEIGHTS.most) } : undefined;
    case 'view':
      return isText(view, LONGEST_VIEW) ? { kind, view } : undefined;
    case 'font':
      return isFontName(name) ? { kind, name } : undefined;
    case 'select':
      return isOptional(id, LONGEST_ID) ? { kind, id } : undefined;
    default:
      return undefined;
  }
}

/** Reads what came from the page around a frame; `undefined` for anything that is no message. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  const { kind, view, start, theme, language, text, name, bytes } = membersOf(data) ?? {};
  switch (kind) {
    case 'hello':
      return isOptional(view, LONGEST_VIEW) && isOptional(start, LONGEST_ID) && isOptional(language, LONGEST_TAG) && (theme === undefined || isTheme(theme))
        ? { kind, view, start, theme, language }
        : undefined;
    case 'view':
      return isText(view, LONGEST_VIEW) ? { kind, view } : undefined;
    case 'story':
      return isText(text, LONGEST_STORY) ? { kind, text } : undefined;
    case 'font':
      return isFontName(name) && bytes instanceof ArrayBuffer && bytes.byteLength <= LARGEST_FONT ? { kind, name, bytes } : undefined;
    default:
      return undefined;
  }
}

type Members = Readonly<Partial<Record<'kind' | 'hasStory' | 'height' | 'view' | 'id' | 'start' | 'theme' | 'language' | 'text' | 'name' | 'bytes', unknown>>>;

function membersOf(data: unknown): Members | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return (data as { readonly dateline?: unknown }).dateline === VERSION ? (data as Members) : undefined;
}

const isText = (value: unknown, longest: number): value is string => typeof value === 'string' && value.length <= longest;

const isOptional = (value: unknown, longest: number): value is string | undefined => value === undefined || isText(value, longest);

const isFontName = (value: unknown): value is string => typeof value === 'string' && FONT_NAME.test(value);

/** Whether a text names a theme. */
export const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);
