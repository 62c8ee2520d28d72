import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { listenOnLoopback } from './listen.ts';

const identity = ['-c', 'user.name=A Test', '-c', 'user.email=test@example.org'];

/** Runs git, free of the developer's own settings. */
export function git(folder: string, ...args: readonly string[]): string {
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', [...identity, ...args], { cwd: folder, env, encoding: 'utf8' });
}

/**
 * Serves the repositories in a folder over HTTPS by git's own program for that; gone when the test is over.
 * @param credentials `name:token` that it asks for, where the repositories are private
 * @param asked gets what each request has to show
 */
export async function startGitServer(
  folder: string,
  credentials?: string,
  asked: (string | undefined)[] = [],
): Promise<string> {
  const server = createServer(
    {
      key: readFileSync('test/fixtures/tls/localhost.key'),
      cert: readFileSync('test/fixtures/tls/localhost.crt'),
    },
    (request, response) => {
      const { authorization } = request.headers;
      asked.push(authorization);
      const basic = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
      if (authorization !== basic) {
        response.writeHead(401, { 'www-authenticate': 'Basic realm="packs"' }).end();
        return;
      }
      const { pathname, search } = new URL(request.url ?? '/', 'https://localhost');
      const backend = spawn('git', ['http-backend'], {
        env: {
          PATH: process.env.PATH,
          GIT_PROJECT_ROOT: folder,
          GIT_HTTP_EXPORT_ALL: '1',
          REQUEST_METHOD: request.method,
          PATH_INFO: pathname,
          QUERY_STRING: search.slice(1),
          CONTENT_TYPE: request.headers['content-type'] ?? '',
          HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
          GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        },
      });
      request.pipe(backend.stdin);
      const chunks: Buffer[] = [];
      backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      backend.once('close', () => {
        const all = Buffer.concat(chunks);
        const end = all.indexOf('\r\n\r\n');
        for (const line of all.subarray(0, end).toString().split('\r\n')) {
          const [name = '', value = ''] = line.split(': ');
          if (name === 'Status') response.statusCode = Number.parseInt(value, 10);
          else response.setHeader(name, value);
        }
        response.end(all.subarray(end + 4));
      });
    },
  );
  const port = await listenOnLoopback(server);
  return `https://localhost:${port}`;
}

/** A repository `packs.git` in the folder, with these files in its one commit. */
export function makeRepository(folder: string, files: string): string {
  const path = join(folder, 'packs.git');
  execFileSync('cp', ['-r', files, path]);
  git(path, 'init', '--quiet', '--initial-branch=main');
  git(path, 'add', '.');
  git(path, 'commit', '--quiet', '--message=Packs');
  return path;
}
