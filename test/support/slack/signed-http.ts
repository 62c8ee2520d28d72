import { createHmac } from 'node:crypto';
import { realNow } from '../real-clock.ts';
import type { Deliver, DeliveryKind } from './delivery.ts';

export const signingSecret = 'stand-in-signing-secret';

export interface Signing {
  readonly secret?: string;
  /** How far the request's date is from now. */
  readonly offsetSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a body the way Slack does over HTTP; with `signing` also wrongly. */
export async function sendSigned(
  url: string,
  body: string,
  { secret = signingSecret, offsetSeconds = 0, headers = {} }: Signing = {},
): Promise<Response> {
  const timestamp = Math.floor(realNow() / 1000) + offsetSeconds;
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const isJson = body.startsWith('{');
  return fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
  });
}

/** Delivers to an app that listens at `url`. */
export function deliverOverHttp(url: string): Deliver {
  return async (kind, payload, retry) => {
    const body = toBody(kind, payload);
    const headers = retry && {
      'x-slack-retry-num': String(retry.attempt),
      'x-slack-retry-reason': retry.reason,
    };
    const response = await sendSigned(url, body, headers && { headers });
    if (!response.ok) throw new Error(`the app answered ${response.status}`);
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  };
}

/** Slash commands come as a form, interactions as a form with one field, events as JSON. */
export function toBody(kind: DeliveryKind, payload: Readonly<Record<string, unknown>>): string {
  switch (kind) {
    case 'event':
      return JSON.stringify(payload);
    case 'interactive':
      return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
    case 'slash':
      return new URLSearchParams(
        Object.entries(payload).map(([key, value]) => [key, String(value)]),
      ).toString();
  }
}
