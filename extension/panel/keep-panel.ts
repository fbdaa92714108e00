/** What happens in the panel without anybody pressing anything. */
import { effect, untracked } from '@preact/signals';
import { safeName } from '../../shared/ui/safe-text.ts';
import { memberTexts } from '../texts/members-en.ts';
import { teamTexts } from '../texts/team-en.ts';
import type { View } from '../view/open-view.ts';
import { pageHidden } from '../view/page-hidden.ts';
import type { PanelModel } from './panel-model.ts';

/** Follows the link owner's wishes, and tells it what is in sight; for as long as the page lives. */
export function keepPanel({ desk, orders }: View, panel: PanelModel): void {
  const isHidden = pageHidden();

  // Claimed from a notification, or looked at last before the panel was closed.
  effect(() => {
    const wanted = desk.wanted.value;
    if (wanted === null || !desk.sessions.value.some(({ head }) => head.id === wanted)) return;
    untracked(() => {
      if (panel.current.value?.head.id !== wanted) panel.goToSession(wanted);
      desk.wanted.value = null;
    });
  });

  // A notification of a reservation was clicked.
  effect(() => {
    if (!desk.reservationsWanted.value || desk.desk.value === null) return;
    untracked(() => {
      panel.goTo('reservations');
      desk.reservationsWanted.value = false;
    });
  });

  // Who comes next begins at Home, and with nothing of whoever has gone.
  effect(() => {
    if (desk.link.value.at !== 'signed-out') return;
    untracked(() => panel.forget());
  });

  // Whoever leads nobody any more has no team to see.
  effect(() => {
    if (panel.place.value.at === 'team' && desk.desk.value !== null && !panel.isLead.value) panel.goTo('home');
  });

  // What came of an assignment, wherever the lead is.
  effect(() => {
    const assignment = desk.assignmentEnded.value;
    const how = assignment?.end?.how;
    if (assignment === null || how === undefined) return;
    untracked(() => {
      orders.tell(teamTexts.told[how](safeName(assignment.toName), safeName(assignment.customer)));
      desk.assignmentEnded.value = null;
    });
  });

  // Out of a session: it is gone from the strip, so the words say where it went. What a lead has asked is answered wherever they are.
  effect(() => {
    const news = desk.memberNews.value;
    if (news === null) return;
    untracked(() => {
      const customer = safeName(news.customer);
      orders.tell(
        news.type === 'members.out'
          ? memberTexts.out[news.how](customer, safeName(news.by))
          : memberTexts.answered(customer, safeName(news.to), news.how),
      );
      desk.memberNews.value = null;
    });
  });

  // A key of the browser's own, pressed anywhere.
  effect(() => {
    if (desk.startsWanted.value > 0) untracked(() => panel.beginSession());
  });

  // A session that is gone, because nobody used its code, or it was put away elsewhere, leaves no empty page.
  effect(() => {
    if (panel.place.value.at === 'session' && panel.current.value === undefined && desk.desk.value !== null)
      panel.goTo('home');
  });

  effect(() => {
    if (desk.desk.value === null) return;
    const place = panel.place.value;
    const isSession = place.at === 'session';
    void orders.mention('view.look', {
      from: 'panel',
      session: isSession ? place.session : null,
      chat: isSession && place.tab === 'chat',
      picture: panel.isPictureLive.value,
      hidden: isHidden.value,
    });
  });
}
