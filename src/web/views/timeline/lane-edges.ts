import type { ReadonlySignal } from '@preact/signals';
import type { TimelineLane } from '../../../core/layout/timeline-lane.ts';
import type { TimelineLayout } from '../../../core/layout/timeline.ts';
import { withHeight } from '../../../core/view/lane-view.ts';
import { attachEdgeDrag } from '../../gestures/drag-edge.ts';
import type { Store } from '../../store/store.ts';
import type { Glide } from './glide.ts';

/** How far from a lane's lower edge, in pixels, that edge is taken hold of. */
const GRIP = 4;

/** Dragging the lower edge of a lane, beside its name, gives it a height; a double click there leaves it to the layout again. Returns what stops listening. */
export function attachLaneEdges(store: Store, element: HTMLElement, layout: ReadonlySignal<TimelineLayout | undefined>, glide: Glide): () => void {
  const edgeAt = (x: number, y: number): TimelineLane | undefined => {
    const laidOut = layout.peek();
    if (laidOut === undefined || x >= laidOut.plot.x || y <= laidOut.plot.y) return undefined;
    return laidOut.lanes.find(({ kind, name, box }) => kind === 'open' && name !== '' && Math.abs(box.y + box.height - y) <= GRIP);
  };
  const setHeight = ({ key }: TimelineLane, height: number | undefined): void =>
    store.dispatch({ kind: 'set-lanes', lanes: withHeight(store.view.peek().lanes, key, height) });
  return attachEdgeDrag(element, {
    edgeAt,
    onOver: (isOver) => {
      element.dataset['edge'] = isOver ? 'lane' : 'none';
    },
    onDrag: (lane, dy) => {
      glide.stop();
      setHeight(lane, lane.box.height + dy);
    },
    onReset: (lane) => setHeight(lane, undefined),
  });
}
