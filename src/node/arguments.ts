import { parseArgs } from 'node:util';
import { err, ok, unreachable, type Result } from '../core/base/result.ts';
import { DATA_FORMATS, dataFormat, dataFormatOfName, type DataFormat } from '../core/formats/data-formats.ts';
import { formatOfName, type ExportFormat } from '../core/export/index.ts';
import { PNG_SCALES } from '../core/export/png.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import type { Answers } from '../core/formats/answers.ts';
import { FIRST_FIGURE, parseFigureRequest, type FigureProblem, type FigureRequest } from '../core/layout/figure-request.ts';
import { THEMES } from '../core/view/view-state.ts';
import { answersOf, IMPORT_OPTIONS, type ImportValues } from './import-options.ts';
import type { PageOrder } from './page.ts';

/** A file name, or the standard input or output. */
export const STANDARD = '-';

/** What the command line asks for. */
export type Order =
  | { readonly kind: 'help' }
  | { readonly kind: 'check'; readonly input: string; readonly answers: Answers }
  | { readonly kind: 'info'; readonly input: string; readonly answers: Answers; readonly json: boolean }
  | { readonly kind: 'convert'; readonly input: string; readonly answers: Answers; readonly output: string; readonly format: DataFormat }
  | ({ readonly kind: 'render' } & RenderOrder)
  | ({ readonly kind: 'page' } & PageOrder);

export interface RenderOrder {
  readonly input: string;
  readonly answers: Answers;
  readonly output: string;
  readonly format: ExportFormat;
  readonly figure: FigureRequest;
  readonly scale: number;
  /** A shared link, or its part after `#`. */
  readonly view: string | undefined;
}

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  output: { type: 'string', short: 'o' },
  to: { type: 'string' },
  what: { type: 'string' },
  events: { type: 'string' },
  preset: { type: 'string' },
  width: { type: 'string' },
  height: { type: 'string' },
  theme: { type: 'string' },
  legend: { type: 'string' },
  sources: { type: 'string' },
  title: { type: 'string' },
  deck: { type: 'string' },
  'as-of': { type: 'string' },
  credit: { type: 'string' },
  alt: { type: 'string' },
  scale: { type: 'string' },
  view: { type: 'string' },
  json: { type: 'boolean' },
  ...IMPORT_OPTIONS,
} as const;

type Flag = 'help' | 'json';
type Values = { readonly [Name in Exclude<keyof typeof OPTIONS, Flag | keyof ImportValues>]?: string | undefined }
  & { readonly [Name in Flag]?: boolean | undefined }
  & ImportValues;

const FIGURE_OPTIONS = ['what', 'events', 'preset', 'width', 'height', 'legend', 'sources', 'title', 'deck', 'as-of', 'credit', 'alt', 'scale'] as const;

const COMMANDS = ['render', 'convert', 'check', 'info'] as const;

/** Reads the arguments after the program's name; the error is a sentence for the person who typed them. */
export function parseArguments(args: readonly string[], words: Words): Result<Order, string> {
  const command = commandMessagesOf(words.messages);
  const parsed = readOptions(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [name, ...inputs] = positionals;
  if (values.help === true || name === 'help') return ok({ kind: 'help' });
  if (name === undefined) return err(command.noCommand);
  const kind = COMMANDS.find((known) => known === name);
  if (kind === undefined) return err(command.unknownCommand(name, COMMANDS));
  const [input, ...others] = inputs;
  if (input === undefined || others.length > 0) return err(command.oneInput(inputs.length));
  const answers = answersOf(values, words);
  if (!answers.ok) return answers;
  const given = { input, answers: answers.value };
  switch (kind) {
    case 'check':
      return ok({ kind, ...given });
    case 'info':
      return ok({ kind, ...given, json: values.json === true });
    case 'convert':
      return convertOrder(given, values, words);
    case 'render':
      return renderOrder(given, values, words);
    default:
      return unreachable(kind);
  }
}

function readOptions(args: readonly string[]): Result<{ readonly values: Values; readonly positionals: readonly string[] }, string> {
  try {
    return ok(parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true }));
  } catch (error) {
    return err(error instanceof Error ? firstSentence(error.message) : String(error));
  }
}

/** The format is the one that is named, or that of the ending of the file; the standard output is a native file unless it is named. */
function convertOrder(given: Pick<RenderOrder, 'input' | 'answers'>, { output, to }: Values, words: Words): Result<Order, string> {
  const command = commandMessagesOf(words.messages);
  if (output === undefined) return err(command.noDataOutput);
  if (to !== undefined) {
    const named = dataFormat(to);
    if (named === undefined) return err(command.badChoice('to', to, DATA_FORMATS.map(({ id }) => id)));
    return ok({ kind: 'convert', ...given, output, format: named });
  }
  const format = dataFormatOfName(output === STANDARD ? '.geojson' : output);
  return format === undefined ? err(command.badDataOutput(output, DATA_FORMATS.map(({ extension }) => `.${extension}`))) : ok({ kind: 'convert', ...given, output, format });
}

function renderOrder(given: Pick<RenderOrder, 'input' | 'answers'>, values: Values, words: Words): Result<Order, string> {
  const command = commandMessagesOf(words.messages);
  const { output } = values;
  if (output === undefined) return err(command.noOutput);
  if (/\.html?$/i.test(output)) return pageOrder({ ...given, output }, values, words);
  const format = output === STANDARD ? formatOfName('.svg') : formatOfName(output);
  if (format === undefined) return err(command.badOutput(output));
  // A link is given for its view.
  const figure = parseFigureRequest(values, values.view === undefined ? FIRST_FIGURE : { ...FIRST_FIGURE, scope: 'view' });
  if (!figure.ok) return err(complaint(figure.error, words));
  const scale = wholeNumber('scale', values.scale ?? '2', PNG_SCALES[0], PNG_SCALES[PNG_SCALES.length - 1] ?? PNG_SCALES[0], words);
  if (!scale.ok) return scale;
  return ok({ kind: 'render', ...given, output, format, figure: figure.value, scale: scale.value, view: values.view });
}

/** A page has the options alone that say how it is first seen; those of figures mean nothing to it. */
function pageOrder(given: Pick<PageOrder, 'input' | 'answers' | 'output'>, values: Values, words: Words): Result<Order, string> {
  const command = commandMessagesOf(words.messages);
  const other = FIGURE_OPTIONS.find((option) => values[option] !== undefined);
  if (other !== undefined) return err(command.notForPage(other));
  const theme = THEMES.find((known) => known === (values.theme ?? 'auto'));
  if (theme === undefined) return err(command.badChoice('theme', values.theme ?? '', THEMES));
  return ok({ kind: 'page', ...given, theme, view: values.view });
}

function complaint(problem: FigureProblem, { messages, formats }: Words): string {
  const command = commandMessagesOf(messages);
  switch (problem.kind) {
    case 'choice':
      return command.badChoice(problem.option, problem.value, problem.choices);
    case 'number':
      return command.badNumber(problem.option, problem.value, formats.number(problem.least), formats.number(problem.most));
    case 'size-twice':
      return command.sizeTwice;
    case 'height-alone':
      return command.heightNeedsWidth;
    default:
      return unreachable(problem);
  }
}

function wholeNumber(option: string, value: string, least: number, most: number, { messages, formats }: Words): Result<number, string> {
  const read = /^\d+$/.test(value) ? Number(value) : NaN;
  return read >= least && read <= most
    ? ok(read)
    : err(commandMessagesOf(messages).badNumber(option, value, formats.number(least), formats.number(most)));
}

/** Node adds advice about its own syntax, which is no help here. */
const firstSentence = (text: string): string => `${text.split('. ')[0] ?? text}.`.replace(/\.\.$/, '.');
