import { FONT_FACES } from '../../../core/scene/font-face-table.ts';
import { fontFileName } from '../../../core/export/page-faces.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { followFrame, type Following } from '../../embed/follow-frame.ts';
import type { FrameOptions } from '../../embed/messages.ts';
import { fontFile } from './fonts.ts';
import { storyFile } from './make-page.ts';

/** A frame of this page’s own, and what it is told. */
interface FedFrame {
  readonly frame: HTMLIFrameElement;
  readonly dataset: Dataset;
  readonly options: () => FrameOptions;
  readonly setHeight: (pixels: number) => void;
}

/**
 * Gives a frame its story and its fonts, as the page around a frame does with the script that goes with the code; but what is seen in it stands in
 * nobody's address. Only what comes from the frame itself, at this page's own origin, is heard. What is returned asks it anew, and ends it.
 */
export function feedFrame({ frame, dataset, options, setHeight }: FedFrame): Pick<Following, 'greet'> & { readonly stop: () => void } {
  const { origin } = window.location;
  const life = new AbortController();
  const following = followFrame(
    {
      name: '',
      source: '',
      options,
      post: (message) => frame.contentWindow?.postMessage(message, origin),
      setHeight,
      tell: () => undefined,
    },
    {
      hash: () => '',
      replaceHash: () => undefined,
      fetchText: async () => (await storyFile(dataset, life.signal)) ?? '',
      fetchFont,
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      now: () => performance.now(),
    },
  );
  window.addEventListener(
    'message',
    (message) => {
      if (message.source !== null && message.source === frame.contentWindow && message.origin === origin) following.take(message.data);
    },
    { signal: life.signal },
  );
  return { greet: following.greet, stop: () => life.abort() };
}

async function fetchFont(name: string): Promise<ArrayBuffer> {
  const face = FONT_FACES.find((candidate) => fontFileName(candidate) === name);
  const bytes = face && (await fontFile(face));
  if (bytes === undefined) throw new Error(`${name} cannot be had`);
  // Bytes of one’s own: those of the page are kept for others.
  return Uint8Array.from(bytes).buffer;
}
