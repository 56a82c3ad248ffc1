/** A tool that is measured: what its page needs, in the order of loading. */
export interface Tool {
  readonly id: string;
  readonly name: string;
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** It writes no PNG by itself: a picture of the screen is taken of it. */
  readonly isShot?: boolean;
}

export const TOOLS: readonly Tool[] = [
  { id: 'dateline', name: 'Dateline', scripts: ['/built/page.js'], styles: [] },
  { id: 'vega', name: 'Vega', scripts: ['/npm/vega/build/vega.min.js', '/export/vega.js'], styles: [] },
  {
    id: 'vis-timeline',
    name: 'vis-timeline, screenshot',
    scripts: ['/npm/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js', '/export/vis.js'],
    styles: ['/npm/vis-timeline/styles/vis-timeline-graph2d.min.css'],
    isShot: true,
  },
];

/** The bare page of a tool. */
export const toolPage = ({ scripts, styles }: Tool): string =>
  [
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>',
    ...styles.map((file) => `<link rel="stylesheet" href="${file}">`),
    '<style>body { margin: 0 } #view { inline-size: 1200px; block-size: 675px }</style><div id="view"></div>',
    ...scripts.map((file) => `<script src="${file}"></script>`),
    '</html>',
  ].join('\n');
