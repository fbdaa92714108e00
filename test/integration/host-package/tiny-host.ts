/**
 * The smallest program that uses what every host uses: both native parts, the scratch folder, the server's address and
 * the removal of itself. Says what it found as one line of JSON.
 */
import wrtc from '@roamhq/wrtc';
import koffi from 'koffi';
import { ticketInExecutableName } from '../../../customer-host/package/executable-name.ts';
import { openScratchFolder, scratchPlaces } from '../../../customer-host/package/scratch-folder.ts';
import { removeDownload } from '../../../customer-host/package/self-removal.ts';
import { isPackaged, serverAddress } from '../../../customer-host/package/server-address.ts';

void main();

async function main(): Promise<void> {
  const order = process.argv[2] ?? 'look';
  if (order === 'hold') {
    const folder = openScratchFolder(scratchPlaces()[0] ?? '/tmp');
    say({ holds: folder.path });
    setInterval(() => undefined, 1000);
    return;
  }
  const connection = new wrtc.RTCPeerConnection();
  connection.createDataChannel('probe');
  const offer = await connection.createOffer();
  const pid =
    process.platform === 'win32'
      ? koffi.load('kernel32.dll').func('uint32 __stdcall GetCurrentProcessId()')
      : koffi.load('libc.so.6').func('int getpid()');
  say({
    isPackaged: isPackaged(),
    server: serverAddress(process.env),
    ticket: ticketInExecutableName(process.execPath),
    offersData: offer.sdp?.includes('m=application') ?? false,
    nativePidIsRight: pid() === process.pid,
    readyAfterMs: Math.round(performance.now()),
    removal: order === 'remove' ? removeDownload(process.execPath) : undefined,
  });
  connection.close();
  process.exit(0);
}

function say(found: object): void {
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
