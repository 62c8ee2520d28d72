import { createServer, type RequestListener } from 'node:http';
import { listenOnLoopback } from './listen.ts';

/** A web server on loopback that is gone when the test is over. Its address has no trailing slash. */
export async function startWebServer(listener: RequestListener): Promise<string> {
  const port = await listenOnLoopback(createServer(listener));
  return `http://127.0.0.1:${port}`;
}
