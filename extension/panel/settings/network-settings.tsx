import { Activity, CircleAlert, CircleCheck, CircleMinus } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import type { Settings } from '../../port/settings.ts';
import { settingsTexts } from '../../texts/settings-en.ts';
import { useView } from '../../view/view-context.ts';
import { SettingChoice } from './choice.tsx';
import { testConnection } from './connection-test.ts';
import type { ConnectionFindings } from './connection-test.ts';

const words = settingsTexts.network;

type NetworkSettingsProps = { settings: Settings; change: (part: Partial<Settings>) => void };

/** Which way screens take to the rep, and what the rep's network lets through. */
export function NetworkSettings({ settings: { route }, change }: NetworkSettingsProps) {
  const { client } = useView();
  const [isTesting, setTesting] = useState(false);
  const [findings, setFindings] = useState<ConnectionFindings>();
  const test = async () => {
    setTesting(true);
    setFindings(undefined);
    setFindings(await testConnection(client, () => performance.now()));
    setTesting(false);
  };
  return (
    <Section title={words.title}>
      <SettingChoice
        label={words.routeLabel}
        words={words.route}
        value={route}
        onValue={(next) => change({ route: next })}
        hint={words.routeHint[route]}
      />
      <p class="ext-setting-hint">{words.proxy}</p>
      <Button icon={Activity} busy={isTesting} busyText={words.testing} onClick={() => void test()}>
        {words.test}
      </Button>
      <div role="status">
        {findings !== undefined && <Findings findings={findings} needsGateway={route === 'gateway'} />}
      </div>
    </Section>
  );
}

function Findings({ findings, needsGateway }: { findings: ConnectionFindings; needsGateway: boolean }) {
  const { serverMs, gateway, direct } = findings;
  const gatewayWords = {
    answers: gateway.is === 'answers' ? words.gatewayAnswers(gateway.afterMs) : '',
    silent: words.gatewaySilent,
    none: words.gatewayMissing,
  }[gateway.is];
  const directWords = { outside: words.outsideFound, local: words.directFound, blocked: words.directMissing }[direct];
  const rows = [
    {
      name: words.server,
      found: serverMs === null ? words.notReached : words.reached(serverMs),
      works: serverMs !== null,
    },
    { name: words.direct, found: directWords, works: direct !== 'blocked' },
    {
      name: words.gateway,
      found: gatewayWords,
      works: gateway.is === 'answers',
      // A gateway that nobody has is no fault, unless every link is to go through it.
      isLeftOut: gateway.is === 'none' && !needsGateway && direct !== 'blocked',
    },
  ];
  return (
    <List label={words.results}>
      {rows.map(({ name, found, works, isLeftOut }) => (
        <ListRow
          key={name}
          start={<Finding is={works ? 'works' : isLeftOut === true ? 'absent' : 'warns'} />}
          title={name}
          detail={found}
        />
      ))}
    </List>
  );
}

const findingIcons = { works: CircleCheck, warns: CircleAlert, absent: CircleMinus };

function Finding({ is }: { is: keyof typeof findingIcons }) {
  return (
    <span class={`ext-setting-finding-${is}`}>
      <Icon icon={findingIcons[is]} label={words.marks[is]} />
    </span>
  );
}
