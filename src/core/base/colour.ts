/** A colour `#rrggbb` made see-through: alpha from 0, invisible, to 1. */
export function withAlpha(colour: string, alpha: number): string {
  return `${channels(colour).reduce((text, channel) => text + hex(channel), '#')}${hex(alpha * 255)}`;
}

/** The colour between two colours `#rrggbb`: at share 0 the first, at 1 the second, as paint over paper. */
export function mixColours(from: string, to: string, share: number): string {
  const other = channels(to);
  return channels(from).reduce((text, channel, i) => text + hex(channel + ((other[i] ?? 0) - channel) * share), '#');
}

function channels(colour: string): readonly number[] {
  const digits = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (digits === null) throw new Error(`not a colour #rrggbb: ${colour}`);
  return digits.slice(1).map((pair) => Number.parseInt(pair, 16));
}

const hex = (channel: number): string => Math.round(channel).toString(16).padStart(2, '0');
