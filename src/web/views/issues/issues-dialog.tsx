import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { DATELINE_FORMAT } from '../../../core/formats/dateline-file.ts';
import { describeInParts, describeIssue } from '../../../core/i18n/describe-issue.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { NotEvent, Refusal } from '../../../core/model/account.ts';
import type { Issue } from '../../../core/model/issue.ts';
import { mendedIn } from '../../../core/model/mended.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { browserFiles, fileNameOf, type Files } from '../../platform/files.ts';
import type { Store } from '../../store/store.ts';
import { accountCsv } from './account-csv.ts';
import { LongList } from './long-list.tsx';
import { RefusedRecord } from './refused-record.tsx';
import './account.css';

interface IssuesDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
  readonly files?: Files;
}

const NOTHING = { refused: [], notEvents: [] } as const;

const TABS = ['refused', 'warnings', 'notEvents'] as const;
type Tab = (typeof TABS)[number];

/** The account of a file: where its records have gone, in numbers that sum up, and each of those that are no events, with what would mend it. */
export function IssuesDialog({ store, onClose, files = browserFiles(document) }: IssuesDialogProps) {
  const world = store.world.value;
  const { messages, formats } = world;
  const { app } = messages;
  const { account: words, close } = importMessagesOf(messages);
  const { issues, fileName, imported } = store.opened.value;
  const { refused, notEvents } = imported?.account ?? NOTHING;
  // A record of another file goes by its line; a feature by more than that.
  const isNative = imported === undefined || imported.about.format === DATELINE_FORMAT;
  const warnings = useMemo(() => besideRefused(issues, refused), [issues, refused]);
  const counts: Readonly<Record<Tab, number>> = { refused: refused.length, warnings: warnings.length, notEvents: notEvents.length };
  const tab = useSignal<Tab>(TABS.find((each) => counts[each] > 0) ?? 'warnings');
  const panel = useId();
  const save = (): void => {
    const text = accountCsv({ refused, warnings, notEvents }, messages);
    files.save(fileNameOf(`${fileName} ${words.exportName}`, 'csv', words.exportName), new Blob([text], { type: 'text/csv' }));
  };
  const labels: Readonly<Record<Tab, string>> = {
    refused: words.refused(formats.number(counts.refused)),
    warnings: words.warnings(formats.number(counts.warnings)),
    notEvents: words.notEvents(formats.number(counts.notEvents)),
  };
  return (
    <Dialog title={imported === undefined ? app.issues.title : words.title} closeLabel={close} onClose={onClose}>
      <div class="account">
        <p class="issues-intro">
          <span class="issues-file" dir="auto">
            {fileName}
          </span>{' '}
          <Balance store={store} />
        </p>
        {imported !== undefined && (
          <div class="account-tabs" role="tablist" aria-label={words.tabs} onKeyDown={(key) => walkTabs(key)}>
            {TABS.map((each) => (
              <button
                key={each}
                type="button"
                role="tab"
                aria-selected={tab.value === each}
                aria-controls={panel}
                tabIndex={tab.value === each ? 0 : -1}
                onClick={() => {
                  tab.value = each;
                }}
              >
                {labels[each]}
              </button>
            ))}
          </div>
        )}
        <div id={panel} {...(imported === undefined ? {} : { role: 'tabpanel', 'aria-label': labels[tab.value] })}>
          {tab.value === 'refused' && (
            <LongList key="refused" items={refused} world={world} empty={words.noneRefused}>
              {(refusal, position) => <RefusedRecord key={position} refusal={refusal} position={position} store={store} />}
            </LongList>
          )}
          {tab.value === 'warnings' && (
            <LongList key="warnings" items={warnings} world={world} empty={words.noWarnings}>
              {(issue, position) => <IssueLine key={position} issue={issue} isNative={isNative} world={world} />}
            </LongList>
          )}
          {tab.value === 'notEvents' && (
            <LongList key="not-events" items={notEvents} world={world} empty={words.noNotEvents}>
              {(record, position) => <NotEventLine key={position} record={record} world={world} />}
            </LongList>
          )}
        </div>
        <p class="account-foot">
          <button type="button" class="button" onClick={save}>
            {words.export}
          </button>
        </p>
      </div>
    </Dialog>
  );
}

/** The issues that are of no refused record. */
function besideRefused(issues: readonly Issue[], refused: readonly Refusal[]): readonly Issue[] {
  const keyOf = ({ code, place: { line, feature, column, member } }: Issue): string => [code, line, feature, column, member].join(' ');
  const keys = new Set(refused.map(({ issue }) => keyOf(issue)));
  return issues.filter((issue) => issue.severity === 'warning' || !keys.has(keyOf(issue)));
}

/** Where all records are, in a sum. */
function Balance({ store }: { readonly store: Store }) {
  const { messages, formats } = store.world.value;
  const { account: words } = importMessagesOf(messages);
  const { app } = messages;
  const { issues, imported, dataset } = store.opened.value;
  const { number } = formats;
  if (imported === undefined) {
    const setAside = issues.filter(({ severity }) => severity === 'error').length;
    const isCutShort = issues.some(({ code }) => code === 'file-truncated' || code === 'file-broken');
    const what = setAside > 0 ? app.issues.setAside(setAside, number(setAside)) : isCutShort ? app.issues.cutShort : app.issues.noneSetAside;
    return <>{app.issues.intro(what)}</>;
  }
  const { records, events, refused, notEvents } = imported.account;
  const mended = mendedIn(imported.account, dataset);
  return (
    <span class="account-balance">
      {words.balance({ records, events: events + mended, refused: refused.length - mended, notEvents: notEvents.length }, number)}
      {mended > 0 && ` (${words.mended(number(mended))})`}
    </span>
  );
}

interface IssueLineProps {
  readonly issue: Issue;
  readonly isNative: boolean;
  readonly world: World;
}

function IssueLine({ issue, isNative, world: { messages, formats } }: IssueLineProps) {
  const { issues } = messages.app;
  const { account: words } = importMessagesOf(messages);
  const { line, member } = issue.place;
  if (isNative || line === undefined) {
    return (
      <li class="issue" data-severity={issue.severity}>
        <span class="issue-kind">{issue.severity === 'error' ? issues.error : issues.warning}</span>
        <span dir="auto">{describeIssue(issue, messages)}</span>
      </li>
    );
  }
  const { reason, mend } = describeInParts(issue, messages);
  return (
    <li class="issue" data-severity={issue.severity}>
      <span class="issue-kind">
        {words.line(formats.number(line))}
        {member !== undefined && <span dir="auto">{member}</span>}
      </span>
      <span dir="auto">
        {reason} <span class="refused-mend">{mend}</span>
      </span>
    </li>
  );
}

function NotEventLine({ record: { line, kind }, world }: { readonly record: NotEvent; readonly world: World }) {
  const { account: words } = importMessagesOf(world.messages);
  return (
    <li class="issue">
      <span class="issue-kind">{words.line(world.formats.number(line))}</span>
      <span>{words.notEventKinds[kind]}</span>
    </li>
  );
}

/** Arrow keys, Home and End go from tab to tab. */
function walkTabs(key: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const tabs = Array.from(key.currentTarget.querySelectorAll<HTMLElement>('[role=tab]'));
  const at = tabs.findIndex((tab) => tab === document.activeElement);
  const isRightToLeft = getComputedStyle(key.currentTarget).direction === 'rtl';
  const steps: Readonly<Record<string, number | undefined>> = {
    ArrowRight: isRightToLeft ? at - 1 : at + 1,
    ArrowLeft: isRightToLeft ? at + 1 : at - 1,
    Home: 0,
    End: tabs.length - 1,
  };
  const next = steps[key.key];
  if (next === undefined) return;
  key.preventDefault();
  const tab = tabs[(next + tabs.length) % tabs.length];
  tab?.focus();
  tab?.click();
}
