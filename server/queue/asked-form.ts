import * as v from 'valibot';
import type { RequestId } from '../../shared/contract/identifiers.ts';
import { RequestForm } from '../../shared/contract/support-request.ts';
import type { BrowserId } from '../edge/links.ts';
import type { RequestModel } from './request-model.ts';

/** What a browser asked with a request, to ask it again; `null` where it was erased, or is kept no more. */
export async function askedForm(
  requests: RequestModel,
  _id: RequestId,
  browser: BrowserId,
): Promise<RequestForm | null> {
  const asked = await requests.findOne({ _id, browser }).lean();
  if (asked === null) return null;
  const { channel, incident, name, email, phone, reason, message } = asked;
  const form = { channel, incident: incident?.id ?? null, name, email, phone, reason, message };
  const read = v.safeParse(RequestForm, form);
  return read.success ? read.output : null;
}
