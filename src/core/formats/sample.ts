import { decodeUtf8 } from '../base/utf8.ts';
import type { Json } from '../model/event.ts';
import type { Sample } from './format.ts';

/** How much of a file its text is sampled from, in bytes. */
const HEAD = 64 * 1024;

/** JSON beyond this many bytes does not fit into one text of every engine, and is told by its beginning alone. */
const LONGEST_JSON = 2 ** 29 - 24;

/** How many rows of a table are sampled. */
const SAMPLED_ROWS = 40;

/** What formats are told by, from the UTF-8 bytes of a file. `rowsOf` reads a text as a table. */
export function sampleOf(bytes: Uint8Array, rowsOf: (text: string) => readonly (readonly string[])[]): Sample {
  const text = decodeUtf8(bytes.subarray(0, HEAD)).replace(/^\uFEFF/, '');
  let json: { readonly value: Json | undefined } | undefined;
  let rows: readonly (readonly string[])[] | undefined;
  return {
    text,
    get json() {
      json ??= { value: /^\s*[[{]/.test(text) && bytes.length <= LONGEST_JSON ? parsed(decodeUtf8(bytes)) : undefined };
      return json.value;
    },
    rootElement: rootElementOf(text),
    get rows() {
      rows ??= rowsOf(text).slice(0, SAMPLED_ROWS);
      return rows;
    },
  };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch {
    return undefined;
  }
}

/** The local name of the first element of an XML text: after its declaration, comments, instructions and document type. */
function rootElementOf(text: string): string | undefined {
  let at = text.search(/\S/);
  while (at >= 0 && text[at] === '<') {
    const element = /^<(?:[\w.-]{1,100}:)?([A-Za-z_][\w.-]{0,100})(?=[\s/>])/.exec(text.slice(at, at + 220));
    if (element !== null) return element[1];
    const end = text.startsWith('<!--', at) ? text.indexOf('-->', at) + 2 : text.startsWith('<?', at) ? text.indexOf('?>', at) + 1 : endOfDocumentType(text, at);
    if (end < at + 2) return undefined;
    at = nextMark(text, end + 1);
  }
  return undefined;
}

const endOfDocumentType = (text: string, at: number): number => {
  if (!text.startsWith('<!', at)) return -1;
  const close = text.indexOf('>', at);
  const subset = text.indexOf('[', at);
  return subset < 0 || subset > close ? close : text.indexOf(']>', at) + 1;
};

const nextMark = (text: string, from: number): number => {
  const offset = text.slice(from).search(/\S/);
  return offset < 0 ? -1 : from + offset;
};
