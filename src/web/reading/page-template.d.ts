/** The address of the template that `page-template-plugin.ts` builds. */
declare module '*?page-template' {
  const address: string;
  export default address;
}

/** The part of https://github.com/papandreou/subset-font that is used here. */
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat: 'woff2';
    readonly variationAxes: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  }
  export default function subsetFont(font: Uint8Array, text: string, options: SubsetOptions): Promise<Buffer>;
}
