import { useEffect } from 'preact/hooks';
import type { Messages } from '../../core/i18n/messages.ts';
import type { PageState } from './page-state.ts';

const TOAST_MS = 4000;

interface BannerProps {
  readonly page: PageState;
  readonly messages: Messages;
}

/** What failed, in a sentence that stands until it is dismissed. The region is on the page before it speaks, or it would not be heard. */
export function AlertBanner({ page, messages }: BannerProps) {
  const { value: sentence } = page.alert;
  return (
    <div class="alert-region" role="alert">
      {sentence !== undefined && (
        <p class="alert">
          <span dir="auto">{sentence}</span>
          <button
            type="button"
            class="quiet-button"
            aria-label={messages.app.dismiss}
            onClick={() => {
              page.alert.value = undefined;
            }}
          >
            ×
          </button>
        </p>
      )}
    </div>
  );
}

/** What was done, in a sentence that leaves by itself. */
export function Toast({ page }: { readonly page: PageState }) {
  const { value: sentence } = page.toast;
  useEffect(() => {
    if (sentence === undefined) return undefined;
    const timer = setTimeout(() => {
      page.toast.value = undefined;
    }, TOAST_MS);
    return () => clearTimeout(timer);
  }, [sentence, page]);
  return (
    <div class="toast-region" role="status">
      {sentence !== undefined && (
        <p class="toast" dir="auto">
          {sentence}
        </p>
      )}
    </div>
  );
}
