import assert from 'node:assert/strict';
import { createOwnDevices } from '../../../../../shared/ui/call/own-devices.ts';
import type { DeviceKind } from '../../../../../shared/ui/call/own-devices.ts';

type Media = NonNullable<Parameters<typeof createOwnDevices>[1]>;
type Track = MediaStreamTrack & { readonly unplug: () => void };

/** A browser with these devices, which says to each wish what it is told to. */
function aBrowser(answers: Partial<Record<'audio' | 'video', string[]>> = {}) {
  const opened: Track[] = [];
  const wishes: MediaStreamConstraints[] = [];
  const plugging = new EventTarget();
  const media: Media = {
    getUserMedia(wish = {}) {
      wishes.push(wish);
      const kind = wish.audio === undefined ? 'video' : 'audio';
      const answer = answers[kind]?.shift() ?? `${kind} device`;
      if (answer.endsWith('Error')) return Promise.reject(new DOMException('no', answer));
      const track = aTrack(kind, answer);
      opened.push(track);
      return Promise.resolve({ getTracks: () => [track] } as unknown as MediaStream);
    },
    enumerateDevices: () =>
      Promise.resolve([
        { kind: 'audioinput', deviceId: 'default', label: 'Default' },
        { kind: 'audioinput', deviceId: 'desk', label: 'Desk microphone' },
        { kind: 'videoinput', deviceId: 'front', label: 'Front camera' },
        { kind: 'videoinput', deviceId: 'unnamed', label: '' },
      ] as MediaDeviceInfo[]),
    addEventListener: plugging.addEventListener.bind(plugging),
    removeEventListener: plugging.removeEventListener.bind(plugging),
  };
  return { media, opened, wishes, plugging };
}

function aTrack(kind: 'audio' | 'video', label: string): Track {
  const events = new EventTarget();
  const track = {
    kind,
    label,
    readyState: 'live',
    getSettings: () => ({ deviceId: label }),
    addEventListener: events.addEventListener.bind(events),
    stop: () => (track.readyState = 'ended'),
    unplug() {
      track.readyState = 'ended';
      events.dispatchEvent(new Event('ended'));
    },
  };
  return track as unknown as Track;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

function someDevices(answers?: Parameters<typeof aBrowser>[0]) {
  const browser = aBrowser(answers);
  const sent: [DeviceKind, string | null][] = [];
  const devices = createOwnDevices((kind, track) => sent.push([kind, track?.label ?? null]), browser.media);
  return { ...browser, sent, devices };
}

describe('The own microphone and camera', () => {
  it('are opened one by one, as large as 720 lines, and let go of at the end', async () => {
    const { devices, opened, wishes, sent } = someDevices();
    await devices.open('microphone');
    await devices.open('camera');
    assert.deepEqual(sent, [
      ['microphone', 'audio device'],
      ['camera', 'video device'],
    ]);
    const wished = wishes[1]?.video;
    assert.ok(typeof wished === 'object');
    assert.deepEqual(wished.height, { ideal: 720, max: 720 });
    assert.equal(devices.microphone.value.at, 'on');
    devices.shut('camera');
    assert.deepEqual(sent.at(-1), ['camera', null]);
    assert.equal(opened[1]?.readyState, 'ended');
    devices.close();
    assert.ok(opened.every(({ readyState }) => readyState === 'ended'));
  });

  for (const [name, trouble] of [
    ['NotAllowedError', 'blocked'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
  ] as const)
    it(`say what is wrong when the browser says ${name}, and are tried again`, async () => {
      const { devices, sent } = someDevices({ audio: [name] });
      await devices.open('microphone');
      assert.deepEqual([devices.microphone.value.at, devices.microphone.value.trouble], ['off', trouble]);
      assert.deepEqual(sent.at(-1), ['microphone', null]);
      await devices.open('microphone');
      assert.deepEqual([devices.microphone.value.at, devices.microphone.value.trouble], ['on', undefined]);
    });

  it('give way to any other one when they are unplugged, and say so', async () => {
    const { devices, opened, sent } = someDevices({ audio: ['Headset', 'Desk microphone'] });
    await devices.open('microphone');
    opened[0]?.unplug();
    await settled();
    assert.deepEqual(sent.at(-1), ['microphone', 'Desk microphone']);
    assert.equal(devices.microphone.value.replaced, true);
    assert.equal(devices.microphone.value.device?.label, 'Desk microphone');
  });

  it('are lost when there is no other one', async () => {
    const { devices, opened, sent } = someDevices({ audio: ['Headset', 'NotFoundError'] });
    await devices.open('microphone');
    opened[0]?.unplug();
    await settled();
    assert.deepEqual([devices.microphone.value.at, devices.microphone.value.trouble], ['off', 'lost']);
    assert.deepEqual(sent.at(-1), ['microphone', null]);
  });

  it('are not said to be unplugged when they ended because the permission was taken back', async () => {
    const { devices, opened } = someDevices({ audio: ['Headset', 'NotAllowedError'] });
    await devices.open('microphone');
    opened[0]?.unplug();
    await settled();
    assert.equal(devices.microphone.value.trouble, 'blocked');
  });

  it('are not said to be missing when only the one that was chosen has gone', async () => {
    const { devices } = someDevices({ audio: ['OverconstrainedError', 'NotFoundError'] });
    await devices.open('microphone', { id: 'desk' });
    assert.equal(devices.microphone.value.trouble, 'gone');
    await devices.open('microphone');
    assert.equal(devices.microphone.value.trouble, 'missing');
  });

  it('are not kept when they come after the end, or after another one was chosen', async () => {
    const { devices, opened } = someDevices({ audio: ['first', 'second'] });
    await Promise.all([devices.open('microphone'), devices.open('microphone', { id: 'desk' })]);
    assert.deepEqual(
      opened.map(({ label, readyState }) => [label, readyState]),
      [
        ['first', 'ended'],
        ['second', 'live'],
      ],
    );
    const late = devices.open('camera');
    devices.close();
    await late;
    assert.equal(opened.at(-1)?.readyState, 'ended');
  });

  it('are chosen from those that have a name, and the list follows what is plugged in', async () => {
    const { devices, plugging } = someDevices();
    await settled();
    assert.deepEqual(devices.choices.value, {
      microphone: [{ id: 'desk', label: 'Desk microphone' }],
      camera: [{ id: 'front', label: 'Front camera' }],
    });
    const before = devices.choices.value;
    plugging.dispatchEvent(new Event('devicechange'));
    await settled();
    assert.notEqual(devices.choices.value, before);
  });
});
