/** A short question to the customer and one to the rep when a session is over, and what came of them. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { SessionId } from './identifiers.ts';
import { Period, StatisticsFilter } from './statistics.ts';
import { CsvFile } from './statistics-operations.ts';
import { Moment, line, paragraph } from './text.ts';

/** How content the customer is: 1 very bad, 5 very good. */
export const Face = v.picklist([1, 2, 3, 4, 5]);
export type Face = v.InferOutput<typeof Face>;

/** From here on a customer counts as content. */
export const CONTENT_FROM = 4;

/** Whether it is solved, as the rep sees it. */
export const Solved = v.picklist(['yes', 'partly', 'no']);
export type Solved = v.InferOutput<typeof Solved>;

const Comment = paragraph(500);

/** The customer's answer. It may have no words. */
export const FaceAnswer = v.strictObject({ face: Face, comment: Comment });
export type FaceAnswer = v.InferOutput<typeof FaceAnswer>;

/** What an organisation asks. */
export const SurveySetting = v.strictObject({
  asksCustomer: v.boolean(),
  /** The sentence above the faces. */
  question: line(80),
  asksRep: v.boolean(),
});
export type SurveySetting = v.InferOutput<typeof SurveySetting>;

/** Until somebody has set it otherwise. */
export const firstSurvey: SurveySetting = { asksCustomer: true, question: 'Did it help?', asksRep: true };

/** What of a session is known of both answers. */
export const SessionSurvey = v.strictObject({
  answer: v.nullable(FaceAnswer),
  solved: v.nullable(Solved),
});
export type SessionSurvey = v.InferOutput<typeof SessionSurvey>;

const forSession = v.strictObject({ session: SessionId });

export const customerSurveyOperations = {
  /** What is asked after an own session, and what was answered; `null` where nothing is asked (any more). */
  'surveys.own': operation(
    forSession,
    v.strictObject({
      survey: v.nullable(v.strictObject({ question: v.string(), answer: v.nullable(FaceAnswer) })),
    }),
  ),
  /** Once for a session; a later answer takes the place of the one before, until the summary is left. */
  'surveys.answer': operation(v.strictObject({ session: SessionId, ...FaceAnswer.entries }), Nothing),
};

export const repSurveyOperations = {
  /** Whether the rep is asked, and what was answered. */
  'surveys.solved': operation(forSession, v.strictObject({ isAsked: v.boolean(), solved: v.nullable(Solved) })),
  'surveys.solve': operation(v.strictObject({ session: SessionId, solved: Solved }), Nothing),
};

/** One customer's answer, as an administrator reads it. */
export const SurveyLine = v.strictObject({
  session: SessionId,
  at: Moment,
  face: Face,
  comment: v.string(),
  solved: v.nullable(Solved),
  rep: v.string(),
  channelName: v.string(),
  incident: v.string(),
});
export type SurveyLine = v.InferOutput<typeof SurveyLine>;

/** Where the list goes on. */
export const SurveyCursor = v.strictObject({ at: Moment, session: SessionId });
export type SurveyCursor = v.InferOutput<typeof SurveyCursor>;

const setting = v.strictObject({ setting: SurveySetting });

export const adminSurveyOperations = {
  'surveys.get': operation(Nothing, setting),
  'surveys.update': operation(setting, setting),
  /** Answers of customers with words, the newest first; `next` goes on where this page ended. */
  'surveys.comments': operation(
    v.strictObject({ period: Period, filter: StatisticsFilter, after: v.nullable(SurveyCursor) }),
    v.strictObject({ lines: v.array(SurveyLine), next: v.nullable(SurveyCursor) }),
  ),
  /** Every answer of a customer in these days, with words or without, as a file. */
  'surveys.csv': operation(v.strictObject({ period: Period, filter: StatisticsFilter }), CsvFile),
};
