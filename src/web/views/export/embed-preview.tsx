import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { pageExportMessagesOf } from '../../../core/i18n/page-export-messages.ts';
import type { Formats } from '../../../core/i18n/formats.ts';
import type { Dataset } from '../../../core/model/dataset.ts';
import { DARK, LIGHT } from '../../../core/scene/palette.ts';
import type { FrameOptions } from '../../embed/messages.ts';
import { Choice, labelled } from './fields.tsx';
import { feedFrame } from './feed-frame.ts';
import { PAGE_ADDRESS } from './make-page.ts';
import './embed-preview.css';

/** Widths in pixels of the page that the article stands in. */
const PAGES = { phone: 390, desktop: 1120 } as const;
const DEVICES = ['phone', 'desktop'] as const;
/** Stories of more events are put up when a person asks for it: reading them keeps the machine busy for a while. */
const LARGE = 20_000;
/** A frame's height in pixels before its story has said what suits it. */
const FIRST_HEIGHT = 720;

interface EmbedPreviewProps {
  readonly words: ReturnType<typeof pageExportMessagesOf>['embed']['preview'];
  readonly formats: Formats;
  readonly dataset: Dataset;
  /** What the frame is called in the code. */
  readonly title: string;
  readonly options: FrameOptions;
  /** Pixels; `undefined` for those that suit the width. */
  readonly height: number | undefined;
}

/** The story as it will stand in an article: the very frame of the code, living, at the width of a phone's page or of a desktop's. */
export function EmbedPreview({ words, formats, dataset, title, options, height }: EmbedPreviewProps) {
  const [device, setDevice] = useState<(typeof DEVICES)[number]>(window.innerWidth < PAGES.desktop / 2 ? 'phone' : 'desktop');
  const [isWanted, setWanted] = useState(dataset.size <= LARGE);
  return (
    <section class="embed-preview" aria-label={words.label}>
      <Choice label={words.label} value={device} options={labelled(DEVICES, words.devices)} onChoose={setDevice} />
      {isWanted ? (
        <Article words={words} dataset={dataset} title={title} options={options} height={height} device={device} />
      ) : (
        <div class="embed-later">
          <p>{words.large(formats.number(dataset.size))}</p>
          <button type="button" class="button" onClick={() => setWanted(true)}>
            {words.build}
          </button>
        </div>
      )}
    </section>
  );
}

type ArticleProps = Omit<EmbedPreviewProps, 'formats'> & { readonly device: (typeof DEVICES)[number] };

/** An article that is nothing but its shape, with the frame in its column; as wide as its device, and drawn as small as the room asks for. */
function Article({ words, dataset, title, options, height, device }: ArticleProps) {
  const room = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const fed = useRef<ReturnType<typeof feedFrame>>(undefined);
  const asked = useRef(options);
  asked.current = options;
  const [width, setWidth] = useState(0);
  const [suited, setSuited] = useState<number | undefined>(undefined);
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const { current: element } = frame;
    if (element === null) return undefined;
    const feeding = feedFrame({ frame: element, dataset, options: () => asked.current, setHeight: setSuited });
    fed.current = feeding;
    return feeding.stop;
  }, [dataset]);
  const { view, start, theme, language } = options;
  useEffect(() => fed.current?.greet(), [view, start, theme, language]);
  const page = PAGES[device];
  const scale = Math.min(1, width / page);
  return (
    <div class="embed-room" ref={room} aria-busy={suited === undefined}>
      <div class="embed-article" data-device={device} style={{ ...coloursOf(theme), inlineSize: `${page}px`, scale: String(scale) }}>
        <Lines widths={['82%', '46%']} isHeadline />
        <Lines widths={['100%', '97%', '99%', '63%']} />
        <div class="embed-frame">
          {suited === undefined && <p role="status">{words.building}</p>}
          <iframe ref={frame} src={PAGE_ADDRESS} title={title} style={{ blockSize: `${height ?? suited ?? FIRST_HEIGHT}px` }} />
        </div>
        <Lines widths={['98%', '100%', '96%', '99%', '41%']} />
        <Lines widths={['99%', '97%', '100%', '98%', '95%', '72%']} />
      </div>
    </div>
  );
}

/** Lines that stand for text. */
const Lines = ({ widths, isHeadline = false }: { readonly widths: readonly string[]; readonly isHeadline?: boolean }) => (
  <div class={isHeadline ? 'embed-lines embed-headline' : 'embed-lines'} aria-hidden="true">
    {widths.map((width) => (
      <span key={width} style={{ inlineSize: width }} />
    ))}
  </div>
);

/** The colours of an article in a theme; `auto` follows the reader's system, whatever the page around has been set to. */
function coloursOf(theme: FrameOptions['theme'] = 'auto'): Readonly<Record<string, string>> {
  const either = (name: 'paper' | 'panel' | 'line' | 'third'): string => `light-dark(${LIGHT[name]}, ${DARK[name]})`;
  return { colorScheme: theme === 'auto' ? 'light dark' : theme, '--article': either('panel'), '--article-text': either('line'), '--article-words': either('third') };
}
