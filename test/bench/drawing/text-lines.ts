/** Lines of made-up text that never repeat and are the same in every run. */
const words = (
  'printer driver queue document paper tray error spooler service restart network shared folder office account ' +
  'password screen update version cable status ready offline page colour toner jam user support remote session'
).split(' ');

/** Gives the next line of about `characters` letters each time it is called. */
export function createTextLines(characters: number): () => string {
  let state = 12_345;
  let number = 0;
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
  return () => {
    number += 1;
    let line = `${String(number).padStart(6, '0')} `;
    while (line.length < characters) line += `${words[random(words.length)] ?? ''} `;
    return line.slice(0, characters);
  };
}
