// Names a primitive so that two kinds of string cannot be mixed up.
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
