/** The form of every collection's documents, for whoever looks at stored data from outside. */
import type * as v from 'valibot';
import { StoredAccount } from '../accounts/account-model.ts';
import { StoredSignIn } from '../accounts/sign-in-model.ts';
import { StoredSignInPlace } from '../accounts/sign-in-place-model.ts';
import { StoredTries } from '../accounts/sign-in-throttle-model.ts';
import { StoredAuditEntry } from '../audit/audit-model.ts';
import { StoredBranding } from '../branding/branding-model.ts';
import { ChannelDocument } from '../channels/channel-model.ts';
import { CodeRecord } from '../codes/code-model.ts';
import { StoredFileLimits } from '../conversation-files/file-limits-model.ts';
import { FileRecord } from '../conversation-files/file-record-model.ts';
import { FileTicketRecord } from '../conversation-files/file-ticket-model.ts';
import { PreviewRecord } from '../conversation-files/preview-model.ts';
import { DeadlineRecord } from '../deadlines/deadline-model.ts';
import { EndingRecord } from '../endings/ending-model.ts';
import { StoredGroupTree } from '../groups/group-model.ts';
import { HostTicketRecord } from '../host-link/ticket-model.ts';
import { StoredHelpDesks } from '../invitations/help-desk-model.ts';
import { InvitationRecord } from '../invitations/invitation-model.ts';
import { StoredMail } from '../mail/mail-model.ts';
import { StoredIncidents } from '../incidents/incident-model.ts';
import { NoteRecord } from '../notes/note-model.ts';
import { StoredOrganisation } from '../organisation/organisation-model.ts';
import { SaidWordsRecord } from '../past-sessions/said-words-model.ts';
import { StoredPicture } from '../pictures/picture-model.ts';
import { PresenceInterval, RepRecord } from '../presence/presence-model.ts';
import { DueReportRecord, ReportVersionRecord } from '../reports/report-model.ts';
import { RequestRecord } from '../queue/request-model.ts';
import { ReceiptRecord } from '../receipts/receipt-model.ts';
import { ReservationRecord } from '../reservations/reservation-model.ts';
import { StoredRetention } from '../retention/retention-model.ts';
import { StoredRights } from '../rights/right-model.ts';
import { entryOf } from '../session-log/entry-record.ts';
import { SessionRecord } from '../sessions/session-model.ts';
import { StoredRelay } from '../relay/relay-model.ts';
import { StoredSharedItems } from '../shared-items/shared-item-model.ts';
import { RecordingPartRecord, RecordingRecord } from '../shell-recordings/recording-model.ts';
import { StoredShellSettings } from '../shell-recordings/shell-settings-model.ts';
import { StoredSetUpLink } from '../setup/set-up-link-model.ts';
import { StoredDaySheet } from '../statistics/day-sheet.ts';
import { StoredSurveySetting, SurveyRecord } from '../surveys/survey-model.ts';
import { StoredSignInTicket } from '../two-step/sign-in-tickets.ts';
import { StoredTwoStep, StoredTwoStepRules } from '../two-step/two-step-model.ts';
import { TrustRecord } from '../trusts/trust-model.ts';
import { StoredBoard, StoredBoardEntry, StoredBoardPicture } from '../whiteboard/whiteboard-model.ts';
import { problemUnder } from './damage.ts';

const forms: Readonly<Record<string, v.GenericSchema>> = {
  accounts: StoredAccount,
  audit: StoredAuditEntry,
  branding: StoredBranding,
  channels: ChannelDocument,
  connection_codes: CodeRecord,
  deadlines: DeadlineRecord,
  endings: EndingRecord,
  file_limits: StoredFileLimits,
  file_previews: PreviewRecord,
  file_tickets: FileTicketRecord,
  groups: StoredGroupTree,
  help_desks: StoredHelpDesks,
  host_tickets: HostTicketRecord,
  invitations: InvitationRecord,
  mail_settings: StoredMail,
  incidents: StoredIncidents,
  organisation: StoredOrganisation,
  pictures: StoredPicture,
  presence_intervals: PresenceInterval,
  rep_standings: RepRecord,
  receipts: ReceiptRecord,
  reports_due: DueReportRecord,
  reservations: ReservationRecord,
  retention: StoredRetention,
  rights: StoredRights,
  session_files: FileRecord,
  session_notes: NoteRecord,
  session_reports: ReportVersionRecord,
  session_words: SaidWordsRecord,
  sessions: SessionRecord,
  set_up_link: StoredSetUpLink,
  relay_settings: StoredRelay,
  own_shortcuts: StoredSharedItems,
  shared_items: StoredSharedItems,
  shell_recordings: RecordingRecord,
  shell_recording_parts: RecordingPartRecord,
  shell_settings: StoredShellSettings,
  sign_in_places: StoredSignInPlace,
  sign_in_tickets: StoredSignInTicket,
  sign_in_tries: StoredTries,
  sign_ins: StoredSignIn,
  statistics_days: StoredDaySheet,
  support_requests: RequestRecord,
  survey_setting: StoredSurveySetting,
  surveys: SurveyRecord,
  two_step_rules: StoredTwoStepRules,
  two_steps: StoredTwoStep,
  trusts: TrustRecord,
  whiteboard_entries: StoredBoardEntry,
  whiteboard_pictures: StoredBoardPicture,
  whiteboards: StoredBoard,
};

/** What keeps a document of a collection from being read; `undefined` for a good one, and for collections that are not RemoteHelp's. */
export function problemOf(collection: string, document: Readonly<Record<string, unknown>>): string | undefined {
  if (collection === 'log_entries') {
    const read = entryOf(document);
    return read.ok ? undefined : read.problem;
  }
  const form = Object.hasOwn(forms, collection) ? forms[collection] : undefined;
  return form === undefined ? undefined : problemUnder(form, document);
}
