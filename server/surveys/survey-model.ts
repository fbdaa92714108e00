import { Schema } from 'mongoose';
import type { Connection } from 'mongoose';
import * as v from 'valibot';
import { AccountId, ChannelId, SessionId } from '../../shared/contract/identifiers.ts';
import { ChosenIncident } from '../../shared/contract/incident.ts';
import { Face, Solved, SurveySetting } from '../../shared/contract/survey.ts';
import { Moment } from '../../shared/contract/text.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** What was answered about a session, with what it is counted by. */
export const SurveyRecord = v.object({
  _id: SessionId,
  rep: AccountId,
  /** `null` for a session that began with a code. */
  channel: v.fallback(v.nullable(ChannelId), null),
  channelName: v.fallback(v.string(), ''),
  incident: v.fallback(v.nullable(ChosenIncident), null),
  face: v.fallback(v.nullable(Face), null),
  comment: v.fallback(v.string(), ''),
  /** When the customer answered first: for this day it counts. */
  facedAt: v.exactOptional(Moment),
  solved: v.fallback(v.nullable(Solved), null),
  solvedAt: v.exactOptional(Moment),
});
export type SurveyRecord = v.InferOutput<typeof SurveyRecord>;

/** What people answered after their sessions. */
export function surveyModel(connection: Connection) {
  const schema = strictSchema<SurveyRecord>(
    {
      rep: { type: String, required: true },
      channel: { type: String, default: null },
      channelName: { type: String, default: '' },
      incident: { type: Schema.Types.Mixed, default: null },
      face: { type: Number, default: null },
      comment: { type: String, default: '' },
      facedAt: { type: Number },
      solved: { type: String, default: null },
      solvedAt: { type: Number },
    },
    'surveys',
  );
  readAs(schema, SurveyRecord);
  schema.index({ facedAt: -1, _id: -1 }, { name: 'surveys_by_face' });
  schema.index({ solvedAt: 1 }, { name: 'surveys_by_solved' });
  return connection.model<SurveyRecord>('Survey', schema);
}
export type SurveyModel = ReturnType<typeof surveyModel>;

/** The one document of what is asked. */
export const onlySetting = 'survey';

export const StoredSurveySetting = v.object({ _id: v.string(), ...SurveySetting.entries });
export type StoredSurveySetting = v.InferOutput<typeof StoredSurveySetting>;

/** What the organisation asks. */
export function surveySettingModel(connection: Connection) {
  const schema = strictSchema<StoredSurveySetting>(
    {
      asksCustomer: { type: Boolean, required: true },
      question: { type: String, required: true },
      asksRep: { type: Boolean, required: true },
    },
    'survey_setting',
  );
  readAs(schema, StoredSurveySetting);
  return connection.model<StoredSurveySetting>('SurveySetting', schema);
}
export type SurveySettingModel = ReturnType<typeof surveySettingModel>;
