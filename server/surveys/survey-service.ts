/** What people answer after a session, and what they are asked. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { firstSurvey } from '../../shared/contract/survey.ts';
import type { FaceAnswer, SessionSurvey, Solved, SurveyCursor, SurveySetting } from '../../shared/contract/survey.ts';
import type { Clock } from '../config/clock.ts';
import { anyOf } from '../documents/any-of.ts';
import { below, between, unlike } from '../documents/compare.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import { onlySetting } from './survey-model.ts';
import type { SurveyModel, SurveyRecord, SurveySettingModel } from './survey-model.ts';

/** Whose answers are listed. */
export interface AnswerSearch {
  /** Milliseconds, both included. */
  readonly from: number;
  readonly to: number;
  readonly reps: readonly string[] | undefined;
  /** `null`: those that began with a code. */
  readonly channel: string | null | undefined;
  readonly incident: string | undefined;
  readonly withWords: boolean;
}

export interface Surveys {
  setting(): Promise<SurveySetting>;
  change(setting: SurveySetting): Promise<SurveySetting>;
  of(session: SessionId): Promise<SessionSurvey>;
  answer(session: SessionRecord, answer: FaceAnswer): Promise<void>;
  solve(session: SessionRecord, solved: Solved): Promise<void>;
  /** Customers' answers, the newest first, after `after`, at most `limit`. */
  answers(search: AnswerSearch, after: SurveyCursor | null, limit: number): Promise<SurveyRecord[]>;
  forget(session: SessionId): Promise<void>;
}

export function createSurveys(
  { model, settings }: { readonly model: SurveyModel; readonly settings: SurveySettingModel },
  clock: Clock,
): Surveys {
  /** The first answer of a side sets the moment for which it counts; later ones take its place. */
  async function keep(session: SessionRecord, side: 'facedAt' | 'solvedAt', said: Partial<SurveyRecord>) {
    const { _id, owner: rep, channel, channelName, incident = null } = session;
    const answered = { _id, [side]: between(0, Number.MAX_SAFE_INTEGER) };
    if ((await model.updateOne(answered, { $set: said })).matchedCount > 0) return;
    const first = { $set: { ...said, [side]: clock.now() }, $setOnInsert: { rep, channel, channelName, incident } };
    await model.updateOne({ _id }, first, { upsert: true }).catch(async (error: unknown) => {
      // The other side answered first in this very moment.
      if (!isDuplicateKey(error)) throw error;
      await model.updateOne({ _id }, { $set: first.$set });
    });
  }

  return {
    async setting() {
      const stored = await settings.findOne({ _id: onlySetting }).lean();
      if (stored === null) return firstSurvey;
      const { asksCustomer, question, asksRep } = stored;
      return { asksCustomer, question, asksRep };
    },
    async change(setting) {
      await settings.updateOne({ _id: onlySetting }, { $set: setting }, { upsert: true });
      return setting;
    },
    async of(session) {
      const found = await model.findOne({ _id: session }).lean();
      if (found === null) return { answer: null, solved: null };
      const { face, comment, solved } = found;
      return { answer: face === null ? null : { face, comment }, solved };
    },
    answer: (session, { face, comment }) => keep(session, 'facedAt', { face, comment }),
    solve: (session, solved) => keep(session, 'solvedAt', { solved }),
    async answers({ from, to, reps, channel, incident, withWords }, after, limit) {
      const filter = {
        ...(reps === undefined ? {} : { rep: anyOf(reps) }),
        ...(channel === undefined ? {} : { channel }),
        ...(incident === undefined ? {} : { 'incident.id': incident }),
        ...(withWords ? { comment: unlike('') } : {}),
      } as object;
      const ask = (more: object, most: number) =>
        model
          .find({ ...filter, ...more })
          .sort({ facedAt: -1, _id: -1 })
          .hint('surveys_by_face')
          .limit(most)
          .lean();
      if (after === null) return ask({ facedAt: between(from, to) }, limit);
      // Those of the same millisecond first: they are told apart by their session.
      const same = await ask({ facedAt: after.at, _id: below(after.session) }, limit);
      return [...same, ...(await ask({ facedAt: between(from, after.at - 1) }, limit - same.length))];
    },
    async forget(session) {
      await model.deleteOne({ _id: session });
    },
  };
}
