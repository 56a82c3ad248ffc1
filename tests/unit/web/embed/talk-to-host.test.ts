import { describe, expect, it } from 'vitest';
import { talkToHost, type HostLine } from '../../../../src/web/embed/talk-to-host.ts';

interface Frame {
  readonly line: HostLine;
  /** What was said to the page around, with the origin it was addressed to. */
  readonly said: (readonly [message: unknown, origin: string])[];
  /** What was asked for, each time that something was. */
  readonly asked: unknown[];
  /** The page around says something; or somebody else, under another origin. */
  readonly hear: (message: object, origin?: string, source?: unknown) => void;
}

function frameWith(first: string): Frame {
  const said: [unknown, string][] = [];
  const asked: unknown[] = [];
  const parent = { postMessage: (message: unknown, origin: string) => said.push([message, origin]) };
  let listener: ((event: object) => void) | undefined;
  const window = { parent, addEventListener: (_kind: string, listen: (event: object) => void) => (listener = listen) } as unknown as Window;
  const line = talkToHost(window, first, true);
  if (line === undefined) throw new Error('there is a page around');
  line.onAsked(() => asked.push({ ...line.options(), view: line.address.read() }));
  const hear: Frame['hear'] = (message, origin = 'https://host.example', source = parent) => listener?.({ source, origin, data: { dateline: 1, ...message } });
  return { line, said, asked, hear };
}

describe('a story in a frame', () => {
  it('has nobody to speak with where there is no page around', () => {
    const window = {} as { parent?: unknown };
    window.parent = window;
    expect(talkToHost(window as unknown as Window, '', true)).toBeUndefined();
  });

  it('says that it listens, and nothing else before it is answered; then to the one that answered', () => {
    const { line, said, hear } = frameWith('');
    line.setHeight(700);
    line.address.replace('v=1&event=a');
    expect(said).toEqual([[{ dateline: 1, kind: 'ready', hasStory: true }, '*']]);
    hear({ kind: 'hello' });
    line.select('a');
    expect(said.slice(1)).toEqual([
      [{ dateline: 1, kind: 'ready', hasStory: true }, 'https://host.example'],
      [{ dateline: 1, kind: 'height', height: 700 }, 'https://host.example'],
      [{ dateline: 1, kind: 'select', id: 'a' }, 'https://host.example'],
    ]);
  });

  it('hears what is asked for once, until something else is', () => {
    const { asked, hear } = frameWith('v=1&event=own');
    hear({ kind: 'hello', start: '2026-02-04', theme: 'dark' });
    hear({ kind: 'hello', start: '2026-02-04', theme: 'dark' });
    expect(asked).toMatchObject([{ view: 'v=1&event=own', start: '2026-02-04', theme: 'dark' }]);
    hear({ kind: 'hello', start: '2026-02-04', theme: 'light' });
    expect(asked.at(-1)).toMatchObject({ theme: 'light' });
  });

  it('shows a view that is gone back to as it was, wherever it was to begin at first', () => {
    const { asked, hear } = frameWith('');
    hear({ kind: 'hello', start: '2026-02-04', theme: 'dark' });
    hear({ kind: 'view', view: 'v=1&event=a' });
    expect(asked.at(-1)).toMatchObject({ view: 'v=1&event=a', start: undefined, theme: 'dark' });
  });

  it('does not hear anybody else, nor the same window under another origin', () => {
    const { asked, hear } = frameWith('');
    hear({ kind: 'hello', theme: 'dark' }, 'https://host.example', {});
    hear({ kind: 'view', view: 'v=1&event=b' });
    expect(asked).toEqual([]);
    hear({ kind: 'hello', theme: 'dark' });
    hear({ kind: 'hello', theme: 'light' }, 'https://other.example');
    hear({ kind: 'view', view: 'v=1&event=b' }, 'null');
    expect(asked).toMatchObject([{ view: '', theme: 'dark' }]);
  });

  it('takes the fonts that it has asked for, and no others', () => {
    const { line, said, hear } = frameWith('');
    hear({ kind: 'hello' });
    const taken: string[] = [];
    line.askFonts(['a.woff2'], (name) => taken.push(name));
    expect(said.at(-1)).toEqual([{ dateline: 1, kind: 'font', name: 'a.woff2' }, 'https://host.example']);
    for (const name of ['b.woff2', 'a.woff2']) hear({ kind: 'font', name, bytes: new ArrayBuffer(2) });
    expect(taken).toEqual(['a.woff2']);
  });
});
