import type { Sample } from './format.ts';
import { membersOf } from './json-cut.ts';
import { sampledJson } from './json-entries.ts';

/** What a file may be that holds no events to be read. */
export type OtherKind = 'web-page' | 'pdf' | 'image' | 'recording' | 'document' | 'old-workbook' | 'database' | 'map-layer' | 'topojson';

/** How files begin, as text or in hexadecimal digits. Source: https://en.wikipedia.org/wiki/List_of_file_signatures. */
const BEGINNINGS: readonly (readonly [OtherKind, RegExp])[] = [
  ['pdf', /^25504446/],
  ['image', /^(?:89504e47|ffd8ff|47494638|49492a00|4d4d002a|424d.{8}00000000|00000100|52494646.{8}57454250|.{8}66747970(?:61766966|68656963|6d696631))/],
  ['recording', /^(?:494433|fff[23b]|4f676753|664c6143|1a45dfa3|52494646.{8}(?:57415645|41564920)|.{8}66747970)/],
  ['old-workbook', /^d0cf11e0a1b11ae1/],
  ['database', /^(?:53514c69746520666f726d61742033|50415231|.{8}5374616e64617264204a6574)/],
  ['map-layer', /^(?:0000270a|6667620[0-9])/],
  ['document', /^(?:7b5c727466|504b0304)/],
];

/** Whether the beginning of a text is that of a web page. */
export const looksLikeWebPage = (text: string): boolean => /^\s*(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text);

/** How many bytes tell a kind. */
const HEAD = 24;

/** What a file is that no format knows, where its beginning tells: its bytes before any decoding, and what they are as text. */
export function otherKindOf(bytes: Uint8Array, sample: Sample): OtherKind | undefined {
  const head = Array.from(bytes.subarray(0, HEAD), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const begun = BEGINNINGS.find(([, beginning]) => beginning.test(head));
  if (begun !== undefined) return begun[0];
  if (sample.rootElement?.toLowerCase() === 'svg') return 'image';
  if (looksLikeWebPage(sample.text)) return 'web-page';
  return membersOf(sampledJson(sample))['type'] === 'Topology' ? 'topojson' : undefined;
}
