/** Whether a text may hold whole numbers that a number of JavaScript rounds. */
const MAY_ROUND = /\d{16}/;

/** A whole number of JSON of at least sixteen digits. */
const LONG = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

/**
 * A JSON text in which whole numbers that a number cannot hold exactly, such as ids of posts, stand as texts with all of their digits. Source for what is exact:
 * https://tc39.es/ecma262/#sec-number.issafeinteger.
 */
export function withLongNumbersAsText(json: string): string {
  if (!MAY_ROUND.test(json)) return json;
  const pieces: string[] = [];
  for (let at = 0; at < json.length; ) {
    const quote = json.indexOf('"', at);
    const open = quote === -1 ? json.length : quote;
    pieces.push(json.slice(at, open).replace(LONG, (digits) => (Number.isSafeInteger(Number(digits)) ? digits : `"${digits}"`)));
    at = stringEnd(json, open);
    pieces.push(json.slice(open, at));
  }
  return pieces.join('');
}

/** The position behind a string that begins at one. */
function stringEnd(json: string, open: number): number {
  let close = json.indexOf('"', open + 1);
  while (close !== -1 && isEscaped(json, close)) close = json.indexOf('"', close + 1);
  return close === -1 ? json.length : close + 1;
}

function isEscaped(json: string, at: number): boolean {
  let slashes = 0;
  while (json[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}
