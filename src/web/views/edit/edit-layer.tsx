import { useComputed, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CommandContext } from '../../commands/command.ts';
import { fetched, prefetchAtRest } from '../../parts/fetched.tsx';
import { draftingOf } from '../../store/drafting.ts';
import { draftedEvents } from './kept-drafts.ts';

const FORM = fetched(() => import('./event-form.tsx').then(({ EventForm }) => EventForm));
const DRAFTS = fetched(() => import('./draft-lines.tsx').then(({ DraftLines }) => DraftLines));
const LANES = fetched(() => import('./lanes-dialog.tsx').then(({ LanesDialog }) => LanesDialog));
const MANY = fetched(() => import('./many-bar.tsx').then(({ ManyBar }) => ManyBar));

interface EditLayerProps {
  readonly context: CommandContext;
  /** Called when the code of a part cannot be had. */
  readonly onFail: () => void;
}

/** What lies over the list while a story is edited: the form, and the bar for several events. Both are fetched apart from the page. */
export function EditLayer({ context, onFail }: EditLayerProps) {
  const drafting = draftingOf(context.store);
  const hasForm = useComputed(() => drafting.form.value !== undefined).value;
  const isChoosing = useComputed(() => drafting.isChoosing.value || drafting.chosen.value.size > 0).value;
  const hasDrafts = useComputed(() => draftedEvents(context.store).length > 0).value;
  useSignalEffect(() => {
    if (drafting.deeds.value > 0) void import('../../commands/undo.ts').then(({ tellLastDeed }) => tellLastDeed(context));
  });
  useEffect(() => prefetchAtRest([FORM, MANY, DRAFTS, LANES]), []);
  return (
    <>
      {hasDrafts && !hasForm && <DRAFTS.Show store={context.store} onFail={() => undefined} />}
      {isChoosing && <MANY.Show context={context} onFail={onFail} />}
      {drafting.isArranging.value && (
        <LANES.Show
          context={context}
          onFail={() => {
            drafting.isArranging.value = false;
            onFail();
          }}
        />
      )}
      {hasForm && (
        <FORM.Show
          context={context}
          onFail={() => {
            drafting.form.value = undefined;
            onFail();
          }}
        />
      )}
    </>
  );
}
