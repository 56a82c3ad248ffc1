import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface FieldProps {
  readonly label: string;
  /** A line below the field: what may be written there, or what it was understood as. */
  readonly hint?: ComponentChildren;
  /** What is wrong with what stands there. */
  readonly problem?: string | undefined;
}

/** How a control is tied to the line below it. */
interface Ties {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

/** A control with its name above it, and below it what is to be said of it. */
export function Field({ label, hint, problem, children }: FieldProps & { readonly children: (ties: Ties) => ComponentChildren }) {
  const id = useId();
  const said = problem ?? hint;
  return (
    <div class="edit-field">
      <label for={id}>{label}</label>
      {children({ id, ...(said === undefined ? {} : { 'aria-describedby': `${id}-said` }), ...(problem === undefined ? {} : { 'aria-invalid': true }) })}
      {said !== undefined && (
        <p id={`${id}-said`} class="edit-said" data-wrong={problem !== undefined}>
          {said}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly placeholder?: string;
  /** More than one makes it a field of lines. */
  readonly rows?: number;
  readonly part?: string;
  readonly list?: string;
  readonly mode?: 'decimal' | 'url';
  readonly onWrite: (text: string) => void;
}

/** A text to be written. */
export function TextField({ value, placeholder, rows = 1, part, list, mode, onWrite, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(ties) =>
        rows > 1 ? (
          <textarea {...ties} rows={rows} dir="auto" value={value} data-part={part} onInput={({ currentTarget }) => onWrite(currentTarget.value)} />
        ) : (
          <input
            {...ties}
            type="text"
            dir="auto"
            autocomplete="off"
            value={value}
            data-part={part}
            {...(placeholder === undefined ? {} : { placeholder })}
            {...(list === undefined ? {} : { list })}
            {...(mode === undefined ? {} : { inputMode: mode })}
            onInput={({ currentTarget }) => onWrite(currentTarget.value)}
          />
        )
      }
    </Field>
  );
}

interface SelectFieldProps<T extends string> extends FieldProps {
  readonly value: T;
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly onChoose: (value: T) => void;
}

/** One of several values. */
export function SelectField<T extends string>({ value, options, onChoose, ...field }: SelectFieldProps<T>) {
  return (
    <Field {...field}>
      {(ties) => (
        <select
          {...ties}
          value={value}
          onChange={({ currentTarget }) => {
            const chosen = options.find(([option]) => option === currentTarget.value);
            if (chosen !== undefined) onChoose(chosen[0]);
          }}
        >
          {options.map(([option, name]) => (
            <option key={option} value={option}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
