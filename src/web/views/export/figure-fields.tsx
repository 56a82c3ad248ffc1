import type { ComponentChildren } from 'preact';
import { EXPORT_FORMATS, exportFormat } from '../../../core/export/index.ts';
import { PNG_SCALES } from '../../../core/export/png.ts';
import { exportMessagesOf } from '../../../core/i18n/export-messages.ts';
import { selectedRows } from '../../../core/layout/figure-events.ts';
import { FIGURE_PARTS, FIGURE_SCOPES, FIGURE_SOURCES, FIGURE_THEMES, type FigureRequest } from '../../../core/layout/figure-request.ts';
import { customFigureSize, FIGURE_LIMITS, figureSizeOf, presetOfSize, type FigurePresetId } from '../../../core/layout/figure-size.ts';
import type { Store } from '../../store/store.ts';
import { AltText } from './alt-text.tsx';
import type { ExportDraft } from './export-draft.ts';
import { Check, Choice, labelled, Pixels, Select, Words } from './fields.tsx';

const SIZE_GROUPS = [
  { group: 'screen', sizes: ['social', 'square', 'story', 'slide'] },
  { group: 'article', sizes: ['column', 'wide'] },
  { group: 'paper', sizes: ['a4-portrait', 'a4-landscape', 'a3-portrait', 'a3-landscape', 'poster'] },
  { group: 'own', sizes: ['custom'] },
] as const satisfies readonly { readonly group: string; readonly sizes: readonly (FigurePresetId | 'custom')[] }[];

const LEGENDS = ['on', 'off'] as const;
const HEADLINE_ROWS = 2;
const DECK_ROWS = 3;

interface FigureFieldsProps {
  readonly store: Store;
  readonly draft: ExportDraft;
  /** The text that describes the figure as it stands. */
  readonly drafted: string;
  /** Changes what is chosen by then, which may not be on show yet. */
  readonly onChange: (change: (now: ExportDraft) => ExportDraft) => void;
}

/** Everything that is chosen of a picture, in groups: what it shows, its words, what goes with it, its file. */
export function FigureFields({ store, draft, drafted, onChange }: FigureFieldsProps) {
  const { messages, formats } = store.world.value;
  const words = exportMessagesOf(messages);
  const { dataset } = store.opened.value;
  const { story } = dataset;
  const { figure } = draft;
  const ask = (change: Partial<FigureRequest>): void => onChange((now) => ({ ...now, figure: { ...now.figure, ...change } }));
  const hasSelection = selectedRows(dataset, store.view.value).length > 0;
  const scopes = labelled(FIGURE_SCOPES, words.scopes).map((option) =>
    option.value === 'selection' && !hasSelection ? { ...option, refused: words.nothingSelected } : option,
  );
  const parts = labelled(FIGURE_PARTS, words.parts).map((option) => (option.value === 'storyboard' && story.walk.length === 0 ? { ...option, refused: words.noWalk } : option));
  return (
    <div class="export-options">
      <Group name={words.groups.picture}>
        <Choice label={words.what} value={figure.parts} options={parts} onChoose={(chosen) => ask({ parts: chosen })} />
        <Choice label={words.scope} value={figure.scope} options={scopes} onChoose={(scope) => ask({ scope })} />
        <SizeFields words={words} draft={draft} onChange={onChange} />
        <Choice label={words.theme} value={figure.theme} options={labelled(FIGURE_THEMES, words.themes)} onChoose={(theme) => ask({ theme })} />
      </Group>
      <Group name={words.groups.words}>
        <Words label={words.headline} value={figure.title ?? story.title} rows={HEADLINE_ROWS} onWrite={(title) => ask({ title })} />
        <Words label={words.deck} value={figure.deck ?? story.deck ?? ''} rows={DECK_ROWS} onWrite={(deck) => ask({ deck })} />
        <div class="export-pair">
          <Words label={words.asOf} value={figure.asOf ?? story.reportDate?.edtf ?? ''} placeholder={words.asOfHint} onWrite={(asOf) => ask({ asOf })} />
          <Words label={words.credit} value={figure.credit ?? story.credit ?? ''} onWrite={(credit) => ask({ credit })} />
        </div>
      </Group>
      <Group name={words.groups.file}>
        <Choice
          label={words.format}
          value={draft.format}
          options={EXPORT_FORMATS.map(({ id }) => ({ value: id, label: words.formats[id] }))}
          onChoose={(format) => onChange((now) => ({ ...now, format }))}
        />
        <p class="export-hint">{words.formatHints[draft.format]}</p>
        {draft.format === 'png' && (
          <Choice
            label={words.scale}
            value={draft.scale}
            options={PNG_SCALES.map((scale) => ({ value: scale, label: words.scaleOf(formats.number(scale)) }))}
            onChoose={(scale) => onChange((now) => ({ ...now, scale }))}
          />
        )}
        {exportFormat(draft.format).holdsStory && (
          <Check
            label={words.withStory}
            hint={words.withStoryHint}
            checked={draft.withStory}
            onCheck={(withStory) => onChange((now) => ({ ...now, withStory }))}
          />
        )}
      </Group>
      <details class="export-group">
        <summary>{words.groups.more}</summary>
        <div class="export-group-fields">
          <Choice label={words.legend} value={figure.legend ? 'on' : 'off'} options={labelled(LEGENDS, words.legends)} onChoose={(legend) => ask({ legend: legend === 'on' })} />
          <Choice label={words.sources} value={figure.sources} options={labelled(FIGURE_SOURCES, words.sourceKinds)} onChoose={(sources) => ask({ sources })} />
          <AltText words={words} own={figure.alt} drafted={drafted} onWrite={(alt) => ask({ alt })} />
        </div>
      </details>
    </div>
  );
}

type ExportWords = ReturnType<typeof exportMessagesOf>;

/** A preset, or a width and a height of one's own. */
function SizeFields({ words, draft, onChange }: { readonly words: ExportWords } & Pick<FigureFieldsProps, 'draft' | 'onChange'>) {
  const { figure, isOwnSize } = draft;
  const { width, height } = figure.size;
  const chosen = isOwnSize ? 'custom' : (presetOfSize(figure.size)?.id ?? 'custom');
  const resize = (sizeAfter: (now: FigureRequest['size']) => FigureRequest['size'], own: boolean): void =>
    onChange((now) => ({ ...now, figure: { ...now.figure, size: sizeAfter(now.figure.size) }, isOwnSize: own }));
  return (
    <>
      <Select
        label={words.size}
        value={chosen}
        groups={SIZE_GROUPS.map(({ group, sizes }) => ({ label: words.sizeGroups[group], options: labelled(sizes, words.sizes) }))}
        onChoose={(preset) => (preset === 'custom' ? resize((now) => customFigureSize(now.width, now.height), true) : resize(() => figureSizeOf(preset), false))}
      />
      {chosen === 'custom' && (
        <div class="export-pair">
          <Pixels label={words.width} value={width} {...FIGURE_LIMITS} onSet={(next) => next !== undefined && resize((now) => customFigureSize(next, now.height), true)} />
          <Pixels label={words.height} value={height} {...FIGURE_LIMITS} placeholder={words.heightNatural} onSet={(next) => resize((now) => customFigureSize(now.width, next), true)} />
        </div>
      )}
    </>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <section class="export-group" aria-label={name}>
      <h3>{name}</h3>
      <div class="export-group-fields">{children}</div>
    </section>
  );
}
