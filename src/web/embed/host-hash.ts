/** What the view of a story is called in the address of the page around it; stories with a name are told apart by it. */
const keyOf = (name: string): string => (name === '' ? 'dateline' : `dateline-${name}`);

/** The view of a story in a page’s address after `#`; `undefined` when it holds none, or one that is garbled. */
export function viewInHash(hash: string, name: string): string | undefined {
  const part = partsOf(hash).find((candidate) => candidate.startsWith(`${keyOf(name)}=`));
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part.slice(keyOf(name).length + 1));
  } catch {
    return undefined;
  }
}

/** The same address with another view of a story; whatever else stands in it stays. An empty view leaves nothing. */
export function withView(hash: string, name: string, view: string): string {
  const others = partsOf(hash).filter((part) => !part.startsWith(`${keyOf(name)}=`));
  return [...others, ...(view === '' ? [] : [`${keyOf(name)}=${encodeURIComponent(view)}`])].join('&');
}

const partsOf = (hash: string): readonly string[] => hash.replace(/^#/, '').split('&').filter((part) => part !== '');
