/** The rep's words about files in chats. */
export const fileTexts = {
  shared: 'Send a shared file',
  send: (name: string) => `Send ${name} to a customer`,
  sendTo: (customer: string) => `Send to ${customer}`,
} as const;
