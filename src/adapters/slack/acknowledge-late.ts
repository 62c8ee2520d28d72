import type { App, Context, Receiver } from '@slack/bolt';

/** Events whose answer is taken on before they are acknowledged. */
const lateTypes: ReadonlySet<unknown> = new Set(['app_mention', 'message']);

/** Where Bolt passes on what a receiver adds to a request. */
const property = 'acknowledgeEvent';

/**
 * Bolt acknowledges an event before it calls a listener, and Slack takes that for done: what the process dies over then
 * is lost. Behind this receiver, messages are acknowledged by their listener, or when it is through with them; Slack
 * sends those again that it heard nothing of within three seconds.
 */
export function acknowledgeLate(receiver: Receiver): Receiver {
  return {
    init(app) {
      const late: App = Object.create(app, {
        processEvent: { value: (event: Parameters<App['processEvent']>[0]) => process(app, event) },
      });
      receiver.init(late);
    },
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };
}

async function process(app: App, event: Parameters<App['processEvent']>[0]): Promise<void> {
  if (!lateTypes.has(event.body.event?.type)) return app.processEvent(event);
  let acknowledged: Promise<void> | undefined;
  const acknowledge = (): Promise<void> => {
    acknowledged ??= event.ack();
    return acknowledged;
  };
  const customProperties = { ...event.customProperties, [property]: acknowledge };
  await app.processEvent({ ...event, ack: async () => {}, customProperties });
  await acknowledge();
}

/** From here on Slack need not send the message again. */
export async function acknowledgeMessage(context: Context): Promise<void> {
  await context[property]?.();
}
