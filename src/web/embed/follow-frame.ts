import { unreachable } from '../../core/base/result.ts';
import { viewInHash, withView } from './host-hash.ts';
import { readFrameMessage, written, type FrameMessage, type FrameOptions, type HostMessage } from './messages.ts';

/** The part of a page that a frame has to do with. */
export interface HostPage {
  readonly hash: () => string;
  readonly replaceHash: (hash: string) => void;
  /** The text of a file at an address; rejects when it cannot be had. */
  readonly fetchText: (address: string) => Promise<string>;
  /** A font of the build by the name of its file; rejects when it cannot be had. */
  readonly fetchFont: (name: string) => Promise<ArrayBuffer>;
  /** Calls back after so many milliseconds; returns what calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Milliseconds since some moment. */
  readonly now: () => number;
}

/** A frame with a story in it, as the page around it sees it. */
export interface StoryFrame {
  /** Tells stories of one page apart in its address. */
  readonly name: string;
  /** Address of the story, for a frame that has none. */
  readonly source: string | undefined;
  /** How it is to be shown; a view in the page’s address comes before the view and the start among them. */
  readonly options: () => FrameOptions;
  readonly post: (message: unknown) => void;
  readonly setHeight: (pixels: number) => void;
  /** Tells scripts of the page. */
  readonly tell: (message: FrameMessage & { readonly kind: 'view' | 'select' }) => void;
}

/** How a page follows a frame. */
export interface Following {
  /** Asks for all that the page asks for; a frame that spoke before the page listened begins again. */
  readonly greet: () => void;
  /** Takes what came from the frame itself, checked for that by whoever calls. */
  readonly take: (data: unknown) => void;
  /** The page's address has changed. */
  readonly onHash: () => void;
}

/** A view is written into the address when it rests: browsers refuse to have it changed more than a few times a second. */
const REST_MS = 250;
/** More messages than this in a second are none. */
const MOST_A_SECOND = 60;

/** Follows a frame: gives it its story and its height, and keeps its view in the address of the page. */
export function followFrame(frame: StoryFrame, page: HostPage): Following {
  let shown = viewInHash(page.hash(), frame.name);
  let isReady = false;
  let cancel: (() => void) | undefined;
  let second = -Infinity;
  let taken = 0;

  const post = (message: HostMessage): void => frame.post(written(message));
  const greet = (): void => {
    const linked = viewInHash(page.hash(), frame.name);
    post({ kind: 'hello', ...frame.options(), ...(linked !== undefined && { view: linked, start: undefined }) });
  };
  const isFlood = (): boolean => {
    const now = page.now();
    if (now - second >= 1000) {
      second = now;
      taken = 0;
    }
    taken += 1;
    return taken > MOST_A_SECOND;
  };
  const give = async (source: string): Promise<void> => {
    const text = await page.fetchText(source).catch(() => undefined);
    // Without a story the frame says that it has none.
    post({ kind: 'story', text: text ?? '' });
  };
  const giveFont = async (name: string): Promise<void> => {
    const bytes = await page.fetchFont(name).catch(() => undefined);
    // Without it the story is set in a font of the machine.
    if (bytes !== undefined) post({ kind: 'font', name, bytes });
  };
  const write = (view: string): void => {
    shown = view;
    cancel?.();
    cancel = page.after(REST_MS, () => {
      const hash = withView(page.hash(), frame.name, view);
      if (hash !== page.hash()) page.replaceHash(hash);
    });
  };
  const answer = (message: FrameMessage): void => {
    switch (message.kind) {
      case 'ready':
        isReady = true;
        greet();
        if (!message.hasStory && frame.source !== undefined) void give(frame.source);
        return;
      case 'height':
        frame.setHeight(message.height);
        return;
      case 'font':
        void giveFont(message.name);
        return;
      case 'view':
        write(message.view);
        frame.tell(message);
        return;
      case 'select':
        frame.tell(message);
        return;
      default:
        unreachable(message);
    }
  };
  return {
    greet,
    take: (data) => {
      const message = readFrameMessage(data);
      if (message !== undefined && !isFlood()) answer(message);
    },
    onHash: () => {
      const view = viewInHash(page.hash(), frame.name) ?? '';
      if (!isReady || view === (shown ?? '')) return;
      // What the frame showed last is not written over what the page asks for now.
      cancel?.();
      shown = view;
      post({ kind: 'view', view });
    },
  };
}
