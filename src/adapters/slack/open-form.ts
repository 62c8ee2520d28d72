import { webApi } from '@slack/bolt';
import { isForm } from '../../core/bot/plan.ts';
import type { Form } from '../../core/reply/form.ts';
import type { Reply } from '../../core/reply/reply.ts';
import { troubleReply } from '../../core/reply/trouble-reply.ts';
import { textsFor } from '../../core/texts/texts.ts';
import { deliverReply, type Place } from './deliver-reply.ts';
import { toMetadata } from './form-place.ts';
import { formToView } from './form-to-view.ts';

export interface FormRequest {
  /** The form, or why there is none. */
  readonly opened: Promise<Form | Reply>;
  readonly place: Place;
  /** Good for one view, within three seconds. */
  readonly triggerId: string;
}

/** Opens a form in a channel, or says there privately why there is none. */
export async function openForm({ opened, place, triggerId }: FormRequest): Promise<void> {
  const form = await opened;
  if (!isForm(form)) {
    await deliverReply(place, form);
    return;
  }
  const view = formToView(form, toMetadata(form, place));
  try {
    await place.client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    if (!(error instanceof webApi.WebAPIPlatformError)) throw error;
    await deliverReply(place, troubleReply('mistake.ours', textsFor(form.locale)));
    throw error;
  }
}
