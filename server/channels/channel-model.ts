import type { Connection, Model } from 'mongoose';
import type { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import { strictSchema } from '../documents/strict-schema.ts';

/** A support channel as it is stored. Its status is derived, never stored. */
export interface ChannelDocument {
  _id: ChannelId;
  name: string;
  /** `name` in lower case, so that customers cannot be offered two of the same. */
  nameKey: string;
  description: string;
  availableQueue: number;
  busyQueue: number;
  members: AccountId[];
  createdAt: number;
}

export type ChannelModel = Model<ChannelDocument>;

export function channelModel(connection: Connection): ChannelModel {
  const schema = strictSchema<ChannelDocument>(
    {
      name: { type: String, required: true },
      nameKey: { type: String, required: true, unique: true },
      description: { type: String, default: '' },
      availableQueue: { type: Number, required: true },
      busyQueue: { type: Number, required: true },
      members: { type: [String], required: true, index: true },
      createdAt: { type: Number, required: true },
    },
    'channels',
  );
  return connection.model<ChannelDocument>('Channel', schema);
}
