import { COMMANDS } from '../../commands/index.ts';
import type { Store } from '../../store/store.ts';
import { CommandKeys } from './command-keys.tsx';

interface KeysDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
}

/** Shows every key of the page. */
export const KeysDialog = ({ store, onClose }: KeysDialogProps) => <CommandKeys store={store} commands={COMMANDS} onClose={onClose} />;
