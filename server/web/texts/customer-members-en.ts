/** What customers read when several people help them, or one goes on for another. */
export const customerMemberTexts = {
  joined: 'joined too',
  left: {
    left: 'has left; the others go on',
    removed: 'is not in this session any more',
  },
  goesOn: (from: string) => `goes on in place of ${from}.`,
  keeps: (from: string, to: string) => `What you allowed ${from}, ${to} may do now.`,
  goesOnAgain: 'goes on',
  stays: 'Both stay with you.',
  handsGiven: 'has mouse and keyboard now, as far as you allow it',
  backInLine: 'had to leave; you are in line, and somebody else goes on',
  may: 'What they may do',
  also: 'Also here',
  looksOn: 'looks on',
  helps: 'helps',
  hasHands: 'has mouse and keyboard',
  passedOn: (rep: string, place: string) =>
    `${rep} had to leave. You are ${place} in line; somebody else goes on. What you write is kept.`,
  passedOnAndNobody: (rep: string, place: string) =>
    `${rep} had to leave, and nobody else is there at the moment. You are ${place} in line and keep your place. What you write is kept.`,
};
