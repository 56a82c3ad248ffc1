import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FigureRequest, FigureTheme } from '../../../core/layout/figure-request.ts';
import type { FigureLayout } from '../../../core/layout/figure.ts';
import type { World } from '../../../core/layout/world.ts';
import { DARK, LIGHT } from '../../../core/scene/palette.ts';
import { busy } from '../../platform/busy.ts';
import type { Store } from '../../store/store.ts';
import { figureOf } from './export-draft.ts';

/** The figure as it was last laid out, and a way to have that of a request at this moment. */
export interface LiveFigure {
  readonly shown: FigureLayout | undefined;
  readonly of: (request: FigureRequest) => FigureLayout;
}

/** A pause in typing, in milliseconds, that a figure which takes long to lay out waits for. */
const LONGEST_WAIT = 350;
/** How many times as long as the last layout took, changes are gathered before the next: typing has most of the time. */
const GATHERING = 3;

/** The figure of a request, laid out beside typing: at once in the next frame where that is quick, in the next pause where it is not. */
export function useFigure(request: FigureRequest, store: Store): LiveFigure {
  const [opened, view, base, shownMap, plain] = [store.opened.value, store.view.value, store.baseMap.value, store.shownMap.value, store.world.value];
  const worlds: Readonly<Record<FigureTheme, World>> = useMemo(() => ({ light: { ...plain, palette: LIGHT }, dark: { ...plain, palette: DARK } }), [plain]);
  const [shown, setShown] = useState<FigureLayout>();
  const tookMs = useRef(0);
  const lay = (asked: FigureRequest): FigureLayout => {
    const began = performance.now();
    const figure = figureOf(asked, store, worlds[asked.theme]);
    tookMs.current = performance.now() - began;
    return figure;
  };
  useEffect(() => {
    const done = busy();
    const timer = setTimeout(() => {
      try {
        setShown(lay(request));
      } finally {
        done();
      }
    }, Math.min(LONGEST_WAIT, tookMs.current * GATHERING));
    return () => {
      clearTimeout(timer);
      done();
    };
  }, [request, opened, view, base, shownMap, worlds]);
  return { shown, of: lay };
}
