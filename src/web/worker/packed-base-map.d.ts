/** The address of the packed base map that `packed-base-map-plugin.ts` makes. */
declare module '*?packed' {
  const address: string;
  export default address;
}
