import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A server on the loopback, and how to end it. */
export interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves folders under the first part of a path, and pages made from their address. */
export async function serve(folders: Readonly<Record<string, string>>, page: (url: URL) => string | undefined): Promise<Served> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const made = page(url);
    if (made !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(made);
      return;
    }
    const [, first = '', ...rest] = decodeURIComponent(url.pathname).split('/');
    const folder = folders[first];
    const file = folder === undefined ? undefined : join(folder, normalize(`/${rest.join('/')}`));
    if (file === undefined || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-length': statSync(file).size });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
