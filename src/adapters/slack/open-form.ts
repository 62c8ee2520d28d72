import { webApi } from '@slack/bolt';
import { type Bot, isForm } from '../../core/bot/bot.ts';
import type { Invocation } from '../../core/bot/invocation.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { deliverReply, type Place } from './deliver-reply.ts';
import { toMetadata } from './form-place.ts';
import { formToView } from './form-to-view.ts';

export interface FormRequest {
  readonly bot: Bot;
  readonly invocation: Invocation;
  readonly place: Place;
  /** Good for one view, within three seconds. */
  readonly triggerId: string;
}

/** Opens the form for an invocation in a channel, or says there privately why there is none. */
export async function openForm({ bot, invocation, place, triggerId }: FormRequest): Promise<void> {
  const form = await bot.form(invocation);
  if (!isForm(form)) return deliverReply(place, form);
  const view = formToView(form, toMetadata(form, place));
  try {
    await place.client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    await deliverReply(place, troubleReply('mistake.ours', textsFor(invocation.locale)));
    throw error;
  }
}
