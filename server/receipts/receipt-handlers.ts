import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import { fingerprintOf, inGroups, receiptAddress } from '../../shared/contract/receipt.ts';
import type { customerReceiptOperations } from '../../shared/contract/receipt.ts';
import type { CustomerContext } from '../edge/links.ts';
import type { Mail } from '../mail/mail-service.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { letters } from '../texts/letters-en.ts';
import type { Receipts } from './receipt-service.ts';

/** For each session; who needs it more often has the link by now. */
const mostMails = 3;

export interface ReceiptHandlerNeeds {
  readonly receipts: Receipts;
  readonly sessions: Pick<Sessions, 'ofBrowser' | 'summary'>;
  readonly mail: Mail;
  readonly organisation: { get(): Promise<Organisation>; times(): Promise<{ readonly timeZone: string }> };
  readonly origin: () => string;
}

/** What a customer does with receipts: their own ones from the browser of the session, any one by its link. */
export function receiptHandlers(
  needs: ReceiptHandlerNeeds,
): Pick<Handlers<CustomerContract, CustomerContext>, keyof typeof customerReceiptOperations> {
  const { receipts, sessions, mail, organisation, origin } = needs;
  return {
    async 'receipts.own'({ session }, { browser }) {
      const { customer } = await sessions.ofBrowser(browser, session);
      const { token, record } = await receipts.own(session);
      const canMail = customer.email !== '' && record.mailed < mostMails && (await mail.isSetUp());
      return { token, seal: receipts.sealOf(record), mailTo: canMail ? customer.email : null };
    },
    async 'receipts.open'({ token }, { address }) {
      const record = await receipts.find(token, address);
      return { seal: receipts.sealOf(record), ...(await receipts.itemsAfter(record, -1)) };
    },
    async 'receipts.after'({ token, seq }, { address }) {
      return receipts.itemsAfter(await receipts.find(token, address), seq);
    },
    async 'receipts.mail'({ session }, { browser }) {
      const ended = await sessions.ofBrowser(browser, session);
      const { email } = ended.customer;
      if (email === '')
        throw new AppError('not-allowed', { text: 'You gave no e-mail address. Keep the link instead.' });
      const { token, record } = await receipts.own(session);
      if (!(await mail.isSetUp())) throw new AppError('mail-not-set-up');
      if (!(await receipts.countMail(session, mostMails))) {
        throw new AppError('too-many-tries', { text: 'This receipt was mailed often enough. Keep the link instead.' });
      }
      const [{ name }, { timeZone }, { reps, startedAt, endedAt }] = await Promise.all([
        organisation.get(),
        organisation.times(),
        sessions.summary(ended),
      ]);
      const { hash, entries } = receipts.sealOf(record);
      const fingerprint = fingerprintOf(hash);
      const link = receiptAddress(origin(), { token, fingerprint });
      const facts = { organisation: name, reps, startedAt, endedAt, timeZone, link, entries };
      const letter = letters.receipt({ ...facts, fingerprint: inGroups(fingerprint) });
      await mail.send({ to: email, ...letter, onBehalfOf: { is: 'customer', id: email } });
      return {};
    },
  };
}
