/** The rep's words about a message whose chat is out of sight. The name has been made safe. */
export const popupTexts = {
  open: (name: string) => `Open the chat with ${name}`,
};
