/** The element `<date-line>` as scripts see it; its attributes are described where its class is made, in `date-line.ts`. */
export interface DateLineElement extends HTMLElement {
  /** What is seen, as in a link (`v=1&event=…`); empty for the first view. */
  view: string;
}

/** The events that it gives beside those of all elements. */
export interface DateLineEventMap {
  /** Another view is seen. */
  readonly viewchange: CustomEvent<{ readonly view: string }>;
  /** Another event is selected, or none. */
  readonly select: CustomEvent<{ readonly id: string | undefined }>;
  /** The story could not be had. */
  readonly error: CustomEvent<{ readonly sentence: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    readonly 'date-line': DateLineElement;
  }
}
