/** The device's camera, until it is let go of. */

/** Why there is no picture, each with its own words on the page. */
export type CameraTrouble = 'denied' | 'none' | 'insecure';

/** A camera that shows its picture in a video element. */
export interface OpenCamera {
  readonly stream: MediaStream;
  close(): void;
}

/** Asks for the camera that looks away from the person, or any other. */
export async function openCamera(): Promise<OpenCamera | CameraTrouble> {
  // Browsers leave it away on pages that came without encryption.
  if (!isSecureContext || !('mediaDevices' in navigator)) return 'insecure';
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
    return { stream, close: () => stream.getTracks().forEach((track) => track.stop()) };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return error.name === 'NotAllowedError' ? 'denied' : 'none';
  }
}
