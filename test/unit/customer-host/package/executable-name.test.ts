import assert from 'node:assert/strict';
import {
  ticketInArchiveName,
  ticketInExecutableName,
  ticketInFolderName,
} from '../../../../customer-host/package/executable-name.ts';

const ticket = 'abcdefghijklmnopqrstuvwx27';

describe("the ticket in a download's name", () => {
  it('survives what browsers and file managers add', () => {
    const added = ['', ' (1)', '(2)', '-1', '_2', ' - Copy', ' - Copy (3)', ' copy', ' copy 2', ' (1) (2)'];
    for (const suffix of added) {
      assert.equal(ticketInExecutableName(`/home/marta/Downloads/RemoteHelp-${ticket}${suffix}`), ticket, suffix);
      assert.equal(ticketInExecutableName(`RemoteHelp-${ticket}${suffix}.exe`), ticket, suffix);
      assert.equal(ticketInArchiveName(`remotehelp-${ticket}${suffix}.tar.gz`), ticket, suffix);
      assert.equal(ticketInFolderName(`/home/marta/remotehelp-${ticket}${suffix}`), ticket, suffix);
    }
  });

  it('survives a decomposed form, full-width letters and another case', () => {
    assert.equal(ticketInExecutableName(`ＲemoteＨelp-${ticket}`.normalize('NFD')), ticket);
    assert.equal(ticketInExecutableName(`REMOTEHELP-${ticket.toUpperCase()}`), ticket);
  });

  it('is none when the name was made by somebody', () => {
    const names = [
      'helper',
      'RemoteHelp',
      'RemoteHelp-',
      `RemoteHelp-${ticket}8`.replace('27', '18'),
      `RemoteHelp-${ticket}abc`,
      `RemoteHelp-${ticket}.evil.example`,
      `RemoteHelp-${ticket}.exe.exe`,
      `RemoteHelp-${ticket}.com`,
      `x RemoteHelp-${ticket}`,
      `RemoteHelp-${'a'.repeat(260)}`,
    ];
    for (const name of names) assert.equal(ticketInExecutableName(name), undefined, name);
  });
});
