import { covers, facesFor } from './font-faces.ts';
import type { Mark, Scene } from './scene.ts';

/** A scene as the bundled fonts can set it. */
export interface Settable {
  readonly scene: Scene;
  /** The characters that no bundled font has, each once, in the order in which they come. */
  readonly missing: readonly string[];
}

/** A sign that all bundled fonts have and that says nothing else: of U+FFFD they have none, and a question mark is for doubt. */
const REPLACEMENT = '¤';

/** Marks upon letters, which go with these; joiners, selectors and the like, which nobody sees. */
const NOT_ALONE = /\p{M}|\p{Default_Ignorable_Code_Point}|\p{Cc}/u;

/** The scene with `¤` for each character that no bundled font has: for programs that leave a gap where they have no letter. */
export function toSettable(scene: Scene): Settable {
  const missing = new Set<string>();
  const settable = (mark: Mark): Mark => {
    if (mark.kind === 'group') return { ...mark, marks: mark.marks.map(settable) };
    if (mark.kind !== 'text') return mark;
    const faces = facesFor(mark);
    const isMissing = (character: string): boolean => {
      const code = character.codePointAt(0) ?? 0;
      return !NOT_ALONE.test(character) && !faces.some((face) => covers(face, code));
    };
    const characters = Array.from(mark.text);
    const lost = characters.filter(isMissing);
    if (lost.length === 0) return mark;
    for (const character of lost) missing.add(character);
    return { ...mark, text: characters.map((character) => (isMissing(character) ? REPLACEMENT : character)).join('') };
  };
  const marks = scene.marks.map(settable);
  return { scene: missing.size === 0 ? scene : { ...scene, marks }, missing: [...missing] };
}
