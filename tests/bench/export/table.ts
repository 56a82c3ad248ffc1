import { EXPORTED, type Exported } from './subject.ts';
import { TOOLS } from './subjects.ts';

/** A file that was written: its median time and its size; without them when a minute was not enough. */
export interface Written {
  readonly tool: string;
  readonly size: number;
  readonly format: Exported;
  readonly ms: number | undefined;
  readonly bytes: number | undefined;
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Milliseconds and kilobytes of every tool, format and number of events. */
export function exportTable(figures: readonly Written[], sizes: readonly number[]): string {
  const cellsOf = (tool: string, format: Exported, size: number): readonly string[] => {
    const found = figures.find((figure) => figure.tool === tool && figure.format === format && figure.size === size);
    if (found === undefined) return ['–', '–'];
    if (found.ms === undefined || found.bytes === undefined) return ['not within a minute', '–'];
    return [`${Math.round(found.ms).toLocaleString('en')} ms`, `${Math.round(found.bytes / 1000).toLocaleString('en')} kB`];
  };
  const lines = TOOLS.flatMap(({ id, name }) =>
    EXPORTED.filter((format) => figures.some((figure) => figure.tool === id && figure.format === format)).map((format) =>
      row([name, format.toUpperCase(), ...sizes.flatMap((size) => cellsOf(id, format, size))]),
    ),
  );
  const heads = sizes.flatMap((size) => [`${size.toLocaleString('en')} events`, '']);
  return [row(['', '', ...heads]), row(['---', '---', ...heads.map(() => '--:')]), ...lines].join('\n');
}
