/**
 * Calls back once the browser has laid out the page for the next picture of the screen, before that picture is painted: where elements stand
 * can then be read for nothing, and what is changed still comes into the same picture. Returns what calls it off.
 */
export function afterLayout(run: () => void): () => void {
  // What an observer has not seen yet is told of after the next layout, whether its size has changed or not. Being the root of the page,
  // it comes before all others: those that watch what is changed here still hear of it in this picture.
  const observer = new ResizeObserver(() => {
    observer.disconnect();
    run();
  });
  observer.observe(document.documentElement);
  return () => observer.disconnect();
}
