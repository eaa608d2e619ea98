/** A server of static files, as its configuration is written. */
export interface StaticServer {
  readonly port: number;
  /** The directory of the files. */
  readonly root: string;
  /** Every path without a file is answered with /index.html. */
  readonly single: boolean;
  /** `/page` is answered with `page.html`, and `/page.html` leads there. */
  readonly clean: boolean;
}

/**
 * The lines of a server block. Types and character sets as `serve` sends them
 * (https://github.com/vercel/serve-handler, https://github.com/jshttp/mime-types), beyond those of
 * https://github.com/nginx/nginx/blob/master/conf/mime.types, read 2026-11-25.
 */
export function serverBlock({ port, root, single, clean }: StaticServer): string[] {
  const found = single ? '$uri /index.html' : '$uri $uri/index.html $uri.html =404';
  return [
    'server {',
    `    listen ${port};`,
    `    root ${root};`,
    '    include mime.types;',
    '    types {',
    '        application/javascript mjs;',
    '        application/json map;',
    '        application/manifest+json webmanifest;',
    '    }',
    '    charset utf-8;',
    '    charset_types text/css text/plain application/javascript application/json application/manifest+json;',
    '    gzip on;',
    '    gzip_vary on;',
    '    gzip_types text/css text/plain application/javascript application/json image/svg+xml;',
    '    absolute_redirect off;',
    ...(clean
      ? [
          '    if ($request_uri ~ ^/index(?:\\?|$)) { return 301 /; }',
          '    if ($request_uri ~ ^([^?]+)(?:\\.html|/index)(?:\\?|$)) { return 301 $1; }',
        ]
      : []),
    `    location / { try_files ${found}; }`,
    ...(single ? [] : ['    error_page 404 /404.html;']),
    '}',
  ];
}

export const CONFIG = '/etc/nginx/conf.d/default.conf';

/** A COPY that brings the configuration; for BuildKit's frontend from 1.4 on. */
export const configCopy = (lines: readonly string[], eol: string): string =>
  [`COPY <<'EOF' ${CONFIG}`, ...lines, 'EOF'].join(eol);

/** A RUN that writes it to a file, for every builder. */
export function configRun(
  lines: readonly string[],
  path: string,
  { escape, eol }: { readonly escape: string; readonly eol: string },
): string {
  const words = lines.map((line) => `    '${line}' ${escape}`);
  return [`RUN printf '%s\\n' ${escape}`, ...words, `    > ${path}`].join(eol);
}

/** What a configuration of nginx that somebody wrote says. */
export interface NginxConfig {
  readonly ports: readonly number[];
  /** Directories of files. */
  readonly roots: readonly string[];
  /** Why the images of nginx may not run it as the package of Debian does. */
  readonly trouble: string | undefined;
}

/** Modules that the images of nginx lack, and places that only Debian has. */
const FOREIGN =
  /\b(more_set_headers|lua_\w+|content_by_lua\w*|brotli\w*|perl_\w+|image_filter\w*|xslt_\w+|geoip\w*|fancyindex\w*|passenger_\w+|include\s+(?:\/etc\/nginx\/)?snippets\/\S+|load_module|auth_pam|dav_ext\w*|user\s+\S+|fastcgi_pass|uwsgi_pass)/;

export function readNginxConfig(text: string): NginxConfig {
  const plain = text.replace(/#[^\n]*/g, '');
  const listens = [...plain.matchAll(/\blisten\s+([^;]+);/g)].map(([, value]) => value!.trim());
  const ports = listens.map((value) =>
    Number(
      /(?:^|:)(\d+)(?:\s|$)/.exec(value)?.[1] ?? (/^[\d.]+$|\]$/.test(value) ? 80 : Number.NaN),
    ),
  );
  const roots = [...plain.matchAll(/\b(?:root|alias)\s+["']?([^;"'\s]+)["']?\s*;/g)].map(
    ([, path]) => path!,
  );
  const foreign = FOREIGN.exec(plain)?.[1];
  const logs = [...plain.matchAll(/\b(?:access|error)_log\s+(\S+?)[\s;]/g)].map(
    ([, path]) => path!,
  );
  const log = logs.find(
    (path) =>
      !/^(?:off|\/dev\/std(?:out|err)|\/var\/log\/nginx\/(?:access|error)\.log)$/.test(path),
  );
  return {
    ports: ports.length === 0 ? [80] : ports,
    roots,
    trouble:
      foreign !== undefined
        ? `its configuration has ${foreign.replace(/\s+/g, ' ')}`
        : log !== undefined
          ? `it logs to ${log}`
          : ports.some(Number.isNaN)
            ? 'the port of its configuration is not understood'
            : /\bserver\s*\{/.test(plain)
              ? undefined
              : 'its configuration has no server',
  };
}
