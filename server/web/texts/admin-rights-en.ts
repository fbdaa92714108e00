/** Permissions in the web panel. Names that come in have been made safe to show already. */
import type { RightReason, RightState, Tool } from '../../../shared/contract/right.ts';

const tools: Record<Tool, { readonly name: string; readonly what: string }> = {
  view: { name: 'See the screen', what: 'Ask the customer to show the screen.' },
  control: { name: 'Remote control', what: 'Ask for mouse and keyboard. Needs seeing the screen.' },
  chat: { name: 'Chat', what: 'Write to the customer.' },
  clipboard: { name: 'Clipboard', what: 'Copy and paste between both computers.' },
  files: { name: 'Files', what: 'Send files to the customer’s computer and fetch some.' },
  'system-information': { name: 'System information', what: 'Read what the computer is and runs.' },
  shell: { name: 'Command line', what: 'Run commands on the customer’s computer.' },
  actions: { name: 'Actions and scripts', what: 'Lock, restart, open settings, run the organisation’s scripts.' },
  recording: { name: 'Recording', what: 'Record the session.' },
  elevation: { name: 'Administrator rights', what: 'Act on the customer’s computer as its administrator.' },
  unattended: { name: 'Unattended access', what: 'Connect while nobody sits there.' },
};

const states: Record<RightState, string> = { inherit: 'Inherit', allow: 'Allow', deny: 'Deny' };

const levels: Record<RightReason['level'], (name: string) => string> = {
  account: () => 'set for this account',
  group: (name) => `by the group ${name}`,
  role: () => 'by the role',
  default: () => 'as nobody has decided',
};

export const rightTexts = {
  title: 'Permissions',
  lead: 'Which tools a rep is offered in a session. The account decides before its group, a group before those above it, any group before the role. The customer is asked all the same.',
  for: 'Permissions of',
  forRole: (role: string) => `Role: ${role}`,
  forGroup: (group: string) => `Group: ${group}`,
  forAccount: (name: string) => `Account: ${name}`,
  columns: { tool: 'Tool', state: 'Setting', now: 'Holds now' },
  tools,
  states,
  later: 'not there yet',
  laterHint: 'This tool is not there yet. What you set holds from the day it comes.',
  holds: (allowed: boolean, level: RightReason['level'], name: string) =>
    `${allowed ? 'Allowed' : 'Denied'}, ${levels[level](name)}`,
  byDefault: (allowed: boolean) => (allowed ? 'Without any setting: allowed' : 'Without any setting: denied'),
  settingOf: (tool: string) => `Setting for ${tool}`,
  change: (tool: string, before: RightState, now: RightState) => `${tool} ${states[before]} → ${states[now]}`,
  row: 'Permissions',
  rowHint: 'Which tools this person is offered in a session.',
  allAllowed: 'Every tool that is there is allowed.',
  denied: (list: string) => `Not offered: ${list}.`,
  open: 'Change permissions',
} as const;
