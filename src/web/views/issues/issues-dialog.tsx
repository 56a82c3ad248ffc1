import { useSignal } from '@preact/signals';
import { describeIssue } from '../../../core/i18n/describe-issue.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ListEnd } from '../../parts/list-end.tsx';
import type { Store } from '../../store/store.ts';

/** How many issues stand in the list at first, and how many come with each step towards its end. */
const STEP = 120;

interface IssuesDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
}

/** Lists what was found wrong in the file: what, where, and how to mend it. */
export function IssuesDialog({ store, onClose }: IssuesDialogProps) {
  const { messages, formats } = store.world.value;
  const { app } = messages;
  const { issues, fileName } = store.opened.value;
  const setAside = issues.filter(({ severity }) => severity === 'error').length;
  const isCutShort = issues.some(({ code }) => code === 'file-truncated' || code === 'file-broken');
  const length = useSignal(STEP);
  return (
    <Dialog title={app.issues.title} closeLabel={app.close} onClose={onClose}>
      <p class="issues-intro">
        <span class="issues-file">{fileName}</span>{' '}
        {app.issues.intro(
          setAside > 0 ? app.issues.setAside(setAside, formats.number(setAside)) : isCutShort ? app.issues.cutShort : app.issues.noneSetAside,
        )}
      </p>
      <ol class="issues">
        {issues.slice(0, length.value).map((issue, position) => (
          <li key={position} class="issue" data-severity={issue.severity}>
            <span class="issue-kind">{issue.severity === 'error' ? app.issues.error : app.issues.warning}</span>
            <span dir="auto">{describeIssue(issue, messages)}</span>
          </li>
        ))}
      </ol>
      <ListEnd
        count={Math.max(issues.length - length.value, 0)}
        label={app.issues.more(formats.number(issues.length - length.value))}
        onReach={() => {
          length.value += STEP;
        }}
      />
    </Dialog>
  );
}
