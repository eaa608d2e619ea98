/** What a credential looks like, by the prefix that its issuer gives it. */
interface Shape {
  readonly what: string;
  readonly pattern: RegExp;
}

/**
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/,
 * https://docs.gitlab.com/security/tokens/#token-prefixes,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids,
 * https://docs.slack.dev/authentication/tokens, https://docs.stripe.com/keys,
 * https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/,
 * https://datatracker.ietf.org/doc/html/rfc7468#section-10, read 2026-11-26.
 */
const SHAPES: readonly Shape[] = [
  { what: 'a token of GitHub', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}\b/ },
  { what: 'a token of GitHub', pattern: /\bgithub_pat_[A-Za-z0-9_]{40,}\b/ },
  { what: 'a token of GitLab', pattern: /\bglpat-[\w-]{20,}/ },
  { what: 'an access key of AWS', pattern: /\b(?:AKIA|ASIA)(?!\w*EXAMPLE)[A-Z0-9]{16}\b/ },
  { what: 'a token of Slack', pattern: /\bxox[abeprs]-\d+-[\w-]{10,}/ },
  { what: 'a key of Stripe', pattern: /\b[rs]k_live_[A-Za-z0-9]{20,}\b/ },
  { what: 'a token of npm', pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { what: 'a token of PyPI', pattern: /\bpypi-AgEI[\w-]{20,}/ },
  { what: 'a token of Docker Hub', pattern: /\bdckr_pat_[\w-]{20,}/ },
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
];

/** A name and a password in front of a host: `https://user:password@host`. */
const IN_URL =
  /\b(?:https?|git|ssh|ftp|svn|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|amqps?):\/\/([^\s/:@'"$<{]*):([^\s/@'"$<{}]+)@[\w.-]+/gi;

/** Passwords that stand for one, or that everybody knows. */
const NO_PASSWORD =
  /^(?:x-oauth-basic|pass(?:word|wd)?|user(?:name)?|pw|secret|token|changeme|root|admin|test|guest|postgres|mysql|foo|bar|\*+|x+|%\w+%?)$|dummy|fake|placeholder|example|PASSWORD|TOKEN/;

/** Which kind of credential a text holds, in words that do not give it away. */
export function credentialIn(text: string): string | undefined {
  const shape = SHAPES.find(({ pattern }) => pattern.test(text));
  if (shape) return shape.what;
  for (const [, user, password] of text.matchAll(IN_URL)) {
    if (user !== password && !NO_PASSWORD.test(password!)) return 'a password in an address';
  }
  return undefined;
}
