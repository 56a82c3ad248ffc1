/** What has the keyboard focus in the tree that a node stands in: the page's, or that of an element which keeps its own. */
export function focusedBeside(node: Node | null): Element | null {
  const root = node?.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}
