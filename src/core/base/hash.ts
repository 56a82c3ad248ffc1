/** A 32-bit hash of a text's UTF-16 units. Source: FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/, with a last mix as in MurmurHash3. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0;
}
