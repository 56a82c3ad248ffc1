import { useEffect, useRef, useState } from 'preact/hooks';
import type { Size } from '../../../core/base/geometry.ts';
import { unreachable, type Result } from '../../../core/base/result.ts';
import type { exportMessagesOf } from '../../../core/i18n/export-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import { whileBusy } from '../../platform/busy.ts';
import type { PictureProblem, PictureWork } from './picture.ts';

/** The making of a picture as a person sees it: a sentence on how it goes, and a way to stop it. */
interface RunningWork {
  readonly status: string;
  readonly isRunning: boolean;
  /** Gives the picture up; `undefined` before it is known to take a while. */
  readonly stop: (() => void) | undefined;
  /** Runs a task that ends in a sentence or a problem. */
  readonly run: (task: (work: PictureWork) => Promise<Result<string, PictureProblem>>) => Promise<void>;
  /** Takes the sentence away: it tells of a picture that is no longer chosen. */
  readonly forget: () => void;
}

/** Follows the making of one picture at a time, of so many pixels. */
export function usePictureWork(words: ReturnType<typeof exportMessagesOf>, { formats, locale }: World, size: Size | undefined): RunningWork {
  const [status, setStatus] = useState('');
  const [running, setRunning] = useState<AbortController>();
  const [isSlow, setSlow] = useState(false);
  // A second press may come before the button is off.
  const atWork = useRef(false);
  // A picture that is under way when the dialog closes has nobody to speak to.
  const isOpen = useRef(true);
  useEffect(
    () => () => {
      isOpen.current = false;
    },
    [],
  );

  const sentenceOf = (problem: PictureProblem): string => {
    switch (problem) {
      case 'too-large':
        return words.tooLarge(formats.number(Math.round(((size?.width ?? 0) * (size?.height ?? 0)) / 1e6)));
      case 'fonts-missing':
        return words.fontsMissing;
      case 'clipboard-refused':
        return words.copyRefused;
      default:
        return unreachable(problem);
    }
  };
  const run: RunningWork['run'] = async (task) => {
    if (atWork.current) return;
    atWork.current = true;
    const controller = new AbortController();
    let missing: readonly string[] = [];
    setRunning(controller);
    setStatus(words.preparing);
    const work: PictureWork = {
      signal: controller.signal,
      onProgress: (done) => {
        if (!isOpen.current) return;
        setSlow(true);
        setStatus(words.preparingPart(done.toLocaleString(locale, { style: 'percent' })));
      },
      onMissing: (characters) => {
        missing = characters;
      },
    };
    const outcome = await whileBusy(task(work)).then(
      (result) => (result.ok ? [result.value, ...(missing.length === 0 ? [] : [words.missing(missing.join(' '))])].join(' ') : sentenceOf(result.error)),
      (error: unknown) => (controller.signal.aborted ? words.stopped : words.failed(error instanceof Error ? error.message : String(error))),
    );
    atWork.current = false;
    if (!isOpen.current) return;
    setStatus(outcome);
    setRunning(undefined);
    setSlow(false);
  };
  return {
    status,
    isRunning: running !== undefined,
    stop: running !== undefined && isSlow ? () => running.abort() : undefined,
    run,
    forget: () => {
      if (running === undefined) setStatus('');
    },
  };
}
