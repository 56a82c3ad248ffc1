import { useState } from 'preact/hooks';
import type { Answers } from '../../../core/formats/answers.ts';
import { FIELDS, type Field } from '../../../core/formats/fields.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { Review } from '../../../core/validate/review.ts';
import { FIELD_GROUPS, MAIN_FIELDS } from './field-groups.ts';

interface ColumnTableProps {
  readonly world: World;
  readonly review: Review;
  /** Changes the answers as they are by then, which may not be on show yet. */
  readonly onAnswer: (change: (now: Answers) => Answers) => void;
}

/** Below this, what a column means is a guess. */
const UNSURE = 0.6;

const GROUPS = ['what', 'when', 'where', 'whence', 'media'] as const;

/** What a dragged column is called on its way. */
const DRAGGED = 'application/x-dateline-column';

/** The columns of a table with some of their cells, and what each means: to be chosen, or dragged onto a meaning. */
export function ColumnTable({ world, review, onAnswer }: ColumnTableProps) {
  const { review: words } = importMessagesOf(world.messages);
  const { columns } = review.about;
  const mean = (column: string, field: Field | null): void =>
    onAnswer((now) => ({ ...now, mapping: new Map([...(now.mapping ?? []), [column, field]]) }));
  return (
    <section class="import-part">
      <h3>{words.columns}</h3>
      <p class="import-hint">
        {words.columnsHint} <span class="import-drag">{words.columnsDrag}</span>
      </p>
      <ul class="import-fields">
        {MAIN_FIELDS.map((field) => (
          <Target
            key={field}
            label={words.fields[field]}
            hint={words.dropHere(words.fields[field])}
            column={columns.find((column) => column.field === field)?.name}
            onDrop={(column) => columns.some(({ name }) => name === column) && mean(column, field)}
          />
        ))}
      </ul>
      <table class="import-columns" aria-label={words.columns}>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.cells}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, field, certainty, cells }) => (
            <tr key={name} data-used={field !== undefined}>
              <th
                scope="row"
                draggable
                onDragStart={({ dataTransfer }) => {
                  dataTransfer?.setData(DRAGGED, name);
                }}
              >
                <bdi>{name}</bdi>
              </th>
              <td class="import-cells">
                {cells.map((cell, position) => (
                  <span key={position}>
                    <bdi>{cell}</bdi>
                  </span>
                ))}
              </td>
              <td>
                <select
                  aria-label={words.meaningOf(name)}
                  value={field ?? ''}
                  onChange={({ currentTarget }) => mean(name, FIELDS.find((known) => known === currentTarget.value) ?? null)}
                >
                  <option value="">{words.kept}</option>
                  {GROUPS.map((group) => (
                    <optgroup key={group} label={words.groups[group]}>
                      {FIELD_GROUPS[group].map((known) => (
                        <option key={known} value={known}>
                          {words.fields[known]}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </select>
                {field !== undefined && certainty < UNSURE && <span class="import-unsure">{words.unsure}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface TargetProps {
  readonly label: string;
  readonly hint: string;
  readonly column: string | undefined;
  readonly onDrop: (column: string) => void;
}

/** A meaning onto which a column can be dragged, and the column that has it. */
function Target({ label, hint, column, onDrop }: TargetProps) {
  const [isOver, setOver] = useState(false);
  const holds = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes(DRAGGED) === true;
  return (
    <li
      class="import-target"
      data-filled={column !== undefined}
      data-over={isOver}
      title={hint}
      onDragOver={(drag) => {
        if (!holds(drag)) return;
        drag.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(drag) => {
        setOver(false);
        if (!holds(drag)) return;
        drag.preventDefault();
        onDrop(drag.dataTransfer?.getData(DRAGGED) ?? '');
      }}
    >
      <span>{label}</span>
      <span dir="auto">{column ?? '–'}</span>
    </li>
  );
}
