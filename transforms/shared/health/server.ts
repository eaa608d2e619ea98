import { valueOf, type Context, type Stage } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { broughtBy, contextFiles } from '../multi-stage/brought.ts';
import { isCode } from '../multi-stage/ecosystems/node-sources.ts';
import { textsOf } from '../multi-stage/sources.ts';
import { startOf } from '../multi-stage/start.ts';
import type { Held } from './image.ts';

/** What the image serves, as far as it is known. */
export interface Server {
  /** `undefined`: whether it answers HTTP is not known. */
  readonly http: boolean | undefined;
  /** The port on which it has a page at `/`, as its image has it. */
  readonly root: string | undefined;
}

/** Servers of HTTP, by the name of their program. */
const HTTP =
  /^(?:gunicorn|uvicorn|hypercorn|waitress-serve|daphne|granian|flask|fastapi|nginx|httpd|httpd-foreground|apache2-foreground|apachectl|puma|unicorn|rackup|http-server|serve|caddy|lighttpd|next|nuxt|vite|php-server|catalina\.sh|streamlit|rails)$/;

/** Servers of something else. */
const OTHER =
  /^(?:redis-server|postgres|mysqld|mariadbd|mongod|php-fpm[\d.]*|sshd|celery|memcached|rabbitmq-server|haproxy|named|dnsmasq|postfix|dovecot|vsftpd|mosquitto|beanstalkd|turnserver|smbd)$/;

/** How sources say that they serve HTTP. */
const NODE =
  /['"](?:express|fastify|koa|@hapi\/hapi|restify|polka|@nestjs\/core)['"]|\bhttp\.createServer\(/;
const PYTHON =
  /\b(?:Flask|FastAPI|Starlette|Bottle|Sanic)\(|\baiohttp\.web\b|\btornado\.web\b|\bHTTPServer\b|\buvicorn\.run\(/;

export function serverOf(held: Held, context: Context): Server {
  const { stage, base } = held;
  const own = stage.lineage.findLast((one) =>
    one.instructions.some(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT'),
  );
  const repository = base?.repository ?? '';
  if (!own) {
    const serves = /^(?:nginx|httpd|tomcat)$/.test(repository) || isApache(held);
    return { http: serves ? true : undefined, root: serves ? indexOf(held) : undefined };
  }
  const words = startOf(own, context).main.map((word) => baseName(word ?? ''));
  const [program = ''] = words;
  const line = words.join(' ');
  if (OTHER.test(program)) return { http: false, root: undefined };
  const http =
    words.slice(0, 4).some((word) => HTTP.test(word)) ||
    /^python[\d.]* -m (?:http\.server|flask|uvicorn|gunicorn)\b|^php -S\b|manage\.py runserver\b/.test(
      line,
    ) ||
    (program === 'dotnet' && /\/(?:core\/)?aspnet$/.test(repository)) ||
    servesInSources(program, own, context);
  const isPlain = program === 'nginx' && !words.includes('-c');
  return { http: http || undefined, root: isPlain ? indexOf(held) : undefined };
}

const isApache = ({ ref }: Held): boolean =>
  ref?.repository === 'php' && (ref.tag ?? '').includes('-apache');

/** Their images have a page at `/`, and listen on port 80, where the file leaves their configuration alone. */
function indexOf({ base, brought, steps }: Held): string | undefined {
  const isOwn = brought.every(
    ({ path, source, origin }) =>
      path !== undefined &&
      ![path, source, origin].some((one) => one?.endsWith('.conf')) &&
      !/^\/(?:etc|usr\/local\/apache2\/conf)(?:\/|$)/.test(path),
  );
  const isKept = steps.every(({ program }) => !/^(?:rm|sed|mv|cp|envsubst)$/.test(program));
  return /^(?:nginx|httpd)$/.test(base?.repository ?? '') && isOwn && isKept ? '80' : undefined;
}

function servesInSources(program: string, stage: Stage, context: Context): boolean {
  const isNode = /^(?:node|npm|yarn|pnpm)$/.test(program);
  const isPython = /^python[\d.]*$/.test(program);
  if (!isNode && !isPython) return false;
  const brought = stage.lineage.flatMap((one) => broughtBy(one, context));
  const files = valueOf(contextFiles(brought, context)) ?? [];
  const wanted = (path: string): boolean => (isNode ? isCode(path) : path.endsWith('.py'));
  const texts = [...textsOf(context, files, wanted).values()];
  return texts.some((text) => (isNode ? NODE : PYTHON).test(text));
}
