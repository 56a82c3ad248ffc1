import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { StoryText } from '../../parts/story-text.ts';

interface ChipProps {
  readonly name: string;
  /** How many events it stands for at present, as written; follows what it reads in place, without the chip being rendered anew. */
  readonly count: () => string;
  /** Digits and separators of the longest count there will be. */
  readonly longest: number;
  readonly isShown: boolean;
  /** What a press with Shift does. */
  readonly hint: string;
  readonly sign: ComponentChildren;
  /** For a name that is the story's own. */
  readonly text?: StoryText;
  readonly onToggle: (shown: boolean) => void;
  readonly onOnly: () => void;
}

/** A value that one can filter by: pressed while its events are shown. */
export function Chip({ name, count, longest, isShown, hint, sign, text, onToggle, onOnly }: ChipProps) {
  const written = useComputed(count);
  return (
    <li>
      <button
        type="button"
        class="chip"
        aria-pressed={isShown}
        title={hint}
        onClick={({ shiftKey }) => (shiftKey ? onOnly() : onToggle(!isShown))}
      >
        {sign}
        <span class="chip-name" {...text}>
          {name}
        </span>
        <span class="chip-count" style={{ minInlineSize: `${longest}ch` }}>
          {written}
        </span>
      </button>
    </li>
  );
}
