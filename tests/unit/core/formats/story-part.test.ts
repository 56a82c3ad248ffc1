import { describe, expect, it } from 'vitest';
import { partOf, wholeOf } from '../../../../src/core/formats/story-part.ts';
import { openText } from '../../../../src/core/validate/open.ts';
import { generatedBytes } from '../../../support/generated.ts';

const opened = openText(new TextDecoder().decode(generatedBytes(9)));
if (!opened.ok) throw new Error('the generated events do not open');
const { dataset } = opened.value;

describe('a part of a story', () => {
  it('holds the events of its rows in their order, at each walk over it', () => {
    const part = partOf(dataset, function* () {
      yield* [4, 1, 7];
    });
    const ids = (): readonly string[] => Array.from(part.events(), ({ id }) => id);
    const first = ids();
    expect(first).toHaveLength(3);
    expect(ids()).toEqual(first);
  });

  it('that is the whole holds all events, at each walk over it', () => {
    const whole = wholeOf(dataset);
    expect([...whole.events()]).toHaveLength(9);
    expect([...whole.events()]).toEqual([...whole.events()]);
  });
});
