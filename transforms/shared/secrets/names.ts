/**
 * Words that end the name of a credential. Docker's own check takes these, `auth` and `key` anywhere
 * between underscores: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/,
 * read 2026-11-26. Here `key` needs a word that says which (GPG_KEY of the Python images is a
 * fingerprint), and what stands behind the word makes it something else (PASSWORD_MIN_LENGTH).
 */
const CREDENTIAL =
  /(?:^|_)(?:password|passwd|pword|passphrase|secret|token|pat|apikey|credentials?|(?:api|access|secret|private|deploy|encryption|signing|master|account|storage|license|ssh|jwt|app|client|webhook|subscription)_?key)(?:_?\d)?$/i;

/** Names that the pattern does not tell, or that end otherwise. */
const ALSO =
  /^(?:secret_key_base|aws_access_key_id|composer_auth|npm_auth|npmrc|netrc|git_credentials|docker_auth_config|google_application_credentials_json|ssh_private_key\w*|id_rsa|rsa_key)$/i;

/** What goes into a page that everybody gets (`REACT_APP_…`) is no secret either. */
const NOT =
  /public|^(?:react_app|vite|vue_app|gatsby)_|(?:^|_)(?:dummy|fake|example|no|allow|use|skip|enable|disable|has|require|allow_empty|random|max|min|num|total|pad|eos|bos|special)_|(?:^|_)(?:csrf|cancel|stop|pad|eos|bos|unk|mask|sep|cls)_token$|^git_patch|(?:^|_)cache_key$/i;

/** Does the name of a variable say that its value is a credential? */
export const isSecretName = (name: string): boolean =>
  (CREDENTIAL.test(name) || ALSO.test(name)) && !NOT.test(name);

/** Values that give nothing away: flags, numbers, paths, and what stands in for a real one. */
const HARMLESS =
  /^$|^(?:true|false|yes|no|on|off|null|none|nil|undefined|tbd)$|^\d{1,3}$|^\/|^\.{1,2}\/|dummy|fake|placeholder|example|not[-_ ]?a[-_ ]?(?:real[-_ ]?)?secret|not[-_ ]?needed|unused|ignored|set[-_ ]?me\b|build[-_]?(?:time|only)|^x+$|^\*+$|^<.*>$|^your[-_ ]|^(?:insert|replace)[-_ ]|^[0-]+$/i;

/** A value as it is written in the file, quotes and all. */
export const isHarmless = (value: string | undefined): boolean =>
  value === undefined || HARMLESS.test(value.replace(/^(["'])(.*)\1$/s, '$2').trim());

/** Is it nothing but another variable? */
export const isReference = (value: string | undefined): boolean =>
  value !== undefined && /^"?\$(?:\{\w+(?::?[-+?][^}]*)?\}|\w+)"?$/.test(value.trim());

/** A tool that reads a credential from its environment, and in builds alone. */
interface Reader {
  readonly names: RegExp;
  readonly programs: RegExp;
}

/**
 * https://docs.npmjs.com/using-private-packages-in-a-ci-cd-workflow,
 * https://pip.pypa.io/en/stable/topics/configuration/#environment-variables,
 * https://docs.astral.sh/uv/reference/environment/,
 * https://python-poetry.org/docs/repositories/#configuring-credentials,
 * https://getcomposer.org/doc/03-cli.md#composer-auth,
 * https://bundler.io/man/bundle-config.1.html#CREDENTIALS-FOR-GEM-SOURCES,
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html,
 * https://cli.github.com/manual/gh_help_environment, https://docs.sentry.io/cli/configuration/,
 * https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables,
 * read 2026-11-26.
 */
const READERS: readonly Reader[] = [
  {
    names:
      /^(?:NPM_TOKEN|NPM_AUTH\w*|NODE_AUTH_TOKEN|YARN_NPM_AUTH_TOKEN|\w*NPM\w*TOKEN|NPM_CONFIG_\w+)$/i,
    programs: /^(?:npm|npx|yarn|yarnpkg|pnpm)$/,
  },
  { names: /^PIP_\w+$/, programs: /^pip(?:\d(?:\.\d+)?)?$|^(?:pipenv|pip-sync)$/ },
  { names: /^UV_\w+$/, programs: /^uv$/ },
  { names: /^POETRY_(?:HTTP_BASIC|PYPI_TOKEN)_\w+$/, programs: /^poetry$/ },
  { names: /^COMPOSER_(?:AUTH|TOKEN)$/, programs: /^composer$/ },
  { names: /^BUNDLE_\w+$/, programs: /^bundle$/ },
];

/** The programs that read it from the environment; undefined: none is known. */
export const readersOf = (name: string): RegExp | undefined =>
  READERS.find(({ names }) => names.test(name))?.programs;
