import type { IncomingMessage, RequestListener } from 'node:http';

export interface RestRequest {
  readonly method: string;
  /** Without the API root and the query: `/channels/1/messages`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly authorized: boolean;
}

export interface RestResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Something that goes wrong with the next requests that it applies to. */
export interface Fault extends RestResponse {
  readonly method: string;
  readonly path: RegExp;
  /** How many requests it spoils; one unless given. */
  readonly times?: number;
  /** True if Discord does what was asked and only the answer is lost. */
  readonly afterwards?: boolean;
}

export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Interaction routes carry their token in the path and need no bot token. */
  readonly open?: boolean;
  readonly answer: (request: RestRequest, groups: Readonly<Record<string, string>>) => RestResponse;
}

export interface Rest {
  readonly listener: RequestListener;
  readonly requests: readonly RestRequest[];
  fail(fault: Fault): void;
}

export const notFound: RestResponse = { status: 404, body: { code: 0, message: '404: Not Found' } };

/** The REST API: finds the route, checks the token, injects faults and keeps a log of what was asked. */
export function createRest(token: string, routes: readonly Route[]): Rest {
  const requests: RestRequest[] = [];
  const faults: (Fault & { left: number })[] = [];

  function answer(request: RestRequest): RestResponse {
    const matches = ({ method, path }: Route | Fault) =>
      method === request.method && path.test(request.path);
    const fault = faults.find((one) => one.left > 0 && matches(one));
    if (fault) fault.left -= 1;
    if (fault && !fault.afterwards) return fault;
    const route = routes.find(matches);
    if (!route) return notFound;
    if (!route.open && !request.authorized) {
      return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    }
    const real = route.answer(request, route.path.exec(request.path)?.groups ?? {});
    return fault ?? real;
  }

  return {
    requests,
    fail(fault) {
      faults.push({ ...fault, left: fault.times ?? 1 });
    },
    async listener(incoming, outgoing) {
      const request = await readRequest(incoming, token);
      requests.push(request);
      const { status, body, headers } = answer(request);
      if (body !== undefined) outgoing.setHeader('content-type', 'application/json');
      outgoing.writeHead(status, headers);
      outgoing.end(body === undefined ? undefined : JSON.stringify(body));
    },
  };
}

async function readRequest(incoming: IncomingMessage, token: string): Promise<RestRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://discord.test');
  return {
    method: incoming.method ?? 'GET',
    path: pathname.replace(/^\/api\/v10/, ''),
    query: searchParams,
    body: text ? JSON.parse(text) : undefined,
    authorized: incoming.headers.authorization === `Bot ${token}`,
  };
}
