import { sessionModel } from '../../server/sessions/session-model.ts';
import type { SessionRecord } from '../../server/sessions/session-model.ts';
import { surveyModel } from '../../server/surveys/survey-model.ts';
import type { SurveyRecord } from '../../server/surveys/survey-model.ts';
import type { Face, Solved } from '../../shared/contract/survey.ts';
import type { Dice } from '../dice.ts';
import type { Office } from '../office.ts';
import { insertAll } from './insert-all.ts';

const MINUTE_MS = 60_000;
/** So many customers say something before they leave; reps, nearly always. */
const ANSWERED = 0.45;
const JUDGED = 0.9;

/** Most are content, as people are who were helped. */
const faces: readonly Face[] = [5, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1];
const verdicts: readonly Solved[] = ['yes', 'yes', 'yes', 'yes', 'yes', 'yes', 'partly', 'no'];

/** What they write, by how content they are. */
const comments: Readonly<Record<Face, readonly string[]>> = {
  1: ['Still not working, and nobody called back.', 'I had to explain everything twice.'],
  2: ['It took very long.', 'It works again, but I do not know why it broke.'],
  3: ['Solved, after some waiting.', 'Fine. The chat was small on my phone.'],
  4: ['Quick help, thank you.', 'Good. A hint how to avoid it next time would be nice.'],
  5: [
    'Kind and patient, and it works.',
    'Solved in five minutes.',
    'I could see all the time what was done. Thank you.',
  ],
};

/** What customers and reps answered after the sessions of the past. */
export async function seedSurveys({ connection, dice }: Office): Promise<void> {
  const model = surveyModel(connection);
  await model.createIndexes();
  const past = await sessionModel(connection).find({ state: 'ended' }).sort({ startedAt: 1 }).lean();
  await insertAll(
    model,
    past.flatMap((session) => answersOf(session, dice)),
  );
}

function answersOf({ _id, owner, channel, channelName, incident = null, endedAt }: SessionRecord, dice: Dice) {
  const [hasFaced, hasJudged] = [dice.happens(ANSWERED), dice.happens(JUDGED)];
  if (endedAt === null || (!hasFaced && !hasJudged)) return [];
  const face = hasFaced ? dice.oneOf(faces) : null;
  const record: SurveyRecord = {
    ...{ _id, rep: owner, channel, channelName, incident, face },
    comment: face !== null && dice.happens(0.35) ? dice.oneOf(comments[face]) : '',
    ...(hasFaced ? { facedAt: endedAt + MINUTE_MS } : {}),
    solved: hasJudged ? dice.oneOf(verdicts) : null,
    ...(hasJudged ? { solvedAt: endedAt + MINUTE_MS } : {}),
  };
  return [record];
}
