import type { Mark, MarkKind } from '../scene.ts';
import { boxes } from './boxes.ts';
import { circle } from './circle.ts';
import type { Faces } from './faces.ts';
import { glyph } from './glyph.ts';
import { group } from './group.ts';
import { line } from './line.ts';
import { path } from './path.ts';
import { rect } from './rect.ts';
import { symbol } from './symbol.ts';
import { text } from './text.ts';

/** Every kind of mark there is. */
const MARKS: { readonly [K in MarkKind]: Faces<Extract<Mark, { readonly kind: K }>> } = { rect, boxes, line, path, circle, symbol, glyph, text, group };

/** How a mark is bounded, painted, written and hit. */
export const facesOf = (mark: Mark): Faces<Mark> => MARKS[mark.kind];
