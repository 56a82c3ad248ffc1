import { fromSearch, toSearch } from './url.ts';
import { INITIAL_VIEW, type ViewState } from './view-state.ts';

/** What a step of a walk leaves as the reader has it: colours, and the share of the stage that the map has. */
const ofReader = ({ theme, divider }: ViewState): Pick<ViewState, 'theme' | 'divider'> => ({ theme, divider });

/** The view of a step of a walk, by what the step keeps of it, for a reader who sees `present`. */
export const viewOfStep = (kept: string, step: number, present: ViewState): ViewState => ({ ...fromSearch(kept).view, ...ofReader(present), step });

/** What a step of a walk keeps of a view: the text of a link after `#`, empty for the first view of a story. */
export const keptOfView = (view: ViewState): string => toSearch({ view: { ...view, ...ofReader(INITIAL_VIEW), step: undefined }, story: undefined });
