import { useEffect, useRef } from 'preact/hooks';

interface ListEndProps {
  /** How many entries lie beyond this end. */
  readonly count: number;
  readonly label: string;
  /** Called when a person comes to this end, by scrolling or by the button. */
  readonly onReach: () => void;
}

/** Where the part of a long list that stands on the page ends, but the list does not. */
export function ListEnd({ count, label, onReach }: ListEndProps) {
  const button = useRef<HTMLButtonElement>(null);
  const reach = useRef(onReach);
  reach.current = onReach;
  useEffect(() => {
    if (button.current === null) return undefined;
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && reach.current(), { rootMargin: '300px' });
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [count]);
  return count === 0 ? null : (
    <button type="button" class="list-end" ref={button} onClick={onReach}>
      {label}
    </button>
  );
}
