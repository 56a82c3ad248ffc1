export const EXPORTED = ['svg', 'png', 'pdf'] as const;
export type Exported = (typeof EXPORTED)[number];

export type OfFormat = { readonly [F in Exported]: (scale: number) => Blob | Promise<Blob> };

/** What a page that is measured offers. */
export interface ExportSubject {
  readonly formats: readonly Exported[];
  /** Fetches the events of an address and makes of them what the tool starts from; not measured. */
  readonly open: (story: string) => Promise<void>;
  /** Makes a file; `scale` pixels of a PNG for each of the figure's. */
  readonly write: (format: Exported, scale: number) => Blob | Promise<Blob>;
}

declare global {
  interface Window {
    exporter: ExportSubject;
  }
}
