/** How a registry wants to be asked. */
export type Challenge =
  | { readonly scheme: 'basic' }
  | {
      readonly scheme: 'bearer';
      readonly realm: string;
      readonly service: string | undefined;
      readonly scope: string | undefined;
    };

/**
 * Reads `Bearer realm="https://auth.example/token",service="registry",scope="repository:a:pull"`.
 * https://distribution.github.io/distribution/spec/auth/token/, read 2026-11-26.
 */
export function readChallenge(header: string | null): Challenge | undefined {
  if (header === null) return undefined;
  const bearer = /(?:^|,)\s*Bearer\s+(.*)$/is.exec(header);
  if (!bearer) return /(?:^|,)\s*Basic\b/i.test(header) ? { scheme: 'basic' } : undefined;
  const fields = new Map<string, string>();
  const field = /(\w+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g;
  for (const [, name, quoted, plain] of bearer[1]!.matchAll(field)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? plain!;
    if (!fields.has(name!.toLowerCase())) fields.set(name!.toLowerCase(), value);
  }
  const realm = fields.get('realm');
  if (realm === undefined) return undefined;
  return { scheme: 'bearer', realm, service: fields.get('service'), scope: fields.get('scope') };
}
