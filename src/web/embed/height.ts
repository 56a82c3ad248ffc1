/** From this width in pixels on list, map and timeline stand side by side: see `styles/small.css`. */
const WIDE = 760;
/** What a narrow story needs, which has one under the other and scrolls. */
const NARROW_HEIGHT = 720;
/** As high as wide in this measure, within limits. */
const SHARE = 0.62;
const [LEAST, MOST] = [620, 900];

/** The height in pixels that suits a story of some width, in a page of somebody else’s. */
export const heightFor = (width: number): number => (width < WIDE ? NARROW_HEIGHT : Math.min(Math.max(Math.round(width * SHARE), LEAST), MOST));
