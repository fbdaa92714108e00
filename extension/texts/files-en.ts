/** The rep's words about files in chats. */
export const fileTexts = {
  /** Over everything, while a file is held where nothing takes it. */
  nowhere: 'Files are sent in a session. Open one, and drop them there.',
  shared: 'Send a shared file',
  sendNow: (name: string, customer: string) => `Send ${name} to ${customer}`,
  send: (name: string) => `Send ${name} to another customer`,
  sendTo: (customer: string) => `Send to ${customer}`,
} as const;
