type TypedArray = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A typed array that grows at its end. */
export interface Growing<A extends TypedArray> {
  readonly length: number;
  readonly push: (value: number) => void;
  /** Adds the values of another array. */
  readonly append: (values: A) => void;
  /** What was pushed, in an array of exactly that length. */
  readonly finish: () => A;
}

const FIRST_LENGTH = 1024;

/** Makes a growing array of the kind that `make` gives; it doubles when it is full. */
export function growing<A extends TypedArray>(make: (length: number) => A): Growing<A> {
  let values = make(FIRST_LENGTH);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= values.length) return;
    const wider = make(Math.max(values.length * 2, length + more));
    wider.set(values);
    values = wider;
  };
  return {
    get length() {
      return length;
    },
    push: (value) => {
      reserve(1);
      values[length] = value;
      length += 1;
    },
    append: (more) => {
      reserve(more.length);
      values.set(more, length);
      length += more.length;
    },
    finish: () => values.slice(0, length) as A,
  };
}
