import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { inTreeOrder } from '../../../../shared/contract/group-tree.ts';
import type { GroupTree } from '../../../../shared/contract/group.ts';
import type { EffectiveRight, RightSetting, RightSubject } from '../../../../shared/contract/right.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { texts } from '../../texts/admin-en.ts';
import { rightTexts } from '../../texts/admin-rights-en.ts';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { groupWords } from '../groups/group-choices.ts';
import { rightChanges, rightDraft, rightSetting } from './right-draft.ts';
import { readSubject, subjectWord } from './right-subject.ts';
import { RightTable } from './right-table.tsx';
import { ShellRecordingRow } from './shell-recording-row.tsx';
import './rights.css';

const roles = ['representative', 'team-lead', 'administrator'] as const;

/** Which tools of a session are offered: per role, group or account. */
export function RightsPage() {
  const { model, router } = usePanel();
  const subject = readSubject(new URLSearchParams(router.question.value).get('of'));
  const word = subjectWord(subject);
  const { loaded, reload } = useLoaded(async () => {
    const [{ groups }, { setting }, person] = await Promise.all([
      model.server.call('groups.list', {}),
      model.server.call('rights.get', { subject }),
      subject.kind === 'account' ? loadPerson(subject.account) : undefined,
    ]);
    return { word, groups, setting, person };
  }, word);
  const loadPerson = async (id: Extract<RightSubject, { kind: 'account' }>['account']) => {
    const [{ account }, { rights }] = await Promise.all([
      model.server.call('accounts.get', { id }),
      model.server.call('rights.of', { id }),
    ]);
    return { name: account.fullName, rights };
  };
  if (loaded.at === 'ready' && loaded.value.word === word) {
    const { groups, person, setting } = loaded.value;
    const loadState = <LoadState loaded={loaded} onRetry={reload} />;
    return <Editor key={word} {...{ word, subject, groups, person, setting, loadState }} onSaved={reload} />;
  }
  return (
    <PanelPage section={paths.rights} title={rightTexts.title}>
      <LoadState loaded={loaded.at === 'ready' ? { at: 'loading' } : loaded} onRetry={reload} />
    </PanelPage>
  );
}

type EditorProps = {
  word: string;
  subject: RightSubject;
  groups: GroupTree;
  setting: RightSetting;
  /** Set for an account: its name, and what holds for it. */
  person: { name: string; rights: readonly EffectiveRight[] } | undefined;
  /** Says when what holds could not be looked up again. */
  loadState: ComponentChildren;
  onSaved: () => void;
};

function Editor({ word, subject, groups, setting, person, loadState, onSaved }: EditorProps) {
  const { model, router } = usePanel();
  const [, drawAnew] = useState(0);
  const [saved, setSaved] = useState(() => rightDraft(setting));
  const form = useForm(saved, () => ({}));
  const saving = useSaving({
    form,
    changes: rightChanges(saved, form.values),
    store: async () => {
      const { setting: now } = await model.server.call('rights.set', { subject, setting: rightSetting(form.values) });
      setSaved(rightDraft(now));
      onSaved();
    },
  });
  const choose = (chosen: string) => {
    router.go(`${paths.rights}?of=${chosen}`);
    // While it is asked whether to leave, the list shows again whose permissions these are.
    drawAnew((times) => times + 1);
  };
  const choices = [
    ...(person === undefined ? [] : [{ value: word, label: rightTexts.forAccount(safeName(person.name)) }]),
    ...roles.map((role) => ({ value: `role:${role}`, label: rightTexts.forRole(texts.roles[role]) })),
    ...inTreeOrder(groups).map(({ id }) => ({
      value: `group:${id}`,
      label: rightTexts.forGroup(groupWords(groups, id)),
    })),
  ];
  return (
    <PanelPage section={paths.rights} title={rightTexts.title} unsaved={saving.bar}>
      {loadState}
      <div class="admin-part admin-rights-for">
        <p class="rh-soft">{rightTexts.lead}</p>
        <Select label={rightTexts.for} value={word} onValue={choose} choices={choices} />
      </div>
      <RightTable draft={form.values} rights={person?.rights} onState={(tool, state) => form.set(tool, state)} />
      <ShellRecordingRow />
    </PanelPage>
  );
}
