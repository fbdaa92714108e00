/** A part of what a cursor has, and the cursor's id for the rest (0: nothing is left). */
export type Batch = { field: 'firstBatch' | 'nextBatch'; documents: Uint8Array[]; cursorId: bigint; namespace: string };

/** The reply to find, aggregate and getMore as BSON, with the documents' bytes put in untouched. */
export function cursorReply({ field, documents, cursorId, namespace }: Batch): Uint8Array {
  const id = Buffer.alloc(8);
  id.writeBigInt64LE(cursorId);
  const ok = Buffer.alloc(8);
  ok.writeDoubleLE(1);
  const batch = document(documents.map((bytes, place) => element(3, String(place), bytes)));
  const cursor = document([element(4, field, batch), element(18, 'id', id), element(2, 'ns', text(namespace))]);
  return document([element(3, 'cursor', cursor), element(1, 'ok', ok)]);
}

function document(elements: Buffer[]): Buffer {
  const length = elements.reduce((sum, each) => sum + each.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...elements, Buffer.alloc(1)], length);
}

function element(type: number, name: string, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  const head = Buffer.alloc(4);
  head.writeInt32LE(bytes.length);
  return Buffer.concat([head, bytes]);
}
