/** What is given to the customer, and what is opened there. */
import { AppWindow, Globe, Paperclip } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/button.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { hasHost, openLaunch } from '../session/launch.ts';
import { SharedFileMenu } from '../session/shared-file-menu.tsx';
import { SuggestPage } from '../session/suggest-page-dialog.tsx';
import { shortcutTexts } from '../texts/shortcuts-en.ts';
import { toolTexts as words } from '../texts/tools-en.ts';
import { useView } from '../view/view-context.ts';
import { LaunchDialog } from './launch-dialog.tsx';
import type { SessionTool } from './session-tool.ts';
import { deniedStanding, ownerStanding } from './tool-standing.ts';

export const fileTool: SessionTool = {
  key: 'file',
  group: 'give',
  icon: Paperclip,
  title: words.file.title,
  does: words.file.does,
  standing: (place) => deniedStanding(place, 'chat') ?? { is: 'ready', word: '' },
  Buttons: ({ place: { head, drafts, showTab }, standing: { because } }) => {
    const { files } = useView();
    const input = useRef<HTMLInputElement>(null);
    const audience = drafts.audienceOf(head.id);
    return (
      <>
        {because === undefined && <SharedFileMenu session={head.id} audience={audience} />}
        <Button disabledReason={because} onClick={() => input.current?.click()}>
          {words.file.choose}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          multiple
          aria-label={words.file.title}
          onChange={(event) => {
            const field = event.currentTarget;
            const chosen = [...(field.files ?? [])];
            // The same file can be chosen again.
            field.value = '';
            if (chosen.length === 0) return;
            files.queue.add(head.id, chosen, audience);
            // Where one sees how far it has come, and that it was taken.
            showTab('chat');
          }}
        />
      </>
    );
  },
};

export const launchTool: SessionTool = {
  key: 'launch',
  group: 'give',
  icon: AppWindow,
  title: words.launch.title,
  does: words.launch.does,
  standing(place) {
    const { head, entries } = place;
    const denied = deniedStanding(place, 'view', 'control');
    if (denied !== undefined) return denied;
    const asked = hasHost(head) ? openLaunch(entries) : undefined;
    if (asked !== undefined) return { is: 'asked', word: words.standing.askedOnly, because: safeName(asked.name) };
    const owned = ownerStanding(place, words.standing.asksEachTime);
    return { ...owned, because: owned.because ?? (hasHost(head) ? undefined : words.onceShared) };
  },
  Buttons: ({ place, standing }) => {
    const { orders } = useView();
    const [isChoosing, setChoosing] = useState(false);
    if (!place.part.isOwner) return null;
    if (standing.is === 'asked')
      return (
        <Button onClick={() => void orders.give('launch.unask', { session: place.head.id })}>
          {shortcutTexts.takeBack}
        </Button>
      );
    return (
      <>
        <Button disabledReason={standing.because} onClick={() => setChoosing(true)}>
          {words.launch.choose}
        </Button>
        {isChoosing && <LaunchDialog place={place} onClose={() => setChoosing(false)} />}
      </>
    );
  },
};

export const pageTool: SessionTool = {
  key: 'page',
  group: 'give',
  icon: Globe,
  title: words.page.title,
  does: words.page.does,
  standing: (place) => deniedStanding(place, 'chat') ?? { is: 'ready', word: words.standing.asksEachTime },
  Buttons: ({ place: { head, showTab }, standing: { because } }) => {
    const [isSuggesting, setSuggesting] = useState(false);
    return (
      <>
        <Button disabledReason={because} onClick={() => setSuggesting(true)}>
          {words.page.choose}
        </Button>
        {isSuggesting && (
          <SuggestPage head={head} first="" onAsked={() => showTab('chat')} onClose={() => setSuggesting(false)} />
        )}
      </>
    );
  },
};
