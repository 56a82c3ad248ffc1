import { unreachable } from '../../core/base/result.ts';
import type { Address } from '../platform/address.ts';
import { readHostMessage, written, type FrameMessage, type FrameOptions } from './messages.ts';

/** The way from a story in a frame to the page around it. */
export interface HostLine {
  /** Where the view stands: here, and with the page around. */
  readonly address: Address;
  /** Shows a view here, and says nothing of it to the page around. */
  readonly show: (view: string) => void;
  /** What the page asks for beside the view, which stands in the address already. */
  readonly options: () => FrameOptions;
  /** Calls back whenever it asks for something. */
  readonly onAsked: (asked: () => void) => void;
  /** The story that the page gives; nothing is waited for where the frame has one. */
  readonly story: Promise<string>;
  /** Asks for the fonts with these names, and calls back with each that comes. */
  readonly askFonts: (names: readonly string[], take: (name: string, bytes: ArrayBuffer) => void) => void;
  readonly setHeight: (height: number) => void;
  readonly select: (id: string | undefined) => void;
}

/**
 * Speaks with the page around a frame, if there is one that answers: nothing but that it listens is said before. Only the window right above is
 * heard, and once it has answered, under the origin of that answer alone. `first` is the view that stands there at first.
 */
export function talkToHost(window: Window, first: string, hasStory: boolean): HostLine | undefined {
  const { parent } = window;
  if (parent === window) return undefined;
  let host: string | undefined;
  let text = first;
  let options: FrameOptions = {};
  let height: number | undefined;
  const listeners = new Set<() => void>();
  const askers = new Set<() => void>();
  let asked: ReadonlySet<string> = new Set();
  let takeFont: (name: string, bytes: ArrayBuffer) => void = () => undefined;
  let giveStory: (story: string) => void = () => undefined;
  const story = new Promise<string>((resolve) => {
    giveStory = resolve;
  });

  const post = (message: FrameMessage, origin = host): void => {
    // A page in a file or a sandbox has no origin that it could be addressed by.
    if (origin !== undefined) parent.postMessage(written(message), origin === 'null' ? '*' : origin);
  };
  const show = (view: string): void => {
    text = view;
    for (const changed of listeners) changed();
  };
  const ask = (wished: FrameOptions): void => {
    options = wished;
    show(wished.view ?? text);
    for (const told of askers) told();
  };
  const hello = (origin: string, wished: FrameOptions): void => {
    const isNew = host === undefined;
    host = origin;
    if (isNew) post({ kind: 'ready', hasStory });
    if (!isSame(wished, options)) ask(wished);
    if (height !== undefined) post({ kind: 'height', height });
  };
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || (host !== undefined && origin !== host)) return;
    const message = readHostMessage(data);
    if (message === undefined || (host === undefined && message.kind !== 'hello')) return;
    switch (message.kind) {
      case 'hello':
        hello(origin, message);
        return;
      case 'view':
        // A view that is gone back to is seen as it was.
        ask({ ...options, view: message.view, start: undefined });
        return;
      case 'story':
        giveStory(message.text);
        return;
      case 'font':
        if (asked.has(message.name)) takeFont(message.name, message.bytes);
        return;
      default:
        unreachable(message);
    }
  });
  post({ kind: 'ready', hasStory }, '*');

  const write = (view: string): void => {
    text = view;
    post({ kind: 'view', view });
  };
  return {
    address: {
      read: () => text,
      replace: write,
      push: write,
      whole: () => `${window.location.href.replace(/#.*$/, '')}#${text}`,
      onChange: (changed) => {
        listeners.add(changed);
        return () => listeners.delete(changed);
      },
    },
    show,
    options: () => options,
    onAsked: (asked) => askers.add(asked),
    story,
    askFonts: (names, take) => {
      asked = new Set(names);
      takeFont = take;
      for (const name of names) post({ kind: 'font', name });
    },
    setHeight: (wished) => {
      if (wished === height) return;
      height = wished;
      post({ kind: 'height', height });
    },
    select: (id) => post({ kind: 'select', id }),
  };
}

const isSame = (a: FrameOptions, b: FrameOptions): boolean => (['view', 'start', 'theme', 'language'] as const).every((member) => a[member] === b[member]);
