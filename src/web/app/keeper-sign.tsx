import { keepMessagesOf } from '../../core/i18n/keep-messages.ts';
import { keeperOf } from '../keep/keeping.ts';
import type { Store } from '../store/store.ts';

/** Whether what was done to the open story is on the disk; nothing as long as nothing was done to it. */
export function KeeperSign({ store }: { readonly store: Store }) {
  const keeper = keeperOf(store);
  const { sign, signHint } = keepMessagesOf(store.world.value.messages);
  if (keeper === undefined) return null;
  const { value: state } = keeper.state;
  return (
    <p class="keeper-sign" role="status" data-state={state}>
      {keeper.kept.value !== undefined && <span title={signHint[state]}>{sign[state]}</span>}
    </p>
  );
}
