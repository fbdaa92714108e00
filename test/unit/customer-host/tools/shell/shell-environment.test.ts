import assert from 'node:assert/strict';
import { shellEnvironment } from '../../../../../customer-host/tools/shell/shell-environment.ts';

const user = { name: 'marta', home: '/home/marta' };

describe('The environment of a command line on the customer’s computer', () => {
  it('has what a terminal of the user’s own has, and nothing that the host was started with for itself', () => {
    const environment = shellEnvironment(
      'linux',
      {
        PATH: '/opt/bin:/bin',
        LC_TIME: 'de_DE.UTF-8',
        DISPLAY: ':0',
        XDG_RUNTIME_DIR: '/run/user/1000',
        HOME: '/tmp/elsewhere',
        REMOTEHELP_SERVER: 'https://help.example',
        REMOTEHELP_HOST_NAME: 'remotehelp-ticket',
        NODE_OPTIONS: '--require=/tmp/x',
        LD_PRELOAD: '/tmp/x.so',
        AWS_SECRET_ACCESS_KEY: 'secret',
        SSH_AUTH_SOCK: '/tmp/agent',
      },
      user,
      '/bin/zsh',
    );
    assert.deepEqual(environment, {
      ...{ PATH: '/opt/bin:/bin', LANG: 'C.UTF-8', LC_TIME: 'de_DE.UTF-8', DISPLAY: ':0' },
      ...{ XDG_RUNTIME_DIR: '/run/user/1000', HOME: '/home/marta', USER: 'marta', LOGNAME: 'marta' },
      ...{ SHELL: '/bin/zsh', TERM: 'xterm-256color', COLORTERM: 'truecolor' },
    });
  });

  it('finds programs where nothing says where', () => {
    assert.match(shellEnvironment('linux', {}, user, '/bin/sh')['PATH'] ?? '', /\/usr\/bin/);
  });

  it('keeps what Windows needs, however it is written', () => {
    const given = { SystemRoot: 'C:\\Windows', Path: 'C:\\bin', REMOTEHELP_X: 'no', 'ProgramFiles(x86)': 'C:\\P' };
    assert.deepEqual(shellEnvironment('win32', given, user, 'powershell.exe'), {
      ...{ SystemRoot: 'C:\\Windows', Path: 'C:\\bin', 'ProgramFiles(x86)': 'C:\\P' },
    });
  });
});
