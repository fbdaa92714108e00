import { NewPassword, TriedPassword, UserId } from '../../../../shared/contract/account.ts';
import { ChannelDescription, ChannelName } from '../../../../shared/contract/channel.ts';
import { OrganisationName } from '../../../../shared/contract/organisation.ts';
import { OptionalEmail, PersonName } from '../../../../shared/contract/text.ts';
import { SecondStepCode } from '../../../../shared/contract/two-step.ts';
import { texts } from '../../texts/admin-en.ts';
import type { FieldRule } from './find-faults.ts';

const { wrong } = texts;

/** What the fields of the panel must be, as the contract has it, with our own words for each. */
export const rules = {
  organisation: [OrganisationName, wrong.organisation],
  fullName: [PersonName, wrong.fullName],
  displayName: [PersonName, wrong.displayName],
  userId: [UserId, wrong.userId],
  email: [OptionalEmail, wrong.email],
  password: [NewPassword, wrong.password],
  current: [TriedPassword, wrong.current],
  code: [SecondStepCode, texts.twoStep.code.wrong],
  channelName: [ChannelName, wrong.channelName],
  description: [ChannelDescription, wrong.description],
} as const satisfies Record<string, FieldRule>;
