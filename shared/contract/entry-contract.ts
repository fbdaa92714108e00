/** What can be asked over HTTP before anybody is signed in: `POST /api/<operation>` with the parameters as JSON. */
import * as v from 'valibot';
import { Account, NewPassword, TriedPassword, UserId } from './account.ts';
import { Nothing, contract, operation } from './contract.ts';
import { Token } from './identifiers.ts';
import { Organisation, OrganisationName } from './organisation.ts';
import { ProtocolVersion } from './protocol-version.ts';
import { PersonName } from './text.ts';
import { entryTwoStepOperations, furtherSteps } from './two-step-operations.ts';

export const entryContract = contract(
  {
    /** Who answers here. The extension asks it first, so that a wrong address is told from a server that is down. */
    'server.describe': operation(
      Nothing,
      v.strictObject({
        product: v.literal('RemoteHelp'),
        version: v.string(),
        protocol: ProtocolVersion,
        organisation: v.nullable(Organisation),
      }),
    ),
    /** The first administrator, by the one-time link. Signs in at once (cookie). */
    'setup.finish': operation(
      v.strictObject({
        token: Token,
        organisation: OrganisationName,
        fullName: PersonName,
        displayName: PersonName,
        userId: UserId,
        password: NewPassword,
      }),
      v.strictObject({ account: Account }),
    ),
    /** The extension's sign-in: an opaque token, good for 30 days or until revoked. */
    'rep.signIn': operation(
      v.strictObject({ userId: UserId, password: TriedPassword, protocol: ProtocolVersion }),
      v.variant('step', [
        v.strictObject({ step: v.literal('done'), token: Token, account: Account, organisation: Organisation }),
        ...furtherSteps,
      ]),
    ),
    /** The web panel's sign-in: sets a cookie that scripts cannot read, unless there is a further step. */
    'admin.signIn': operation(
      v.strictObject({ userId: UserId, password: TriedPassword }),
      v.variant('step', [v.strictObject({ step: v.literal('done'), account: Account }), ...furtherSteps]),
    ),
    ...entryTwoStepOperations,
    'admin.signOut': operation(Nothing, Nothing),
    'rep.signOut': operation(v.strictObject({ token: Token }), Nothing),
  },
  v.never(),
);
export type EntryContract = typeof entryContract;
