/** The tools on the customer's computer: each is asked for by itself, and used in the window. */
import { ToolScope } from '../../shared/contract/consent.ts';
import { Button } from '../../shared/ui/button.tsx';
import { toolIcons } from '../../shared/ui/tool-icons.ts';
import { toolPanes } from '../host-tools/tool-panes.ts';
import { openViewerWindow } from '../platform/viewer-window.ts';
import { toolTexts as hostTexts } from '../texts/host-tools-en.ts';
import { toolTexts as words } from '../texts/tools-en.ts';
import type { SessionTool } from './session-tool.ts';
import { consentStanding } from './tool-standing.ts';

/** Those for which there is something to show. */
export const computerTools: readonly SessionTool[] = ToolScope.options
  .filter((scope) => toolPanes[scope] !== undefined)
  .map((scope) => ({
    key: scope,
    group: 'computer',
    icon: toolIcons[scope],
    title: hostTexts.name[scope],
    does: (name) => hostTexts.way.what[scope](name),
    standing: (place) => consentStanding(place, scope),
    Buttons({ place: { head, consents, part }, standing }) {
      if (standing.is === 'granted')
        return (
          <>
            <Button onClick={() => void openViewerWindow(head.id, scope)}>{hostTexts.open}</Button>
            {part.isOwner && (
              <Button onClick={() => void consents.giveBack(head.id, scope)}>{hostTexts.giveBack}</Button>
            )}
          </>
        );
      if (!part.isOwner) return null;
      if (standing.is === 'asked')
        return <Button onClick={() => void consents.unask(head.id)}>{words.withdraw}</Button>;
      return (
        <Button disabledReason={standing.because} onClick={() => consents.begin(head.id, scope)}>
          {words.ask}
        </Button>
      );
    },
  }));
