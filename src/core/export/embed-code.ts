/** How a story is shown in a page of somebody else's. */
export interface EmbedLook {
  /** Pixels; those that suit the width when left out. */
  readonly height: number | undefined;
  /** What is shown otherwise than the story would by itself: see `web/embed/messages.ts`. */
  readonly options: Readonly<Partial<Record<(typeof OPTIONS)[number], string | undefined>>>;
}

/** What a page needs to show a story that is a page of its own. */
export interface FrameOrder extends EmbedLook {
  /** Address of the story's page, and of the script `embed.js`. */
  readonly page: string;
  readonly script: string;
  /** What the frame is called for those who do not see it. */
  readonly title: string;
}

/** What a page needs to show a story by the element `<date-line>`. */
export interface ElementOrder extends EmbedLook {
  /** Address of the story's native file, and of the element's script `date-line.js`. */
  readonly story: string;
  readonly script: string;
}

const OPTIONS = ['view', 'start', 'theme', 'language'] as const;

/** A frame's height before its story has said what suits it, in pixels. */
const FIRST_HEIGHT = 720;

/**
 * The HTML that shows a story in a page of somebody else's: a frame that has no origin and can do nothing but run its own script and open links,
 * and the script that gives it its height and keeps its view in the address of the page.
 */
export function frameCode({ page, script, title, height, options }: FrameOrder): string {
  const style = `inline-size: 100%; block-size: ${height ?? FIRST_HEIGHT}px; border: 0`;
  return [
    `<iframe data-dateline${attributes({ height, options }, 'data-')} src="${escaped(page)}" title="${escaped(title)}" sandbox="allow-scripts allow-popups" loading="lazy" style="${style}"></iframe>`,
    `<script src="${escaped(script)}" defer></script>`,
  ].join('\n');
}

/** The HTML that shows a story by the element `<date-line>`: its script, and the element, which keeps its view in the address of the page. */
export const elementCode = ({ story, script, height, options }: ElementOrder): string =>
  [
    `<script type="module" src="${escaped(script)}"></script>`,
    `<date-line src="${escaped(story)}"${attributes({ height, options }, '')} link></date-line>`,
  ].join('\n');

/** Says of a look what is not as the story has it by itself, each after a blank. */
const attributes = ({ height, options }: EmbedLook, prefix: string): string =>
  [...OPTIONS.map((name) => [name, options[name] ?? ''] as const), ['height', String(height ?? '')] as const]
    .map(([name, value]) => (value === '' ? '' : ` ${prefix}${name}="${escaped(value)}"`))
    .join('');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
