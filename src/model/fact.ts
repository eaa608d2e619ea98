/** Something that is established, or not, with the reason: unknown is a value. */
export type Fact<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly because: string };

export const known = <T>(value: T): Fact<T> => ({ known: true, value });

export const unknown = (because: string): { readonly known: false; readonly because: string } => ({
  known: false,
  because,
});

/** The value, or `undefined` where it is not known. */
export const valueOf = <T>(fact: Fact<T>): T | undefined => (fact.known ? fact.value : undefined);
