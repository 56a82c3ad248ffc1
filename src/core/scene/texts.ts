import type { Mark, Scene, TextMark } from './scene.ts';

/** All lines of text of some marks, in the order of painting. */
export function textMarksOf(marks: readonly Mark[]): readonly TextMark[] {
  return marks.flatMap((mark) => {
    if (mark.kind === 'text') return [mark];
    return mark.kind === 'group' ? textMarksOf(mark.marks) : [];
  });
}

/** What a picture says: all its lines of text, in the order of painting. */
export const textsOf = (scene: Scene): readonly string[] => textMarksOf(scene.marks).map((mark) => mark.text);
