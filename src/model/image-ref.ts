/** An image reference, `registry/repository:tag@digest`. */
export interface ImageRef {
  readonly text: string;
  /** Without the default registry: `node`, `gcr.io/distroless/static`, `library/` dropped. */
  readonly repository: string;
  /** `latest` when neither tag nor digest is written. */
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

const REFERENCE =
  /^([^\s:@]+(?::\d+\/[^\s:@]+)?)(?::([\w][\w.-]{0,127}))?(?:@([a-z0-9+._-]+:[0-9a-fA-F]+))?$/;

/**
 * Reads a reference; `undefined` when it is none.
 * Grammar: https://pkg.go.dev/github.com/distribution/reference, read 2026-11-23.
 */
export function parseImageRef(text: string): ImageRef | undefined {
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  const [, name, tag, digest] = match;
  return {
    text,
    repository: name!.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, ''),
    tag: tag ?? (digest === undefined ? 'latest' : undefined),
    digest,
  };
}
