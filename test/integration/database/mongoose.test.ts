import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { endStore, startAnyStore } from './a-store.ts';
import type { AnyStore } from './a-store.ts';

const entrySchema = new mongoose.Schema(
  {
    session: { type: mongoose.Schema.Types.ObjectId, required: true },
    seq: { type: Number, required: true },
    kind: { type: String, enum: ['chat', 'joined'], required: true },
    text: String,
    marks: [{ by: String, at: Date }],
    due: Date,
  },
  { timestamps: true },
);
entrySchema.index({ session: 1, seq: 1 }, { unique: true });
entrySchema.index({ due: 1 }, { partialFilterExpression: { due: { $exists: true } } });

describe('The embedded store, used by mongoose', function () {
  this.timeout(20_000);
  let store: AnyStore;
  let connection: mongoose.Connection;
  before(async () => {
    store = await startAnyStore();
    connection = await mongoose.createConnection(store.uri, { dbName: store.db.databaseName }).asPromise();
  });
  after(async () => {
    await connection.close();
    await endStore(store);
  });

  const model = (name: string) => connection.model(name, entrySchema);

  it('makes the indexes of a schema, keeps timestamps, and gives documents back as they were', async () => {
    const Entry = model('Entry');
    await Entry.init();
    assert.deepEqual(Object.keys(await Entry.collection.indexInformation()), ['_id_', 'session_1_seq_1', 'due_1']);
    const session = new mongoose.Types.ObjectId();
    const made = await Entry.create({
      session,
      seq: 1,
      kind: 'chat',
      text: 'Hello',
      marks: [{ by: 'rep', at: new Date(5) }],
    });
    const found = await Entry.findOne({ session, seq: { $gte: 1 } }).orFail();
    assert.deepEqual(found.toObject(), made.toObject());
    found.text = 'Hello again';
    found.marks.push({ by: 'customer', at: new Date(6) });
    await found.save();
    const again = await Entry.findById(made._id).lean().orFail();
    assert.equal(again.text, 'Hello again');
    assert.equal(again.marks.length, 2);
    assert.ok(again.updatedAt.getTime() >= made.updatedAt.getTime());
    assert.equal(again.createdAt.getTime(), made.createdAt.getTime());
  });

  it('settles gapless sequence numbers among writers that race, by the unique index and trying again', async () => {
    const Entry = model('Racing');
    await Entry.init();
    const session = new mongoose.Types.ObjectId();
    const append = async (text: string): Promise<void> => {
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const last = await Entry.findOne({ session }).sort({ seq: -1 }).lean();
        const stored = await Entry.create({ session, seq: (last?.seq ?? 0) + 1, kind: 'chat', text }).catch(
          (error: unknown) => {
            if (error instanceof mongoose.mongo.MongoServerError && error.code === 11000) return undefined;
            throw error;
          },
        );
        if (stored !== undefined) return;
      }
      throw new Error('never stored');
    };
    await Promise.all(Array.from({ length: 30 }, (_, n) => append(`m${n}`)));
    const stored = await Entry.find({ session }).sort({ seq: 1 }).lean();
    assert.deepEqual(
      stored.map(({ seq }) => seq),
      Array.from({ length: 30 }, (_, n) => n + 1),
    );
    assert.equal(new Set(stored.map(({ text }) => text)).size, 30);
  });

  it('lets exactly one of 200 simultaneous claims win', async () => {
    const Request = connection.model('Request', new mongoose.Schema({ state: String, rep: Number }));
    const { _id } = await Request.create({ state: 'waiting' });
    const claims = await Promise.all(
      Array.from({ length: 200 }, (_, rep) =>
        Request.findOneAndUpdate(
          { _id, state: 'waiting' },
          { $set: { state: 'claimed', rep } },
          { returnDocument: 'after' },
        ),
      ),
    );
    assert.equal(claims.filter((claim) => claim !== null).length, 1);
  });

  it('upserts, updates many, counts, reads by cursor and deletes', async () => {
    const Setting = connection.model(
      'Setting',
      new mongoose.Schema({ name: { type: String, unique: true }, value: Number, made: Date }),
    );
    await Setting.init();
    const upsert = () =>
      Setting.findOneAndUpdate(
        { name: 'idle' },
        { $inc: { value: 2 }, $setOnInsert: { made: new Date(1) } },
        { upsert: true, returnDocument: 'after' },
      );
    assert.equal((await upsert())?.value, 2);
    const second = await upsert();
    assert.deepEqual([second?.value, second?.made?.getTime()], [4, 1]);
    await Setting.insertMany([
      { name: 'a', value: 1 },
      { name: 'b', value: 2 },
    ]);
    assert.equal((await Setting.updateMany({ value: { $lt: 3 } }, { $max: { value: 10 } })).modifiedCount, 2);
    assert.equal(await Setting.countDocuments({ value: 10 }), 2);
    const names: string[] = [];
    for await (const { name } of Setting.find().sort('-name').cursor({ batchSize: 1 })) names.push(String(name));
    assert.deepEqual(names, ['idle', 'b', 'a']);
    assert.equal((await Setting.deleteMany({ name: { $in: ['a', 'b'] } })).deletedCount, 2);
    await assert.rejects(Setting.create({ name: 'idle' }), { code: 11000 });
    assert.ok(await Setting.exists({ name: 'idle' }));
  });
});
