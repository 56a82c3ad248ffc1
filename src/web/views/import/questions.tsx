import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { unreachable } from '../../../core/base/result.ts';
import type { Answers, Question } from '../../../core/formats/answers.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { Review } from '../../../core/validate/review.ts';

interface QuestionsProps {
  readonly world: World;
  readonly review: Review;
  /** Changes the answers as they are by then, which may not be on show yet. */
  readonly onAnswer: (change: (now: Answers) => Answers) => void;
}

const ORDERS = ['day-first', 'month-first'] as const;
const YEARS = ['astronomical', 'historical'] as const;

/** What the file cannot settle by itself, each with what it is judged by; what has buttons is answered here, the rest beside it. */
export function Questions({ world, review, onAnswer }: QuestionsProps) {
  const { review: words } = importMessagesOf(world.messages);
  const { question: ask } = words;
  const id = useId();
  const of = (question: Question, label: string): ComponentChildren => {
    switch (question.kind) {
      case 'order':
        return (
          <>
            <p id={label}>
              {ask.order(question.column, question.evidence)} {question.used === undefined && ask.orderOpen}
            </p>
            <Buttons values={ORDERS} labels={words.orders} used={question.used} onChoose={(order) => onAnswer((now) => ({ ...now, order }))} />
          </>
        );
      case 'years':
        return (
          <>
            <p id={label}>{ask.years(question.evidence)}</p>
            <Buttons values={YEARS} labels={words.yearCounts} used={question.used} onChoose={(years) => onAnswer((now) => ({ ...now, years }))} />
          </>
        );
      case 'encoding':
        return (
          <>
            <p id={label}>{ask.encoding(question.evidence)}</p>
            <Buttons
              values={[question.used, ...question.others]}
              labels={Object.fromEntries([question.used, ...question.others].map((name) => [name, name]))}
              used={question.used}
              onChoose={(encoding) => onAnswer((now) => ({ ...now, encoding }))}
            />
          </>
        );
      case 'zone':
        return <p id={label}>{ask.zone(question.column, question.evidence)}</p>;
      case 'sheet':
        return <p id={label}>{ask.sheet(question.others)}</p>;
      case 'mapping':
        return <p id={label}>{ask.mapping}</p>;
      case 'places':
        return null;
      default:
        return unreachable(question);
    }
  };
  const asked = review.about.questions.filter(({ kind }) => kind !== 'places');
  return asked.length === 0 ? null : (
    <ul class="import-questions">
      {asked.map((question) => (
        <li key={question.kind} data-kind={question.kind}>
          <div role="group" aria-labelledby={`${id}-${question.kind}`}>
            {of(question, `${id}-${question.kind}`)}
          </div>
        </li>
      ))}
    </ul>
  );
}

interface ButtonsProps<T extends string> {
  readonly values: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly used: T | undefined;
  readonly onChoose: (value: T) => void;
}

function Buttons<T extends string>({ values, labels, used, onChoose }: ButtonsProps<T>) {
  return (
    <div class="import-buttons">
      {values.map((value, position) => (
        <button
          key={value}
          type="button"
          class="button"
          autofocus={position === 0}
          aria-pressed={value === used}
          onClick={() => onChoose(value)}
        >
          {labels[value]}
        </button>
      ))}
    </div>
  );
}
