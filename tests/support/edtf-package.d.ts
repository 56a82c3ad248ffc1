/** What the tests use of the `edtf` package, which has no types of its own: its first and last millisecond of a date. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number | null; readonly max: number | null };
}
