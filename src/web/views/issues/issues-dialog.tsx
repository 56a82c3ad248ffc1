import { describeIssue } from '../../../core/i18n/describe-issue.ts';
import { Dialog } from '../../parts/dialog.tsx';
import type { Store } from '../../store/store.ts';

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
  return (
    <Dialog title={app.issues.title} closeLabel={app.close} onClose={onClose}>
      <p class="issues-intro">
        <span class="issues-file">{fileName}</span>{' '}
        {app.issues.intro(setAside === 0 ? app.issues.noneSetAside : app.issues.setAside(setAside, formats.number(setAside)))}
      </p>
      <ol class="issues">
        {issues.map((issue, position) => (
          <li key={position} class="issue" data-severity={issue.severity}>
            <span class="issue-kind">{issue.severity === 'error' ? app.issues.error : app.issues.warning}</span>
            <span dir="auto">{describeIssue(issue, messages)}</span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
