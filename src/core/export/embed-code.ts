/** What a page needs to show a story that is a page of its own. */
export interface EmbedOrder {
  /** Address of the story's page, and of the script `embed.js`. */
  readonly page: string;
  readonly script: string;
  /** What the frame is called for those who do not see it. */
  readonly title: string;
  /** Pixels; those that suit the width when left out. */
  readonly height: number | undefined;
  /** How it is shown where not as its own page has it: what `data-view` and its like say, see `web/embed/messages.ts`. */
  readonly options: Readonly<Partial<Record<(typeof OPTIONS)[number], string | undefined>>>;
}

const OPTIONS = ['view', 'start', 'theme', 'language'] as const;

/** A frame's height before its story has said what suits it, in pixels. */
const FIRST_HEIGHT = 720;

/**
 * The HTML that shows a story in a page of somebody else's: a frame that has no origin and can do nothing but run its own script and open links,
 * and the script that gives it its height and keeps its view in the address of the page.
 */
export function embedCode({ page, script, title, height, options }: EmbedOrder): string {
  const own = [...OPTIONS.map((name) => [name, options[name] ?? ''] as const), ['height', String(height ?? '')] as const]
    .map(([name, value]) => (value === '' ? '' : ` data-${name}="${escaped(value)}"`))
    .join('');
  const style = `inline-size: 100%; block-size: ${height ?? FIRST_HEIGHT}px; border: 0`;
  return [
    `<iframe data-dateline${own} src="${escaped(page)}" title="${escaped(title)}" sandbox="allow-scripts allow-popups" loading="lazy" style="${style}"></iframe>`,
    `<script src="${escaped(script)}" defer></script>`,
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
