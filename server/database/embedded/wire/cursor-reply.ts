/** A part of what a cursor has, and the cursor's id for the rest (0: nothing is left). */
export type Batch = { field: 'firstBatch' | 'nextBatch'; documents: Uint8Array[]; cursorId: bigint; namespace: string };

/** A document without elements: its length and the zero at its end. */
const emptyDocumentBytes = 5;

/** The reply to find, aggregate and getMore as BSON, with the documents' bytes put in untouched, each copied once. */
export function cursorReply({ field, documents, cursorId, namespace }: Batch): Uint8Array {
  const names = documents.map((_, place) => head(3, String(place)));
  const batchBytes = documents.reduce(
    (sum, document, place) => sum + (names[place]?.length ?? 0) + document.length,
    emptyDocumentBytes,
  );
  const id = Buffer.alloc(8);
  id.writeBigInt64LE(cursorId);
  const afterBatch = Buffer.concat([head(18, 'id'), id, head(2, 'ns'), text(namespace)]);
  const beforeBatch = head(4, field);
  const cursorBytes = emptyDocumentBytes + beforeBatch.length + batchBytes + afterBatch.length;
  const ok = Buffer.alloc(8);
  ok.writeDoubleLE(1);
  const afterCursor = Buffer.concat([head(1, 'ok'), ok]);
  const beforeCursor = head(3, 'cursor');
  const replyBytes = emptyDocumentBytes + beforeCursor.length + cursorBytes + afterCursor.length;
  return Buffer.concat(
    [
      ...[int32(replyBytes), beforeCursor, int32(cursorBytes), beforeBatch, int32(batchBytes)],
      ...documents.flatMap((document, place) => [names[place] ?? zero, document]),
      ...[zero, afterBatch, zero, afterCursor, zero],
    ],
    replyBytes,
  );
}

const zero = Buffer.alloc(1);

/** The type and the name that an element begins with. */
function head(type: number, name: string): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(name), zero]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(`${value}\0`);
  return Buffer.concat([int32(bytes.length), bytes]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
