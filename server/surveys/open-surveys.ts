import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { adminSurveyHandlers, customerSurveyHandlers, repSurveyHandlers } from './survey-handlers.ts';
import { surveySettingModel } from './survey-model.ts';
import type { SurveyModel } from './survey-model.ts';
import { createSurveys } from './survey-service.ts';

export interface OpenSurveysNeeds extends Pick<FeatureNeeds, 'connection' | 'accounts' | 'groups' | 'clock'> {
  readonly surveyModel: SurveyModel;
  readonly sessions: Sessions;
  readonly belongings: SessionBelongings;
  readonly seenBy: SeenBy;
  readonly zone: () => Promise<string>;
}

/** The short survey after sessions, with all who answer and read it. */
export function openSurveys(needs: OpenSurveysNeeds) {
  const { connection, surveyModel: model, belongings, clock } = needs;
  const surveys = createSurveys({ model, settings: surveySettingModel(connection) }, clock);
  belongings.add({
    forget: (session) => surveys.forget(session),
    async read(session) {
      const { answer } = await surveys.of(session);
      return answer === null ? {} : { survey: answer };
    },
  });
  const forHandlers = { ...needs, surveys };
  return {
    surveys,
    customerHandlers: customerSurveyHandlers(forHandlers),
    repHandlers: repSurveyHandlers(forHandlers),
    adminHandlers: adminSurveyHandlers(forHandlers),
  };
}
