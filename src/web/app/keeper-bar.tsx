import { unreachable } from '../../core/base/result.ts';
import { formatAgo } from '../../core/i18n/format-ago.ts';
import { keepMessagesOf } from '../../core/i18n/keep-messages.ts';
import type { Keeper } from '../keep/keeper.ts';
import { keepingOf } from '../keep/keeping.ts';
import { editingOf } from '../store/history.ts';
import type { Store } from '../store/store.ts';

interface KeeperBarProps {
  readonly store: Store;
  readonly onOpen: (id: string) => void;
  readonly onDownload: () => void;
  readonly onStories: () => void;
}

/** What a person should know of how the open story is kept, with what to do about it; nothing in the usual case. */
export function KeeperBar(props: KeeperBarProps) {
  const { value: keeping } = keepingOf(props.store);
  if (keeping === undefined || keeping === 'reading') return null;
  return keeping === 'off' ? <OffBar {...props} /> : <Bar {...props} keeper={keeping} />;
}

/** Nothing is kept: this is said once there is something to lose. */
function OffBar({ store, onDownload }: KeeperBarProps) {
  const words = keepMessagesOf(store.world.value.messages);
  if (editingOf(store).lastDeed.value === undefined) return null;
  return (
    <div class="keeper-bar" role="alert" data-kind="warning">
      <p>{words.off}</p>
      <button type="button" class="button" onClick={onDownload}>
        {words.download}
      </button>
    </div>
  );
}

function Bar({ store, keeper, onOpen, onDownload, onStories }: KeeperBarProps & { readonly keeper: Keeper }) {
  const words = keepMessagesOf(store.world.value.messages);
  const { value: state } = keeper.state;
  switch (state) {
    case 'full':
    case 'unsaved':
      return (
        <div class="keeper-bar" role="alert" data-kind="warning">
          <p>{words[state]}</p>
          <button type="button" class="button button-main" onClick={onDownload}>
            {words.download}
          </button>
          <button type="button" class="button" onClick={onStories}>
            {words.allStories}
          </button>
          <button type="button" class="button" onClick={keeper.retry}>
            {words.again}
          </button>
        </div>
      );
    case 'read-only':
      return (
        <div class="keeper-bar" role="status">
          <p>{words.follow[keeper.asking.value]}</p>
          <button type="button" class="button" disabled={keeper.asking.value === 'asked'} onClick={keeper.editHere}>
            {words.editHere}
          </button>
        </div>
      );
    case 'saved':
    case 'saving':
      return <OfferBar store={store} keeper={keeper} onOpen={onOpen} onStories={onStories} />;
    default:
      return unreachable(state);
  }
}

/** Offers what was last worked on. */
function OfferBar({ store, keeper, onOpen, onStories }: Omit<KeeperBarProps, 'onDownload'> & { readonly keeper: Keeper }) {
  const { messages, formats } = store.world.value;
  const words = keepMessagesOf(messages);
  const { value: offer } = keeper.offer;
  if (offer === undefined) return null;
  const { title, changed } = offer.about;
  return (
    <div class="keeper-bar" role="status">
      <button type="button" class="keeper-offer" dir="auto" onClick={() => onOpen(offer.id)}>
        {words.offer(title, formatAgo(Date.now() - changed, formats.locale))}
      </button>
      <button type="button" class="link-button" onClick={onStories}>
        {words.allStories}
      </button>
      <button type="button" class="quiet-button" aria-label={words.dismiss} onClick={keeper.dismissOffer}>
        ×
      </button>
    </div>
  );
}
