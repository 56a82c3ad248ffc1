import { parseArgs } from 'node:util';
import { err, ok, unreachable, type Result } from '../core/base/result.ts';
import { DATA_FORMATS, dataFormat, dataFormatOfName, type DataFormat } from '../core/formats/data-formats.ts';
import { EXPORT_FORMATS, formatOfName, type ExportFormat } from '../core/export/index.ts';
import { PNG_SCALES } from '../core/export/png.ts';
import { commandMessagesOf } from '../core/i18n/command-messages.ts';
import type { Words } from '../core/i18n/describe-event.ts';
import type { Answers } from '../core/formats/answers.ts';
import { FIRST_FIGURE, parseFigureRequest, type FigureProblem, type FigureRequest } from '../core/layout/figure-request.ts';
import { fromSearch, toSearch } from '../core/view/url.ts';
import { THEMES } from '../core/view/view-state.ts';
import { answersOf, IMPORT_OPTIONS, type ImportValues } from './import-options.ts';
import { isFolder, outputsIn, overwrittenOf } from './outputs.ts';
import type { PageOrder } from './page.ts';
import { STANDARD } from './standard.ts';

/** What the command line asks for: its help, or work on one file after the other, told of to people or to programs. */
export type Request = { readonly kind: 'help' } | { readonly kind: 'work'; readonly orders: readonly Order[]; readonly json: boolean };

/** Work on one file. */
export type Order =
  | ({ readonly kind: 'check' } & Input)
  | ({ readonly kind: 'info' } & Input)
  | ({ readonly kind: 'convert' } & ConvertOrder)
  | ({ readonly kind: 'render' } & RenderOrder)
  | ({ readonly kind: 'page' } & PageOrder);

/** A file to read, and what is said of how it is to be understood. */
export interface Input {
  readonly input: string;
  readonly answers: Answers;
}

export interface ConvertOrder extends Input {
  readonly output: string;
  readonly format: DataFormat;
}

export interface RenderOrder extends Input {
  readonly output: string;
  readonly format: ExportFormat;
  readonly figure: FigureRequest;
  readonly scale: number;
  /** Whether the story is put inside the picture. */
  readonly withStory: boolean;
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
  'with-story': { type: 'boolean' },
  json: { type: 'boolean' },
  ...IMPORT_OPTIONS,
} as const;

type Flag = 'help' | 'json' | 'with-story';
type Values = { readonly [Name in Exclude<keyof typeof OPTIONS, Flag | keyof ImportValues>]?: string | undefined }
  & { readonly [Name in Flag]?: boolean | undefined }
  & ImportValues;

const FIGURE_OPTIONS = ['what', 'events', 'preset', 'width', 'height', 'legend', 'sources', 'title', 'deck', 'as-of', 'credit', 'alt', 'scale', 'with-story'] as const;

const COMMANDS = ['render', 'convert', 'check', 'info'] as const;

/** The options that a command has beside those of all. */
const OWN_OPTIONS: Readonly<Record<(typeof COMMANDS)[number], readonly (keyof Values)[]>> = {
  render: ['output', 'to', 'theme', 'view', ...FIGURE_OPTIONS],
  convert: ['output', 'to'],
  check: [],
  info: [],
};

/** Reads the arguments after the program's name; the error is a sentence for the person who typed them. */
export function parseArguments(args: readonly string[], words: Words): Result<Request, string> {
  const command = commandMessagesOf(words.messages);
  const parsed = readOptions(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [name, ...inputs] = positionals;
  if (values.help === true || name === 'help') return ok({ kind: 'help' });
  if (name === undefined) return err(command.noCommand);
  const kind = COMMANDS.find((known) => known === name);
  if (kind === undefined) return err(command.unknownCommand(name, COMMANDS));
  if (inputs.length === 0) return err(command.noInput);
  const foreign = OWN_OPTIONS.render.find((option) => values[option] !== undefined && !OWN_OPTIONS[kind].includes(option));
  if (foreign !== undefined) return err(command.notForCommand(foreign, kind));
  if (values.view !== undefined && !isLink(values.view)) return err(command.badLink(values.view));
  const answers = answersOf(values, words);
  if (!answers.ok) return answers;
  const orders = ordersOf(kind, inputs, answers.value, values, words);
  return orders.ok ? ok({ kind: 'work', orders: orders.value, json: values.json === true }) : orders;
}

function ordersOf(kind: (typeof COMMANDS)[number], inputs: readonly string[], answers: Answers, values: Values, words: Words): Result<readonly Order[], string> {
  const given = inputs.map((input): Input => ({ input, answers }));
  switch (kind) {
    case 'check':
    case 'info':
      return ok(given.map((one) => ({ kind, ...one })));
    case 'convert':
      return convertOrders(given, values, words);
    case 'render':
      return renderOrders(given, values, words);
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

/** Files to write, and what the ending of the one, or `--to`, says of their format. */
interface Outputs {
  readonly names: readonly string[];
  /** The text that names the format: a file's name, or what was said. */
  readonly named: { readonly by: 'ending'; readonly name: string } | { readonly by: 'to'; readonly id: string };
}

/** Several files go to a folder, in a format that is named; the error is a sentence. `extensionOf` gives the ending of a format, if there is such a one. */
function outputsOf(
  inputs: readonly Input[],
  { output, to, json }: Values,
  { missing, extensionOf }: { readonly missing: string; readonly extensionOf: (id: string) => string | undefined },
  words: Words,
): Result<Outputs, string> {
  const command = commandMessagesOf(words.messages);
  if (output === undefined) return err(missing);
  if (json === true && output === STANDARD) return err(command.standardTwice);
  if (inputs.length === 1 && !isFolder(output)) {
    const own = overwrittenOf(inputs.map(({ input }) => input), [output]);
    if (own !== undefined) return err(command.overwrites(own));
    return ok({ names: [output], named: to === undefined ? { by: 'ending', name: output } : { by: 'to', id: to } });
  }
  if (output === STANDARD) return err(command.manyToStandard);
  if (to === undefined) return err(command.noFormat);
  const names = outputsIn(output, inputs.map(({ input }) => input), extensionOf(to) ?? to);
  const overwritten = overwrittenOf(inputs.map(({ input }) => input), names);
  return overwritten === undefined ? ok({ names, named: { by: 'to', id: to } }) : err(command.overwrites(overwritten));
}

/** The format is the one that is named, or that of the ending of the file; the standard output is a native file unless it is named. */
function convertOrders(inputs: readonly Input[], values: Values, words: Words): Result<readonly Order[], string> {
  const command = commandMessagesOf(words.messages);
  const outputs = outputsOf(inputs, values, { missing: command.noDataOutput, extensionOf: (id) => dataFormat(id)?.extension }, words);
  if (!outputs.ok) return outputs;
  const { names, named } = outputs.value;
  const format = named.by === 'to' ? dataFormat(named.id) : dataFormatOfName(named.name === STANDARD ? '.geojson' : named.name);
  if (format === undefined) {
    return err(
      named.by === 'to'
        ? command.badChoice('to', named.id, DATA_FORMATS.map(({ id }) => id))
        : command.badDataOutput(named.name, DATA_FORMATS.map(({ extension }) => `.${extension}`)),
    );
  }
  return ok(inputs.map((input, position) => ({ kind: 'convert', ...input, output: names[position] ?? '', format })));
}

const PAGE = 'html';

function renderOrders(inputs: readonly Input[], values: Values, words: Words): Result<readonly Order[], string> {
  const command = commandMessagesOf(words.messages);
  const outputs = outputsOf(inputs, values, { missing: command.noOutput, extensionOf: (id) => id }, words);
  if (!outputs.ok) return outputs;
  const { names, named } = outputs.value;
  const name = named.by === 'to' ? `.${named.id}` : named.name;
  const orderOf: (order: (one: Input & { readonly output: string }) => Order) => readonly Order[] = (order) =>
    inputs.map((input, position) => order({ ...input, output: names[position] ?? '' }));
  if (/\.html?$/i.test(name)) {
    const page = pageOptions(values, words);
    return page.ok ? ok(orderOf((one) => ({ kind: 'page', ...one, ...page.value }))) : page;
  }
  const format = name === STANDARD ? formatOfName('.svg') : formatOfName(name);
  if (format === undefined) {
    return err(named.by === 'to' ? command.badChoice('to', named.id, [...EXPORT_FORMATS.map(({ id }) => id), PAGE]) : command.badOutput(name));
  }
  // A link is given for its view.
  const figure = parseFigureRequest(values, values.view === undefined ? FIRST_FIGURE : { ...FIRST_FIGURE, scope: 'view' });
  if (!figure.ok) return err(complaint(figure.error, words));
  const scale = wholeNumber('scale', values.scale ?? '2', PNG_SCALES[0], PNG_SCALES[PNG_SCALES.length - 1] ?? PNG_SCALES[0], words);
  if (!scale.ok) return scale;
  const withStory = values['with-story'] === true;
  if (withStory && !format.holdsStory) return err(command.noStoryInside(format.id.toUpperCase()));
  return ok(orderOf((one) => ({ kind: 'render', ...one, format, figure: figure.value, scale: scale.value, withStory, view: values.view })));
}

/** Whether a text is an address, or says anything of a view by itself. */
const isLink = (text: string): boolean => {
  const hash = text.slice(text.indexOf('#') + 1);
  return hash === '' || /^v=\d+$/.test(hash) || (/^https?:/.test(text) && !text.includes('#')) || toSearch(fromSearch(hash)) !== '';
};

/** A page has the options alone that say how it is first seen; those of figures mean nothing to it. */
function pageOptions(values: Values, words: Words): Result<Pick<PageOrder, 'theme' | 'view'>, string> {
  const command = commandMessagesOf(words.messages);
  const other = FIGURE_OPTIONS.find((option) => values[option] !== undefined);
  if (other !== undefined) return err(command.notForPage(other));
  const theme = THEMES.find((known) => known === (values.theme ?? 'auto'));
  if (theme === undefined) return err(command.badChoice('theme', values.theme ?? '', THEMES));
  return ok({ theme, view: values.view });
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
