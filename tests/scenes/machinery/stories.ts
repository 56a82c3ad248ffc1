import nuclearText from '../../../data/stories/nuclear-tests.geojson?raw';
import februaryText from '../../../data/stories/iran-us-2026-02.geojson?raw';
import type { Dataset } from '../../../src/core/model/dataset.ts';
import { openText } from '../../../src/core/validate/open.ts';

/** The dataset of a story's text, read when it is first asked for. */
function storyOf(text: string): () => Dataset {
  let dataset: Dataset | undefined;
  return () => {
    if (dataset !== undefined) return dataset;
    const opened = openText(text);
    if (!opened.ok) throw new Error(`the story does not open: ${opened.error.code}`);
    dataset = opened.value.dataset;
    return dataset;
  };
}

/** A dozen events of a few days, some of them planned. */
export const february = storyOf(februaryText);

/** Two thousand events of half a century, all over the world. */
export const nuclearTests = storyOf(nuclearText);
