/** Talking and drawing with the customer. */
import { Phone, Presentation } from 'lucide';
import { whiteboardStanding } from '../../shared/contract/whiteboard-standing.ts';
import { Button } from '../../shared/ui/button.tsx';
import { toolTexts as words } from '../texts/tools-en.ts';
import { whiteboardTexts } from '../texts/whiteboard-en.ts';
import { newClientId } from '../view/new-client-id.ts';
import { useView } from '../view/view-context.ts';
import type { SessionTool } from './session-tool.ts';
import { deniedStanding } from './tool-standing.ts';

export const callTool: SessionTool = {
  key: 'call',
  group: 'talk',
  icon: Phone,
  title: words.call.title,
  does: words.call.does,
  standing(place) {
    const { call } = place.head;
    if (call !== undefined)
      return call.since === null
        ? { is: 'asked', word: words.standing.askedOnly }
        : { is: 'running', word: words.standing.talking };
    return deniedStanding(place, 'chat') ?? { is: 'ready', word: words.standing.notAsked };
  },
  /* What can be done with a call that runs or is asked stands in the call's own strip above, on every tab. */
  Buttons: ({ place: { head }, standing: { because } }) => {
    const { calls } = useView();
    if (head.call !== undefined) return null;
    return (
      <>
        <Button disabledReason={because} onClick={() => void calls.ask(head, 'voice')}>
          {words.call.voice}
        </Button>
        <Button disabledReason={because} onClick={() => void calls.ask(head, 'video')}>
          {words.call.video}
        </Button>
      </>
    );
  },
};

export const boardTool: SessionTool = {
  key: 'board',
  group: 'talk',
  icon: Presentation,
  title: words.board.title,
  does: () => words.board.does,
  standing(place) {
    switch (whiteboardStanding(place.entries)) {
      case 'open':
        return { is: 'running', word: words.standing.open };
      case 'asked-by-rep':
        return { is: 'asked', word: words.standing.askedOnly };
      case 'asked-by-customer':
        return { is: 'asked', word: words.board.wanted(place.name) };
      case 'none':
        return deniedStanding(place, 'chat') ?? { is: 'ready', word: words.standing.notAsked };
    }
  },
  Buttons: ({ place, standing: { is, because } }) => {
    const { orders } = useView();
    const session = place.head.id;
    if (is === 'running') return <Button onClick={() => place.showTab('board')}>{words.board.show}</Button>;
    if (whiteboardStanding(place.entries) === 'asked-by-rep')
      return (
        <Button onClick={() => void orders.give('whiteboard.close', { session, clientId: newClientId() })}>
          {words.withdraw}
        </Button>
      );
    if (is === 'asked')
      return (
        <Button
          onClick={() => void orders.give('whiteboard.answer', { session, clientId: newClientId(), answer: 'yes' })}
        >
          {whiteboardTexts.card.yes}
        </Button>
      );
    return (
      <Button
        disabledReason={because}
        onClick={() => void orders.give('whiteboard.ask', { session, clientId: newClientId() })}
      >
        {words.ask}
      </Button>
    );
  },
};
