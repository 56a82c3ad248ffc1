import type { Steps } from '../../base/steps.ts';
import { localNameOf, readXml, type XmlEnd, type XmlOptions } from './read-xml.ts';

/** An element, with what it holds. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Empty for a name without one. */
  readonly prefix: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Words and elements in their order, except the elements that were let go. */
  readonly content: readonly (string | XmlElement)[];
  readonly line: number;
  readonly parent: XmlElement | undefined;
  /** Where in it a tag is broken or missing; `undefined` for an element that is whole. */
  readonly damaged: { readonly name: string; readonly line: number } | undefined;
}

export interface XmlVisitor {
  /** An element begins: its attributes are known, what it holds is not. */
  readonly open?: (element: XmlElement) => void;
  /** An element has ended. `true` lets go of it: the one around it will not hold it. */
  readonly close: (element: XmlElement) => boolean;
  /** An end tag stands where nothing of its name is open, or a tag breaks off. */
  readonly broken?: (name: string, line: number) => void;
}

/** Most characters of the words of one element; what is beyond them damages it. */
const MOST_WORDS = 2 ** 26;

interface Building extends XmlElement {
  readonly content: (string | XmlElement)[];
  words: number;
  damaged: XmlElement['damaged'];
}

/** Reads XML as elements, each told of when it begins and when it has ended; words beside records are passed over. See `readXml`. */
export function* walkXml(bytes: Uint8Array, visitor: XmlVisitor, options: XmlOptions = {}): Steps<number, XmlEnd> {
  let inner: Building | undefined;
  const damage = (name: string, line: number): void => {
    if (inner !== undefined) inner.damaged ??= { name, line };
  };
  return yield* readXml(
    bytes,
    {
      open: (name, attributes, line) => {
        const local = localNameOf(name);
        const prefix = local.length === name.length ? '' : name.slice(0, -local.length - 1);
        inner = { name, local, prefix, attributes, content: [], line, parent: inner, damaged: undefined, words: 0 };
        visitor.open?.(inner);
      },
      text: (text) => {
        if (inner === undefined || options.holders?.has(inner.local) === true) return;
        inner.words += text.length;
        if (inner.words > MOST_WORDS) damage(inner.name, inner.line);
        else inner.content.push(text);
      },
      close: (name, whole, line) => {
        if (inner === undefined) return;
        if (!whole) damage(name, line);
        const parent = inner.parent as Building | undefined;
        if (parent !== undefined && inner.damaged !== undefined) parent.damaged ??= inner.damaged;
        if (!visitor.close(inner)) parent?.content.push(inner);
        inner = parent;
      },
      broken: (name, line) => {
        damage(name, line);
        visitor.broken?.(name, line);
      },
    },
    options,
  );
}
