import type { WalkStep } from '../../../core/model/story.ts';
import type { StoryText } from '../../parts/story-text.ts';

interface StepTextProps {
  readonly step: WalkStep;
  /** What a step without a headline is called. */
  readonly name: string;
  /** Language and direction of the story's words. */
  readonly text: StoryText;
  readonly onPress: () => void;
}

/** What a step says: its headline, which shows it when pressed, and its paragraphs. */
export function StepText({ step, name, text, onPress }: StepTextProps) {
  return (
    <>
      <h3>
        <button type="button" onClick={onPress} {...(step.title === '' ? {} : text)}>
          {step.title === '' ? name : step.title}
        </button>
      </h3>
      {paragraphsOf(step.text).map((paragraph, position) => (
        <p key={position} {...text}>
          {paragraph}
        </p>
      ))}
    </>
  );
}

/** An empty line begins a paragraph. */
const paragraphsOf = (text: string): readonly string[] => text.split(/\n\s*\n/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
