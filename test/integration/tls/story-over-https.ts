/**
 * A story over https, in a process of its own: Node reads the authorities that it trusts beside the well-known ones
 * (NODE_EXTRA_CA_CERTS) only when it starts. The host is told its authority as a download is, and has no such help.
 */
import { request } from 'node:https';
import { openCustomerLink } from '../../support/people.ts';
import { openOffice, startSessionOnDesktop } from '../host-session/session-on-desktop.ts';

const { TLS_CERT = '', TLS_KEY = '', TLS_CA = '' } = process.env;

await tellStory();

async function tellStory(): Promise<void> {
  const office = await openOffice({ settings: { TLS_CERT, TLS_KEY, TLS_CA } });
  const { server } = office;
  try {
    tell({ origin: server.origin, page: await statusOf(`${server.origin}/`), rep: 'online' });
    (await openCustomerLink(server)).close();
    const desktop = await startSessionOnDesktop(office, undefined, {
      NODE_EXTRA_CA_CERTS: undefined,
      REMOTEHELP_HOST_AUTHORITY: TLS_CA,
    });
    try {
      tell({ host: 'joined' });
      const viewer = await desktop.controlling();
      tell({ screen: (await viewer.picture()).width });
    } finally {
      await desktop.end();
    }
  } finally {
    await office.close();
  }
}

function statusOf(address: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(address, (response) => resolve(response.resume().statusCode));
    asked.on('error', reject);
    asked.end();
  });
}

function tell(found: object): void {
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
