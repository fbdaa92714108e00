/** Parts of filters that compare. What they compare with was made here or parsed before, so the operators may pass. */
import { trusted } from 'mongoose';

export function unlike<Value>(value: Value): { $ne: Value } {
  return trusted({ $ne: value });
}

export function below<Value>(value: Value): { $lt: Value } {
  return trusted({ $lt: value });
}

export function above<Value>(value: Value): { $gt: Value } {
  return trusted({ $gt: value });
}

/** Both ends included. */
export function between<Value>(least: Value, most: Value): { $gte: Value; $lte: Value } {
  return trusted({ $gte: least, $lte: most });
}

/** Texts that begin with this one, taken literally: nothing that was typed becomes a pattern. */
export function beginsWith(text: string): { $regex: string } {
  return trusted({ $regex: `^${text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)}` });
}
