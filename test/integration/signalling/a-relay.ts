/** A relay for tests, as far as trying one goes: it knows a secret, asks for credentials, and checks them as RFC 8656 says. */
import { createHash, createHmac } from 'node:crypto';
import { createSocket } from 'node:dgram';

const realm = 'relay.example';
const nonce = 'f//499k954d6OL34oL9FSTvy64sA';

export interface TestRelay {
  readonly url: string;
  /** How many ways through it has given, and taken back. */
  readonly given: () => number;
  readonly takenBack: () => number;
  stop(): void;
}

export async function startRelay(secret: string): Promise<TestRelay> {
  const socket = createSocket('udp4');
  let [given, takenBack] = [0, 0];
  socket.on('message', (message, { port, address }) => {
    const method = message.readUInt16BE(0);
    const isRight = hasRightIntegrity(message, secret);
    if (isRight && method === 0x0003) given += 1;
    if (isRight && method === 0x0004) takenBack += 1;
    const body = isRight
      ? Buffer.alloc(0)
      : Buffer.concat([
          attribute(0x0009, Buffer.from([0, 0, 4, 1])),
          attribute(0x0014, realm),
          attribute(0x0015, nonce),
        ]);
    const head = Buffer.alloc(4);
    head.writeUInt16BE(method | (isRight ? 0x0100 : 0x0110), 0);
    head.writeUInt16BE(body.length, 2);
    socket.send(Buffer.concat([head, message.subarray(4, 20), body]), port, address);
  });
  await new Promise<void>((bound) => socket.bind(0, '127.0.0.1', bound));
  const { port } = socket.address();
  return {
    url: `turn:127.0.0.1:${port}`,
    given: () => given,
    takenBack: () => takenBack,
    stop: () => socket.close(),
  };
}

function hasRightIntegrity(message: Buffer, secret: string): boolean {
  const found = new Map<number, { value: Buffer; at: number }>();
  for (let at = 20; at + 4 <= message.length;) {
    const length = message.readUInt16BE(at + 2);
    found.set(message.readUInt16BE(at), { value: message.subarray(at + 4, at + 4 + length), at });
    at += 4 + Math.ceil(length / 4) * 4;
  }
  const [user, integrity] = [found.get(0x0006), found.get(0x0008)];
  if (user === undefined || integrity === undefined) return false;
  const username = user.value.toString();
  const password = createHmac('sha1', secret).update(username).digest('base64');
  const key = createHash('md5').update(`${username}:${realm}:${password}`).digest();
  const covered = Buffer.from(message.subarray(0, integrity.at));
  covered.writeUInt16BE(integrity.at - 20 + 24, 2);
  return createHmac('sha1', key).update(covered).digest().equals(integrity.value);
}

function attribute(type: number, value: Buffer | string): Buffer {
  const bytes = Buffer.from(value);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(bytes.length, 2);
  return Buffer.concat([head, bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
