import { useState } from 'preact/hooks';
import { dataExportMessagesOf } from '../../../core/i18n/data-export-messages.ts';
import { exportMessagesOf } from '../../../core/i18n/export-messages.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { browserFiles, type Files } from '../../platform/files.ts';
import type { Store } from '../../store/store.ts';
import { DataExport } from './data-export.tsx';
import { Choice, labelled } from './fields.tsx';
import { FilmExport } from './film-export.tsx';
import { ImageExport } from './image-export.tsx';
import { PageExport } from './page-export.tsx';
import './export.css';

interface ExportDialogProps {
  readonly store: Store;
  readonly onClose: () => void;
  readonly files?: Files;
  /** Whether it opens at the code that shows the story in another page. */
  readonly isForEmbed?: boolean;
}

const KINDS = ['image', 'film', 'page', 'data'] as const;

/** The dialog that gives the story away: as a picture, as a film, as a page to be read, or as data in another format. */
export function ExportDialog({ store, onClose, files = browserFiles(document), isForEmbed = false }: ExportDialogProps) {
  const { messages } = store.world.value;
  const [ofImages, ofData] = [exportMessagesOf(messages), dataExportMessagesOf(messages)];
  const [kind, setKind] = useState<(typeof KINDS)[number]>(isForEmbed ? 'page' : 'image');
  return (
    <Dialog title={ofImages.title} closeLabel={ofImages.close} onClose={onClose}>
      <div class="export-kind">
        <Choice label={ofData.kind} value={kind} options={labelled(KINDS, ofData.kinds)} onChoose={setKind} />
      </div>
      {kind === 'image' && <ImageExport store={store} files={files} />}
      {kind === 'film' && <FilmExport store={store} files={files} />}
      {kind === 'data' && <DataExport store={store} files={files} />}
      {kind === 'page' && <PageExport store={store} files={files} isForEmbed={isForEmbed} />}
    </Dialog>
  );
}

/** The same dialog, opened at the code that shows the story in another page. */
export const EmbedDialog = (props: ExportDialogProps) => <ExportDialog {...props} isForEmbed />;
