/** The parts of gifenc 1.0.3 that are used here; the package comes without types. */
declare module 'gifenc' {
  export type Palette = readonly (readonly number[])[];
  export interface Encoder {
    /** Adds a frame of palette entries; `delay` in milliseconds; `repeat` 0 plays for ever, −1 once. */
    readonly writeFrame: (index: Uint8Array, width: number, height: number, options: { readonly palette?: Palette; readonly delay: number; readonly repeat: number }) => void;
    readonly finish: () => void;
    readonly bytes: () => Uint8Array<ArrayBuffer>;
  }
  export function GIFEncoder(): Encoder;
  export function quantize(rgba: Uint8ClampedArray, colours: number): Palette;
  export function applyPalette(rgba: Uint8ClampedArray, palette: Palette): Uint8Array;
}
