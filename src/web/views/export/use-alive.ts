import { useEffect, useRef } from 'preact/hooks';

/** A signal that ends with the component: for work that nobody waits for any more. */
export function useAlive(): AbortSignal {
  const life = useRef<AbortController>(undefined);
  life.current ??= new AbortController();
  useEffect(() => () => life.current?.abort(), []);
  return life.current.signal;
}
