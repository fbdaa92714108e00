import { useEffect, useState } from 'preact/hooks';
import type { Contract } from '../../shared/contract/contract.ts';
import { openToolClient } from './tool-client.ts';
import type { ToolClient, ToolClientPorts } from './tool-client.ts';

/** A tool's client for as long as its channel lives; `undefined` while the link is interrupted. `ports` of the first drawing count. */
export function useToolClient<C extends Contract>(
  channel: RTCDataChannel | undefined,
  of: C,
  ports: ToolClientPorts<C>,
): ToolClient<C> | undefined {
  const [client, setClient] = useState<ToolClient<C>>();
  useEffect(() => {
    if (channel === undefined) return;
    const opened = openToolClient(channel, of, ports);
    setClient(opened);
    return () => {
      setClient(undefined);
      opened.close();
    };
  }, [channel]);
  return client;
}
