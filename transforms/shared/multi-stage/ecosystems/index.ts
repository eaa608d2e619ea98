import type { Ecosystem } from '../types.ts';
import { c } from './c.ts';
import { dotnet } from './dotnet.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { staticSite } from './static-site.ts';

/** In the order in which they are asked. */
export const ecosystems: readonly Ecosystem[] = [
  go,
  java,
  dotnet,
  php,
  ruby,
  staticSite,
  node,
  rust,
  python,
  c,
];
