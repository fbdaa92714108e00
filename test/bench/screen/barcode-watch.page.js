/**
 * Runs in a page of the browser: reads the barcode back from the picture that the page shows, once every animation
 * frame, and notes how old each new picture is. The picture is the first of `selectors` that the page has.
 * barcode-watch.ts loads this file and calls `startBarcodeWatch`.
 *
 * @param {string[]} selectors
 * @param {number} remoteWidth
 * @param {{ x: number, y: number, bits: number, squarePixels: number }} barcode
 */
globalThis.startBarcodeWatch = (selectors, remoteWidth, { x, y, bits, squarePixels }) => {
  /** @type {{ barcodeWatch?: { stop(): void } }} */
  const page = globalThis;
  page.barcodeWatch?.stop();
  const width = bits * squarePixels;
  const copy = Object.assign(document.createElement('canvas'), { width, height: squarePixels });
  const context = copy.getContext('2d', { willReadFrequently: true });
  const wrap = 2 ** 32;
  const watch = { delaysMs: [], looks: 0, firstAt: undefined, stop: () => cancelAnimationFrame(request) };
  let last;
  const readStamp = (picture) => {
    const scale = (picture.videoWidth ?? picture.width) / remoteWidth;
    context.drawImage(picture, x * scale, y * scale, width * scale, squarePixels * scale, 0, 0, width, squarePixels);
    const { data } = context.getImageData(0, squarePixels >> 1, width, 1);
    let stamp = 0;
    for (let bit = 0; bit < bits; bit += 1) {
      stamp = stamp * 2 + (data[(bit * squarePixels + (squarePixels >> 1)) * 4 + 1] > 128 ? 1 : 0);
    }
    return stamp;
  };
  const look = () => {
    request = requestAnimationFrame(look);
    watch.looks += 1;
    const picture = selectors.map((selector) => document.querySelector(selector)).find(Boolean);
    if (!picture || (picture.videoWidth ?? picture.width) < 2) return;
    const stamp = readStamp(picture);
    if (stamp === last) return;
    last = stamp;
    const nowMs = performance.timeOrigin + performance.now();
    const delayMs = ((Math.floor(nowMs * 10) % wrap) - stamp) / 10;
    // Anything else is no barcode: a grey start, or a picture between two sizes.
    if (delayMs < 0 || delayMs > 20_000) return;
    watch.firstAt ??= nowMs;
    watch.delaysMs.push(delayMs);
  };
  let request = requestAnimationFrame(look);
  page.barcodeWatch = watch;
};
