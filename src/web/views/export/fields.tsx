import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Option<T extends string | number> {
  readonly value: T;
  readonly label: string;
  /** Why it cannot be chosen now. */
  readonly refused?: string | undefined;
}

interface ChoiceProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChoose: (value: T) => void;
}

/** A few options side by side, of which one is chosen: radio buttons, set as a segmented control. */
export function Choice<T extends string | number>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="export-choice">
      <legend>{label}</legend>
      <div class="export-segments">
        {options.map((option) => (
          <label key={option.value} title={option.refused}>
            <input type="radio" name={name} checked={option.value === value} disabled={option.refused !== undefined} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SelectProps<T extends string> extends Omit<ChoiceProps<T>, 'options'> {
  readonly groups: readonly { readonly label: string | undefined; readonly options: readonly Option<T>[] }[];
}

/** Many options, of which one is chosen; a group without a name stands by itself. */
export function Select<T extends string>({ label, value, groups, onChoose }: SelectProps<T>) {
  const listed = (options: readonly Option<T>[]) =>
    options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ));
  return (
    <Field label={label}>
      <select
        value={value}
        onChange={(change) => {
          const chosen = groups.flatMap(({ options }) => options).find((option) => option.value === change.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {groups.map((group) =>
          group.label === undefined ? (
            listed(group.options)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {listed(group.options)}
            </optgroup>
          ),
        )}
      </select>
    </Field>
  );
}

interface WordsProps {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly placeholder?: string;
  readonly onWrite: (text: string) => void;
}

/** A text that a person may change. */
export function Words({ label, value, rows = 1, placeholder, onWrite }: WordsProps) {
  const hint = placeholder === undefined ? {} : { placeholder };
  return (
    <Field label={label}>
      {rows === 1 ? (
        <input type="text" value={value} {...hint} onInput={(input) => onWrite(input.currentTarget.value)} />
      ) : (
        <textarea rows={rows} value={value} {...hint} onInput={(input) => onWrite(input.currentTarget.value)} />
      )}
    </Field>
  );
}

interface PixelsProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  readonly placeholder?: string;
  readonly onSet: (value: number | undefined) => void;
}

/** A number of pixels, or none. What lies outside its limits is not taken until it does not. */
export function Pixels({ label, value, least, most, placeholder, onSet }: PixelsProps) {
  return (
    <Field label={label}>
      <input
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        value={value ?? ''}
        {...(placeholder !== undefined && { placeholder })}
        onInput={(input) => {
          const written = input.currentTarget.value;
          const pixels = Number(written);
          if (written === '') onSet(undefined);
          else if (Number.isInteger(pixels) && pixels >= least && pixels <= most) onSet(pixels);
        }}
      />
    </Field>
  );
}

interface CheckProps {
  readonly label: string;
  /** What comes of it. */
  readonly hint: string;
  readonly checked: boolean;
  readonly onCheck: (checked: boolean) => void;
}

/** Something that may be asked for, and what comes of it. */
export function Check({ label, hint, checked, onCheck }: CheckProps) {
  const id = useId();
  return (
    <>
      <label class="export-check">
        <input type="checkbox" checked={checked} aria-describedby={id} onChange={(change) => onCheck(change.currentTarget.checked)} />
        {label}
      </label>
      <p id={id} class="export-hint">
        {hint}
      </p>
    </>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <label class="export-field">
      <span>{label}</span>
      {children}
    </label>
  );
}

/** Options by their values, with a word for each. */
export const labelled = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): readonly Option<T>[] =>
  values.map((value) => ({ value, label: labels[value] }));
