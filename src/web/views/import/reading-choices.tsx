import { useId, useState } from 'preact/hooks';
import type { Answers } from '../../../core/formats/answers.ts';
import { importMessagesOf } from '../../../core/i18n/import-messages.ts';
import type { World } from '../../../core/layout/world.ts';
import type { Review } from '../../../core/validate/review.ts';

interface ReadingChoicesProps {
  readonly world: World;
  readonly review: Review;
  readonly answers: Answers;
  /** Changes the answers as they are by then, which may not be on show yet. */
  readonly onAnswer: (change: (now: Answers) => Answers) => void;
}

/** Encodings that can be chosen beside those that were guessed, by their names in the Encoding Standard. */
const ENCODINGS = [
  'utf-8', 'utf-16le', 'utf-16be',
  'windows-1252', 'windows-1250', 'windows-1251', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256', 'windows-1257',
  'iso-8859-2', 'iso-8859-15', 'koi8-r', 'macintosh', 'shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr',
];
const ORDERS = ['day-first', 'month-first'] as const;
const YEARS = ['astronomical', 'historical'] as const;

/** How the file is read, each thing to be chosen otherwise: format, encoding, what stands between cells, sheet, and the habits of its dates. */
export function ReadingChoices({ world, review, answers, onAnswer }: ReadingChoicesProps) {
  const { review: words } = importMessagesOf(world.messages);
  const { about, formats, lettered } = review;
  const { habits } = about;
  const isTable = about.columns.length > 0;
  const [first] = formats;
  const ownName = about.layoutName === undefined ? about.formatName : words.formatAs(about.formatName, about.layoutName);
  return (
    <>
      {first !== undefined && (
        <Select
          label={words.format}
          value={first.id}
          options={formats.map(({ id, name }) => ({ value: id, label: id === first.id ? ownName : name }))}
          // Another format has other columns: what was said of these says nothing of those.
          onChoose={(format) => onAnswer(({ encoding }) => ({ format, ...(encoding !== undefined && { encoding }) }))}
        />
      )}
      {about.encoding !== undefined && (
        <Select
          label={words.encoding}
          value={about.encoding}
          options={[...new Set([about.encoding, ...ENCODINGS])].map((value) => ({ value, label: value }))}
          onChoose={(encoding) => onAnswer((now) => ({ ...now, encoding }))}
        />
      )}
      {lettered.length > 0 && (
        <figure class="import-lines">
          <figcaption>{words.letters}</figcaption>
          {lettered.map((line, position) => (
            <p key={position} dir="auto">
              {line}
            </p>
          ))}
        </figure>
      )}
      {about.delimiter !== undefined && (
        <Select
          label={words.delimiter}
          value={about.delimiter}
          options={[...new Set([...Object.keys(words.delimiters), about.delimiter])].map((value) => ({
            value,
            label: words.delimiters[value] ?? value,
          }))}
          onChoose={(delimiter) => onAnswer((now) => ({ ...now, delimiter }))}
        />
      )}
      {about.sheet !== undefined && about.sheets.length > 0 && (
        <Select
          label={words.sheet}
          value={about.sheet}
          options={[about.sheet, ...about.sheets].map((value) => ({ value, label: value }))}
          onChoose={(sheet) => onAnswer(({ encoding }) => ({ ...(encoding !== undefined && { encoding }), sheet }))}
        />
      )}
      {isTable && (
        <>
          <Select
            label={words.order}
            value={habits.order ?? ''}
            options={[
              ...(habits.order === undefined ? [{ value: '', label: words.orderOpen }] : []),
              ...ORDERS.map((value) => ({ value, label: words.orders[value] })),
            ]}
            onChoose={(value) => {
              const order = ORDERS.find((known) => known === value);
              if (order !== undefined) onAnswer((now) => ({ ...now, order }));
            }}
          />
          {habits.order !== undefined && answers.order === undefined && <p class="import-hint">{words.orderFound(habits.order)}</p>}
          <Select
            label={words.years}
            value={habits.years ?? 'astronomical'}
            options={YEARS.map((value) => ({ value, label: words.yearCounts[value] }))}
            onChoose={(value) => {
              const years = YEARS.find((known) => known === value);
              if (years !== undefined) onAnswer((now) => ({ ...now, years }));
            }}
          />
          <Zone
            label={words.zone}
            value={habits.zone ?? ''}
            placeholder={words.zoneLocal}
            fault={words.zoneUnknown}
            onSet={(zone) => onAnswer((now) => withZone(now, zone))}
          />
        </>
      )}
    </>
  );
}

function withZone(answers: Answers, zone: string): Answers {
  const { zone: _before, ...rest } = answers;
  return zone === '' ? rest : { ...rest, zone };
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

function Select({ label, value, options, onChoose }: SelectProps) {
  return (
    <label class="import-field">
      <span>{label}</span>
      <select value={value} onChange={(change) => onChoose(change.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ZoneProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly fault: string;
  readonly onSet: (zone: string) => void;
}

/** A field for the name of a zone, with the names that the browser knows. */
function Zone({ label, value, placeholder, fault, onSet }: ZoneProps) {
  const list = useId();
  const [isUnknown, setUnknown] = useState(false);
  const take = (written: string): void => {
    const zone = written.trim();
    const isKnown = zone === '' || isZone(zone);
    setUnknown(!isKnown);
    if (isKnown && zone !== value) onSet(zone);
  };
  return (
    <label class="import-field">
      <span>{label}</span>
      <input
        type="text"
        list={list}
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={isUnknown}
        onChange={({ currentTarget }) => take(currentTarget.value)}
        onKeyDown={(key) => {
          if (key.key !== 'Enter') return;
          // Enter ends the name of the zone, and not the look at the file.
          key.preventDefault();
          take(key.currentTarget.value);
        }}
      />
      <datalist id={list}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      {isUnknown && <span class="import-fault">{fault}</span>}
    </label>
  );
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
