import type { Image, Written } from './types.ts';

/** A server image that runs as its own user once some of its directories are that user's. */
export interface Server {
  readonly repository: RegExp;
  /** The user that the image has for it. */
  readonly account: string | undefined;
  /** What it writes at run time, with what it is for. */
  readonly paths: readonly Omit<Written, 'because'>[];
  /** Where its configuration lies, and what it says there of the port. */
  readonly listens: { readonly below: string; readonly pattern: RegExp } | undefined;
  readonly source: string;
  readonly date: string;
}

/**
 * nginx: /var/cache/nginx holds its temporary files, /run/nginx.pid (made when it starts) its
 * number. php: the images are made so that any user can run Apache and FPM. httpd: logs/httpd.pid.
 * tomcat: logs, temp and work are open to all, a WAR is unpacked into webapps.
 */
const SERVERS: readonly Server[] = [
  {
    repository: /^nginx$/,
    account: 'nginx',
    paths: [
      { path: '/var/cache/nginx', kind: 'directory', exists: true },
      { path: '/run/nginx.pid', kind: 'file' },
    ],
    listens: { below: '/etc/nginx', pattern: /^\s*listen\s+(?:[\d.]+:|\[[^\]]*\]:|\*:)?(\d+)/gm },
    source:
      'https://github.com/docker-library/docs/tree/master/nginx#running-nginx-as-a-non-root-user',
    date: '2026-11-25',
  },
  {
    repository: /^php$/,
    account: 'www-data',
    paths: [],
    listens: undefined,
    source: 'https://github.com/docker-library/php/issues/743',
    date: '2026-11-25',
  },
  {
    repository: /^httpd$/,
    account: 'www-data',
    paths: [{ path: '/usr/local/apache2/logs', kind: 'directory', exists: true }],
    listens: {
      below: '/usr/local/apache2/conf',
      pattern: /^\s*Listen\s+(?:[\d.]+:)?(\d+)/gm,
    },
    source: 'https://github.com/docker-library/httpd/blob/master/2.4/Dockerfile',
    date: '2026-11-25',
  },
  {
    repository: /^tomcat$/,
    account: undefined,
    paths: [{ path: '/usr/local/tomcat/webapps', kind: 'directory', exists: true }],
    listens: undefined,
    source: 'https://github.com/docker-library/tomcat/blob/master/Dockerfile.template',
    date: '2026-11-25',
  },
];

export const serverOf = ({ base }: Pick<Image, 'base'>): Server | undefined =>
  base && SERVERS.find(({ repository }) => repository.test(base.repository));

/** Does the image start the server of its base, and not something else? */
export function startsServer({ start, base }: Image): boolean {
  const [main] = start.main;
  if (main === undefined) return !start.entrypoint && !start.cmd;
  return base !== undefined && SERVER_PROGRAMS[base.repository]?.test(main) === true;
}

const SERVER_PROGRAMS: Readonly<Record<string, RegExp>> = {
  nginx: /(?:^|\/)nginx$|docker-entrypoint\.sh$/,
  php: /(?:^|\/)(?:apache2-foreground|php-fpm\d*|docker-php-entrypoint)$/,
  httpd: /(?:^|\/)httpd(?:-foreground)?$/,
  tomcat: /(?:^|\/)catalina\.sh$/,
};
