declare const brand: unique symbol;

/** A value of type `T` that the compiler keeps apart from other `T`s by its name. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
