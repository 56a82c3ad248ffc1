/** The kinds of file that a picture is saved as, and whether the story can be put inside. A new one is a line here and a file beside this one. */
export const EXPORT_FORMATS = [
  { id: 'png', extension: 'png', mime: 'image/png', holdsStory: true },
  { id: 'svg', extension: 'svg', mime: 'image/svg+xml', holdsStory: true },
  { id: 'pdf', extension: 'pdf', mime: 'application/pdf', holdsStory: false },
] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ExportFormatId = ExportFormat['id'];

/** The format of an id; throws for a text that names none. */
export function exportFormat(id: ExportFormatId): ExportFormat {
  const format = EXPORT_FORMATS.find((candidate) => candidate.id === id);
  if (format === undefined) throw new Error(`no export format is called ${JSON.stringify(id)}`);
  return format;
}

/** The format that a file name ends in; `undefined` when it ends in none. */
export const formatOfName = (name: string): ExportFormat | undefined =>
  EXPORT_FORMATS.find(({ extension }) => name.toLowerCase().endsWith(`.${extension}`));
