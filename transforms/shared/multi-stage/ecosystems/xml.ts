import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';

export type { XmlElement } from '@rgrove/parse-xml';

/** The root element of a document; undefined where it is not well-formed. */
export function readXml(text: string): XmlElement | undefined {
  try {
    return parseXml(text.replace(/^\uFEFF/, '')).root ?? undefined;
  } catch {
    return undefined;
  }
}

export const childrenOf = (element: XmlElement | undefined): readonly XmlElement[] =>
  (element?.children ?? []).filter((child) => child instanceof XmlElement);

export const childrenNamed = (element: XmlElement | undefined, name: string): XmlElement[] =>
  childrenOf(element).filter((child) => child.name === name);

/** Follows the first children of these names. */
export const childAt = (
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((at, name) => childrenNamed(at, name)[0], element);

/** The text of an element alone, without that of its children. */
export const textOf = (element: XmlElement | undefined): string | undefined =>
  element?.children
    .filter((child) => child instanceof XmlText)
    .map(({ text }) => text)
    .join('')
    .trim();

/** The text of the first child of this name; undefined where there is none. */
export const childText = (
  element: XmlElement | undefined,
  ...names: readonly string[]
): string | undefined => textOf(childAt(element, ...names));

/** All elements of one of these names below an element, at any depth. */
export function elementsBelow(
  element: XmlElement | undefined,
  ...names: readonly string[]
): XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...elementsBelow(child, ...names),
  ]);
}
