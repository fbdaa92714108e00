/** The systems that a customer host is made for. */
import * as v from 'valibot';

export const HostSystem = v.picklist(['linux-x64', 'windows-x64', 'macos-x64', 'macos-arm64']);
export type HostSystem = v.InferOutput<typeof HostSystem>;
